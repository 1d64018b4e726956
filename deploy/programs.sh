# shellcheck shell=bash
# shellcheck disable=SC2154 # place belong to up.sh
# The programs one up.sh started, each with a log of its own. Sourced; needs say.sh, processes.sh.

started=()

# start_program NAME COMMAND...: the log is $place/log/NAME.log. Ctrl-C reaches only up.sh, which stops them in order.
start_program() {
    local name=$1
    shift
    mkdir -p "$place/log"
    setsid "$@" </dev/null >"$place/log/$name.log" 2>&1 9>&- &
    started+=("$!:$name")
}

# The last one started first, so that the stations still find the orchestrator when they say goodbye.
stop_programs() {
    local i
    for ((i = ${#started[@]} - 1; i >= 0; i--)); do
        end_process "${started[i]%%:*}" 10
    done
    started=()
}

# wait_for_line NAME PATTERN SECONDS: until the program's log says so.
wait_for_line() {
    local tries=$(($3 * 20))
    until grep -qE "$2" "$place/log/$1.log" 2>/dev/null; do
        ((tries-- > 0)) || blame "$1" "did not get ready within $3 s"
        require_alive "$1"
        sleep 0.05
    done
}

require_alive() {
    local entry
    for entry in "${started[@]}"; do
        [[ ${entry#*:} != "$1" ]] || is_alive "${entry%%:*}" || blame "$1" "ended by itself"
    done
}

blame() {
    tail -n 5 "$place/log/$1.log" >&2
    fail "$1 $2." "Its last lines are shown above (all of them: $place/log/$1.log)." "Correct what they name and start again."
}

# port_must_be_free PORT OPTION
port_must_be_free() {
    ! port_answers "$1" || fail "Port $1 is in use." "Another program on this machine listens there." "Stop it, or choose another port with $2."
}

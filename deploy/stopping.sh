# shellcheck shell=bash
# shellcheck disable=SC2154 # place, here and servers_start belong to up.sh
# Ends everything that one up.sh started: gently, or at once on a second Ctrl-C. Sourced; needs say.sh, programs.sh.

# A little more than a station gives the phones it is writing.
readonly GENTLE_LIMIT_SECONDS=660
readonly AT_ONCE_LIMIT_SECONDS=10
hurry=no

# The trap of up.sh's end, however it comes.
stop() {
    local code=$?
    trap - EXIT
    trap 'hurry=yes' INT TERM HUP
    ((code < 128)) || say "Stopping."
    stop_stations
    # From here on it takes seconds, and whoever cuts it short leaves servers behind.
    trap '' INT TERM HUP
    stop_programs
    if [[ -n $servers_start ]]; then
        wait "$servers_start" || true
        "$here/servers.sh" stop --name up >/dev/null 9>&- || true
    fi
    exit "$code"
}

# Stations first, for a phone must not lose its station, nor a station its phones, in the middle of a write.
stop_stations() {
    local tries=$((GENTLE_LIMIT_SECONDS * 10)) said=no left
    signal_stations TERM
    while stations_run && [[ $hurry == no ]] && ((tries-- > 0)); do
        if [[ $said == no ]] && left=$(phones_named_after 'The station stops when the phones on'); then
            say "$(phones_are "$left") being written; everything stops when that is done. A second Ctrl-C stops at once and leaves them half written."
            said=yes
        fi
        sleep 0.1 || true
    done
    stations_run || return 0

    signal_stations TERM
    for ((tries = AT_ONCE_LIMIT_SECONDS * 10; tries > 0; tries--)); do
        stations_run || break
        sleep 0.1 || true
    done
    if left=$(phones_named_after 'The station stops although the phones on'); then
        say "$(phones_are "$left") left half written: called interrupted at the next start, and looked at before anything is written."
    fi
}

signal_stations() {
    local entry
    for entry in "${started[@]}"; do
        [[ $entry != *:station* ]] || kill "-$1" "${entry%%:*}" 2>/dev/null || true
    done
}

stations_run() {
    local entry
    for entry in "${started[@]}"; do
        [[ $entry != *:station* ]] || ! is_alive "${entry%%:*}" || return 0
    done
    return 1
}

# phones_named_after WORDS: how many addresses the stations' logs name in that sentence; fails when there are none.
phones_named_after() {
    local found
    found=$(grep -h "$1" "$place"/log/station*.log 2>/dev/null | grep -o 'tcp:' | wc -l)
    echo "$found"
    ((found > 0))
}

phones_are() {
    (($1 == 1)) && echo "1 phone is" || echo "$1 phones are"
}

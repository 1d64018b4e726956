# shellcheck shell=bash
# Processes this clone started, always by their id. Sourced.

# as_user NAME COMMAND...: drops to NAME when root, for servers that must never run as root; runs as the caller otherwise.
# Descriptor 9 is the lock of whoever starts servers: it must not live on in them.
as_user() {
    local name=$1
    shift
    if ((EUID == 0)); then
        setpriv "--reuid=$name" "--regid=$name" --clear-groups --no-new-privs --inh-caps=-all -- "$@" 9>&-
    else
        "$@" 9>&-
    fi
}

# is_process PID WORD: alive, and the one that was started with WORD in its command line (ids are used again).
is_process() {
    [[ -n $1 && -r /proc/$1/cmdline ]] && tr '\0' ' ' <"/proc/$1/cmdline" | grep -qF -- "$2"
}

# end_process PID SECONDS: TERM, a limited wait, KILL.
end_process() {
    local tries=$(($2 * 20))
    kill -TERM "$1" 2>/dev/null || return 0
    while is_alive "$1"; do
        if ((tries-- <= 0)); then
            kill -KILL "$1" 2>/dev/null || true
            return 0
        fi
        sleep 0.05
    done
}

# A child that ended but was not waited for yet is a zombie: not alive.
is_alive() {
    local state
    state=$(sed 's/^.*) \(.\).*$/\1/' "/proc/$1/stat" 2>/dev/null) && [[ -n $state && $state != Z ]]
}

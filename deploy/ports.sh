# shellcheck shell=bash
# TCP ports of this machine's loopback. Sourced.

port_answers() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# free_port: one nobody listens on, below the range the kernel gives to outgoing connections.
free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        port_answers "$port" || break
    done
    echo "$port"
}

# kept_port FILE: the port of the last start while it is still free, so that a server restarts where its clients look.
kept_port() {
    local port
    port=$(cat "$1" 2>/dev/null || true)
    if [[ -z $port ]] || port_answers "$port"; then
        port=$(free_port)
        echo "$port" >"$1"
    fi
    echo "$port"
}

# wait_for_port PORT SECONDS PID: fails when the time is over or the process that should listen is gone.
wait_for_port() {
    local tries=$(($2 * 10))
    until port_answers "$1"; do
        ((tries-- > 0)) && kill -0 "$3" 2>/dev/null || return 1
        sleep 0.1
    done
}

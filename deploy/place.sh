# shellcheck shell=bash
# Where a clone keeps what it runs: data of the servers, of the stations and of the virtual phones. Sourced; needs say.sh.

# What the private servers need to start and to work for a day.
# shellcheck disable=SC2034 # read by servers.sh and up.sh
readonly SERVERS_MIB=300

# run_folder CLONE NAME: makes and prints CLONE/.run/NAME.
run_folder() {
    mkdir -p "$1/.run/$2" 2>/dev/null || fail "The folder $1/.run/$2 cannot be made." "Its parent is not writable or its disk is full." \
        "Free some space, or clone Espero where you may write, and start again."
    echo "$1/.run/$2"
}

# run_place CLONE NAME: the same, or a folder in /var/tmp where the servers' own users could not reach that.
run_place() {
    local wanted fallback
    wanted=$(run_folder "$1" "$2")
    if reachable_by_servers "$wanted"; then
        echo "$wanted"
        return
    fi

    fallback=/var/tmp/espero-$(printf '%s' "$1" | sha256sum | cut -c 1-12)
    mkdir -p "$fallback"
    [[ -O $fallback && ! -L $fallback ]] || fail "The folder $fallback belongs to somebody else." \
        "Espero keeps its data there when the servers' users cannot enter $1." "Move it away and start again."
    mkdir -p "$fallback/$2"
    say "Data is kept in $fallback/$2: the servers' own users cannot enter $wanted."
    echo "$fallback/$2"
}

# RabbitMQ's start script splits its paths at spaces.
reachable_by_servers() {
    [[ $1 != *[[:space:]]* ]] || return 1
    ((EUID == 0)) || return 0
    as_user postgres test -x "$1" && as_user rabbitmq test -x "$1"
}

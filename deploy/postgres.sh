# shellcheck shell=bash
# A private PostgreSQL: loopback only, own port, never as root. Sourced; needs say.sh, ports.sh, processes.sh.

readonly POSTGRES_USER=espero

# postgres_start DIR: makes the cluster on the first start; does nothing while it runs.
postgres_start() {
    local dir=$1 bin port
    bin=$(postgres_bin "$dir")
    if postgres_runs "$dir"; then
        return
    fi
    postgres_prepare "$dir" "$bin"
    port=$(kept_port "$dir/port")
    if ! as_postgres "$bin/pg_ctl" -D "$dir/data" -w -t 60 -s -l "$dir/log" -o "$(postgres_options "$port")" start >/dev/null; then
        tail -n 3 "$dir/log" >&2
        fail "The private PostgreSQL did not start." "Its log ends as shown above ($dir/log)." "Free disk space or remove $dir, and start again."
    fi
    postgres_create_database "$dir" "$bin" "$port"
}

postgres_stop() {
    if postgres_runs "$1"; then
        as_postgres "$(postgres_bin "$1")/pg_ctl" -D "$1/data" -w -t 30 -s -m fast stop >/dev/null ||
            as_postgres "$(postgres_bin "$1")/pg_ctl" -D "$1/data" -w -t 10 -s -m immediate stop >/dev/null || true
    fi
}

postgres_connection() {
    echo "Host=127.0.0.1;Port=$(<"$1/port");Username=$POSTGRES_USER;Database=espero"
}

# postgres_ask DIR SQL: one answer per line, columns separated by tabs.
postgres_ask() {
    psql -X -q -A -t -F $'\t' -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(<"$1/port")" -U "$POSTGRES_USER" -d espero -c "$2" ||
        fail "The private PostgreSQL does not answer." "Its log is $1/log." "Correct what it names and start again."
}

# The version that made the data, else the newest one installed.
postgres_bin() {
    local wanted bin
    wanted=$(as_postgres cat "$1/data/PG_VERSION" 2>/dev/null || true)
    # shellcheck disable=SC2086 # the star is to be expanded
    bin=$(printf '%s\n' /usr/lib/postgresql/${wanted:-*}/bin | sort -V | tail -n 1)
    [[ -x $bin/initdb ]] || fail "PostgreSQL ${wanted:-15 or newer} is not here." "No $bin/initdb was found." \
        "Install it${wanted:+, or remove $1 to begin with an empty database}, and start again."
    echo "$bin"
}

postgres_runs() {
    local pid
    pid=$(as_postgres head -n 1 "$1/data/postmaster.pid" 2>/dev/null || true)
    is_process "$pid" "$1/data"
}

postgres_prepare() {
    local dir=$1 bin=$2
    mkdir -p "$dir"
    ((EUID != 0)) || chown postgres:postgres "$dir"
    chmod 755 "$dir"
    [[ ! -e $dir/data/PG_VERSION ]] || return 0
    # Made aside and moved, so that a start cut short leaves nothing half made.
    as_postgres rm -rf "$dir/data" "$dir/new"
    as_postgres "$bin/initdb" -D "$dir/new" -U "$POSTGRES_USER" -A trust -E UTF8 --locale=C.UTF-8 >"$dir/initdb.log" 2>&1 ||
        fail "The private PostgreSQL could not be set up." "$(tail -n 1 "$dir/initdb.log")" "Free disk space and start again."
    as_postgres mv "$dir/new" "$dir/data"
}

# No socket file: its path may not be longer than 107 bytes, and a clone's may.
postgres_options() {
    echo "-p $1 -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
}

postgres_create_database() {
    local asking=(psql -X -q -A -t -h 127.0.0.1 -p "$3" -U "$POSTGRES_USER" -d postgres -c)
    [[ $("${asking[@]}" "select 1 from pg_database where datname = 'espero'") == 1 ]] || "${asking[@]}" 'create database espero'
}

as_postgres() {
    (cd / && as_user postgres env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 "$@")
}

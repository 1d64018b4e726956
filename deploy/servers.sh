#!/usr/bin/env bash
# A private PostgreSQL and a private RabbitMQ for one clone: loopback only, never as root.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=say.sh
. "$here/say.sh"
# shellcheck source=packages.sh
. "$here/packages.sh"
# shellcheck source=ports.sh
. "$here/ports.sh"
# shellcheck source=processes.sh
. "$here/processes.sh"
# shellcheck source=place.sh
. "$here/place.sh"
# shellcheck source=postgres.sh
. "$here/postgres.sh"
# shellcheck source=rabbit.sh
. "$here/rabbit.sh"

usage() {
    cat <<'END'
Example: deploy/servers.sh start --name try      then: deploy/servers.sh stop --name try

  start   starts what is not running; prints dir=, database= and bus= lines
  stop    stops both; with --wipe their data goes too
  vhost   adds a virtual host to the running RabbitMQ; prints its bus= line

  --name NAME            which pair of servers; data is kept in .run/NAME
  --only postgres|rabbit one of the two
  --until-exit-of PID    stop and wipe when process PID is gone, however it ends
END
}

main() {
    local command=${1:-} name=servers only=both owner='' wipe=no vhost=''
    [[ $command == start || $command == stop || $command == vhost ]] || { usage; [[ $command == --help ]] && exit 0 || exit 2; }
    shift
    while (($#)); do
        case $1 in
            --name) require_value "$@"; name=$2; shift 2 ;;
            --only) require_value "$@"; only=$2; shift 2 ;;
            --until-exit-of) require_value "$@"; owner=$2; shift 2 ;;
            --wipe) wipe=yes; shift ;;
            --help) usage; exit 0 ;;
            -*) usage_error "Unknown option $1." ;;
            *) vhost=$1; shift ;;
        esac
    done
    [[ $command == stop ]] || install_packages run

    local dir
    dir=$(run_place "${here%/*}" "$name")
    # Two starts at once would both find nothing running.
    exec 9>"$dir/servers.lock"
    flock -w 300 9 || fail "The private servers in $dir are being started or stopped by another program." "It has held them for five minutes." "End that program, then try again."
    "servers_$command"
}

servers_start() {
    require_disk "$dir" "$SERVERS_MIB"
    if [[ -n $owner ]]; then
        stop_after "$owner"
    fi
    # Side by side, because RabbitMQ takes seconds. What did start is stopped if the other one does not.
    local rabbit='' whole=yes
    if [[ $only != postgres ]]; then
        (rabbit_start "$dir/rabbit") &
        rabbit=$!
    fi
    [[ $only == rabbit ]] || (postgres_start "$dir/postgres") || whole=no
    [[ -z $rabbit ]] || wait "$rabbit" || whole=no
    if [[ $whole == no ]]; then
        servers_stop
        exit 1
    fi

    echo "dir=$dir"
    [[ $only == rabbit ]] || echo "database=$(postgres_connection "$dir/postgres")"
    [[ $only == postgres ]] || echo "bus=$(rabbit_bus "$dir/rabbit")"
}

servers_stop() {
    [[ $only == postgres ]] || rabbit_stop "$dir/rabbit" &
    [[ $only == rabbit ]] || postgres_stop "$dir/postgres"
    wait
    if [[ $wipe == yes ]]; then
        rm -rf "$dir"
    fi
}

servers_vhost() {
    [[ $vhost =~ ^[a-z0-9-]+$ ]] || usage_error "vhost needs a name of small letters, digits and hyphens."
    rabbit_add_vhost "$dir/rabbit" "$vhost"
    echo "bus=$(rabbit_bus "$dir/rabbit" "$vhost")"
}

# A watcher of its own session: it outlives a Ctrl-C and a kill -9 of the owner, and nothing else.
stop_after() {
    # shellcheck disable=SC2016 # expanded by the inner shell
    setsid bash -c 'tail --pid="$1" -f /dev/null; exec "$2" stop --name "$3" --wipe' - "$1" "$here/servers.sh" "$name" \
        </dev/null >/dev/null 2>&1 9>&- &
}

main "$@"

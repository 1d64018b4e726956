#!/usr/bin/env bash
# Espero on one PC: private servers, one orchestrator, stations and, for a trial, virtual phones.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
clone=${here%/*}
out=$clone/out
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
# shellcheck source=programs.sh
. "$here/programs.sh"
# shellcheck source=demonstration.sh
. "$here/demonstration.sh"
# shellcheck source=progress.sh
. "$here/progress.sh"
# shellcheck source=demo/files.sh
. "$here/demo/files.sh"

phones=0
stations=2
http_port=7081
grpc_port=7080
orchestrator=''
once=no
json=no
station_only=no
# What a person has to unplug a phone after its release; the product's own is 30 s, and nobody holds these phones.
readonly COUNTDOWN=00:00:03
readonly ONCE_LIMIT_SECONDS=900
place=''
own_servers=no

usage() {
    cat <<'END'
Example: deploy/up.sh --virtual-phones 8

Installs what is missing, builds, and runs Espero on this PC until Ctrl-C. Everything listens on loopback only.

  --virtual-phones N           start N phones in software, release them and write the demonstration build onto them
  --stations N                 share them among N stations (2)
  --once                       end when every phone is done; exit 0 only if all were written
  --json                       end with one line of JSON
  --http-port PORT             the dashboard and the files of builds (7081)
  --grpc-port PORT             stations and the espero command (7080)
  --station-only --orchestrator http://HOST:PORT
                               start one station for an orchestrator that runs already
END
}

main() {
    read_options "$@"
    install_packages run
    "$here/build.sh" >&2
    place=$(run_place "$clone" up)
    exec 9>"$place/up.lock"
    flock -n 9 || fail "Espero is already running from this clone." "Another up.sh holds $place." "Use that one, or stop it with Ctrl-C first."
    trap stop EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM

    SECONDS=0
    began=$(date +%s%N)
    if [[ $station_only == yes ]]; then
        run_station_only
    else
        run_all
    fi
}

read_options() {
    while (($#)); do
        case $1 in
            --virtual-phones) require_number "$@"; phones=$2; shift 2 ;;
            --stations) require_number "$@"; stations=$2; shift 2 ;;
            --http-port) require_number "$@"; http_port=$2; shift 2 ;;
            --grpc-port) require_number "$@"; grpc_port=$2; shift 2 ;;
            --orchestrator) require_value "$@"; orchestrator=$2; shift 2 ;;
            --station-only) station_only=yes; shift ;;
            --once) once=yes; shift ;;
            --json) json=yes; shift ;;
            --help) usage; exit 0 ;;
            *) usage_error "Unknown option $1." ;;
        esac
    done
    [[ $station_only == no || -n $orchestrator ]] || usage_error "--station-only needs --orchestrator http://HOST:PORT."
    [[ $once == no || $phones -gt 0 ]] || usage_error "--once needs --virtual-phones N."
    ((stations > 0)) || usage_error "--stations needs at least 1."
    ((stations <= phones)) || stations=$((phones > 0 ? phones : 1))
}

require_number() {
    require_value "$@"
    [[ $2 =~ ^[0-9]{1,5}$ ]] || usage_error "$1 needs a whole number, not '$2'."
}

run_station_only() {
    start_phones 1 "$phones"
    start_station 1 1 "$phones"
    echo "The station runs for $orchestrator. Ctrl-C stops it."
    watch_over
}

run_all() {
    port_must_be_free "$http_port" --http-port
    port_must_be_free "$grpc_port" --grpc-port
    orchestrator=http://127.0.0.1:$grpc_port
    local servers first=1 share i
    own_servers=yes
    start_phones 1 "$phones"
    servers=$("$here/servers.sh" start --name up 9>&-)
    start_program orchestrator "$out/espero-orchestrator" serve --http "127.0.0.1:$http_port" --grpc "127.0.0.1:$grpc_port" \
        --database "$(sed -n 's/^database=//p' <<<"$servers")" --bus "$(sed -n 's/^bus=//p' <<<"$servers")" \
        --data "$place/orchestrator" --countdown "$COUNTDOWN"
    wait_for_port "$grpc_port" 60 "${started[-1]%%:*}" || blame orchestrator "did not get ready"
    echo "Dashboard: http://127.0.0.1:$http_port   (everything listens on loopback only)"
    for ((i = 1; i <= stations; i++)); do
        share=$(((phones + i - 1) / stations))
        start_station "$i" "$first" "$share"
        first=$((first + share))
    done
    if ((phones > 0)); then
        add_demonstration_build
        echo "Releasing and writing $phones virtual phones; the countdown after a release is 3 s for them, 30 s for real ones."
        release_and_flash "$phones"
        follow_jobs
    fi
    [[ $once == yes ]] || { echo "Ctrl-C stops everything."; watch_over; }
}

follow_jobs() {
    until (($(count_jobs succeeded written failed cancelled) == phones)); do
        require_alive orchestrator
        ((SECONDS < ONCE_LIMIT_SECONDS)) || { say "Not every phone was done within $ONCE_LIMIT_SECONDS s; the logs are in $place/log."; break; }
        show_progress
        sleep 1
    done
    show_progress
    sum_up
}

sum_up() {
    local succeeded written failed tenths
    succeeded=$(count_jobs succeeded)
    written=$(count_jobs written)
    failed=$(count_jobs failed)
    tenths=$((($(date +%s%N) - began) / 100000000))
    echo "$((succeeded + written)) of $phones phones are written, $failed failed."
    if [[ $json == yes ]]; then
        printf '{"phones":%d,"succeeded":%d,"written":%d,"failed":%d,"seconds":%d.%d}\n' \
            "$phones" "$succeeded" "$written" "$failed" $((tenths / 10)) $((tenths % 10))
    fi
    if [[ $once == yes ]]; then
        ((succeeded + written == phones)) && exit 0 || exit 1
    fi
}

# Until Ctrl-C; a program that ends by itself is named at once.
watch_over() {
    local entry
    while :; do
        for entry in "${started[@]}"; do
            require_alive "${entry#*:}"
        done
        sleep 1
    done
}

stop() {
    local code=$?
    trap - EXIT INT TERM
    stop_programs
    if [[ $own_servers == yes ]]; then
        "$here/servers.sh" stop --name up >/dev/null 9>&- || true
    fi
    exit "$code"
}

main "$@"

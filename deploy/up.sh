#!/usr/bin/env bash
# Espero on one PC: private servers, one orchestrator, stations and, for a trial, virtual phones.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
clone=${here%/*}
out=$clone/out
# shellcheck source=say.sh
. "$here/say.sh"
# shellcheck source=options.sh
. "$here/options.sh"
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
# shellcheck source=stopping.sh
. "$here/stopping.sh"
# shellcheck source=demo/files.sh
. "$here/demo/files.sh"

# What a person has to unplug a phone after its release; the product's own is 30 s, and nobody holds these phones.
readonly COUNTDOWN=00:00:03
place=''
servers_start=''

main() {
    read_options "$@"
    [[ $station_only == yes ]] || install_packages run
    "$here/build.sh" >&2
    take_place
    trap stop EXIT
    trap 'exit 129' HUP
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

# A lone station keeps a place of its own, so that it and a full run of one clone live side by side.
take_place() {
    if [[ $station_only == yes ]]; then
        place=$(run_folder "$clone" "station-$station")
        require_disk "$place" "$(needed_mib 1)"
    else
        place=$(run_place "$clone" up)
        require_disk "$place" $((SERVERS_MIB + $(needed_mib "$stations")))
    fi
    exec 9>"$place/up.lock"
    flock -n 9 || fail "This already runs from this clone." "Another up.sh holds $place." "Use that one, or stop it with Ctrl-C first."
    rm -rf "$place/log"
}

run_station_only() {
    start_phones "$phones"
    start_station "$station" 1 "$phones"
    wait_for_line "station-$station" 'was linked to|tries again by itself' 30
    if grep -q 'was linked to' "$place/log/station-$station.log"; then
        echo "Station $station is linked to $orchestrator. Its phones stay as they are until somebody releases them. Ctrl-C stops it."
    else
        echo "Station $station runs, but $orchestrator does not answer; it keeps trying. Ctrl-C stops it."
    fi
    watch_over
}

run_all() {
    port_must_be_free "$http_port" --http-port
    port_must_be_free "$grpc_port" --grpc-port
    orchestrator=http://127.0.0.1:$grpc_port
    start_phones "$phones"
    start_servers
    start_orchestrator
    start_stations
    if ((phones > 0)); then
        add_demonstration_build
        await_phones "$phones"
        inspect_interrupted
        echo "Releasing and writing $phones virtual phones; the countdown after a release is 3 s for them, 30 s for real ones."
        release_and_flash
        follow_jobs
    fi
    [[ $once == yes ]] || { echo "Ctrl-C stops everything."; watch_over; }
}

# In a session of their own, where Ctrl-C does not reach: a start cut short would leave a server that nobody knows of.
start_servers() {
    setsid "$here/servers.sh" start --name up >"$place/servers" 9>&- &
    servers_start=$!
    wait "$servers_start" || exit 1
}

start_orchestrator() {
    local extra=()
    [[ -z $models ]] || extra+=(--models "$models")
    [[ -z $public_http ]] || extra+=(--public-http "$public_http")
    start_program orchestrator "$out/espero-orchestrator" serve --http "127.0.0.1:$http_port" --grpc "127.0.0.1:$grpc_port" \
        --database "$(sed -n 's/^database=//p' "$place/servers")" --bus "$(sed -n 's/^bus=//p' "$place/servers")" \
        --data "$place/orchestrator" --countdown "$COUNTDOWN" "${extra[@]}"
    wait_for_port "$grpc_port" 60 "${started[-1]%%:*}" || blame orchestrator "did not get ready"
    echo "Dashboard: http://127.0.0.1:$http_port   (it and all else listen on loopback only)"
    [[ -z $models ]] || echo "Can a phone be freed? http://127.0.0.1:$http_port/verdict"
    [[ -z $public_http ]] || echo "Visitors are let in at http://$public_http/verdict and see nothing else."
}

start_stations() {
    local first=1 share i
    for ((i = 1; i <= stations; i++)); do
        share=$(((phones + i - 1) / stations))
        start_station "virtual-$i" "$first" "$share"
        first=$((first + share))
    done
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

main "$@"

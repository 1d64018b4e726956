# shellcheck shell=bash
# shellcheck disable=SC2154 # out, place, here, orchestrator and the ports belong to up.sh
# Drives the virtual phones through the same command people type. Sourced; needs say.sh, programs.sh, demo/files.sh.

readonly RELEASED_BY="up.sh, for its own virtual phones"
jobs=()
build=''

command_line() {
    "$out/espero" "$@" --orchestrator "http://127.0.0.1:$grpc_port"
}

# answer_of WHAT COMMAND...: the JSON answer, or one sentence and the end.
answer_of() {
    local what=$1
    shift
    command_line "$@" -o json || fail "$what did not succeed." "The orchestrator's answer is shown above." "See $place/log/orchestrator.log."
}

# start_phones FIRST COUNT: their serials, stores and ports stay the same from run to run.
start_phones() {
    local i folder
    for ((i = $1; i < $1 + $2; i++)); do
        folder=$place/phones/$i
        mkdir -p "$folder"
        start_program "phone-$i" "$out/espero-phone" --model virtual-a --serial "$(phone_serial "$i")" \
            --listen "tcp:127.0.0.1:$(kept_port "$folder.port")" --store "$folder" --mode bootloader
    done
    for ((i = $1; i < $1 + $2; i++)); do
        wait_for_line "phone-$i" '^listening on tcp:' 20
    done
}

phone_serial() {
    printf 'VIRTUAL%04d' "$1"
}

# start_station NUMBER FIRST-PHONE COUNT
start_station() {
    local i
    local -a ports=()
    for ((i = $2; i < $2 + $3; i++)); do
        ports+=(--phone "tcp:127.0.0.1:$(<"$place/phones/$i.port")")
    done
    start_program "station-$1" "$out/espero-station" run --orchestrator "$orchestrator" --station "virtual-$1" --site virtual \
        --data "$place/stations/$1" "${ports[@]}"
}

add_demonstration_build() {
    mkdir -p "$place/demo"
    demo_files "$place/demo"
    build=$(answer_of "Adding the demonstration build" builds add "$place/demo/build.yaml" --recipe "$here/demo/recipe.yaml" \
        --files "$place/demo" | jq -r '[.. | .buildId? // empty][0]')
}

# The phones this up.sh started, and no other that somebody may have linked to the same orchestrator.
plugged_in_phones() {
    answer_of "Listing the phones" phones | jq -r '.phones[] | select(.stationId | test("^virtual-")) | select(.portPath != "") | .phoneId'
}

# release_and_flash COUNT
release_and_flash() {
    local tries=600 phone
    local -a found=()
    until ((${#found[@]} >= $1)); do
        ((tries-- > 0)) || fail "Only ${#found[@]} of $1 virtual phones were seen." "The stations did not report the others within a minute." \
            "See $place/log/station-1.log."
        sleep 0.1
        mapfile -t found < <(plugged_in_phones)
    done
    for phone in "${found[@]}"; do
        answer_of "Releasing a virtual phone" release --phone "$phone" --basis blank --battery-not-swollen --by "$RELEASED_BY" >/dev/null
        jobs+=("$(answer_of "Asking for the build" flash --phone "$phone" --build "$build" --by "$RELEASED_BY" | jq -r '.job.jobId')")
    done
}

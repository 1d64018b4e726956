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

# needed_mib STATIONS: what the demonstration will still write into $place. Each phone and each station gets a copy of the build,
# the orchestrator two, and a station's journal wants room too.
needed_mib() {
    local build=$((DEMO_SYSTEM_MIB + DEMO_BOOT_MIB)) used needed
    used=$(du -sm "$place" 2>/dev/null | cut -f 1)
    needed=$((phones * build + $1 * (build + 64) + 2 * build - used))
    echo $((needed > 64 ? needed : 64))
}

# start_phones COUNT: their serials, stores and ports stay the same from run to run.
start_phones() {
    local i folder
    local -a options=(--model virtual-a --mode bootloader)
    [[ -z $phone_rate ]] || options+=(--rate "$phone_rate")
    for ((i = 1; i <= $1; i++)); do
        folder=$place/phones/$i
        mkdir -p "$folder"
        start_program "phone-$i" "$out/espero-phone" "${options[@]}" --serial "$(phone_serial "$i")" \
            --listen "tcp:127.0.0.1:$(kept_port "$folder.port")" --store "$folder"
    done
    for ((i = 1; i <= $1; i++)); do
        wait_for_line "phone-$i" '^listening on tcp:' 20
    done
}

# Two runs of one clone must not show an orchestrator the same phone twice, so those of a lone station carry its name.
phone_serial() {
    if [[ $station_only == yes ]]; then
        printf '%s%04d' "$(printf '%s' "$station" | sha256sum | tr a-f A-F | cut -c 1-8)" "$1"
    else
        printf 'VIRTUAL%04d' "$1"
    fi
}

# start_station NAME FIRST-PHONE COUNT
start_station() {
    local i
    local -a ports=()
    for ((i = $2; i < $2 + $3; i++)); do
        ports+=(--phone "tcp:127.0.0.1:$(<"$place/phones/$i.port")")
    done
    start_program "station-$1" "$out/espero-station" run --orchestrator "$orchestrator" --station "$1" --site virtual \
        --data "$place/stations/$1" "${ports[@]}"
}

add_demonstration_build() {
    mkdir -p "$place/demo"
    demo_files "$place/demo"
    build=$(answer_of "Adding the demonstration build" builds add "$place/demo/build.yaml" --recipe "$here/demo/recipe.yaml" \
        --files "$place/demo" | jq -r '[.. | .buildId? // empty][0]')
}

# PHONE, JOB and RELEASE (a dash for none) of each phone that this up.sh started, and of no other on the same orchestrator.
plugged_in_phones() {
    answer_of "Listing the phones" phones | jq -r '.phones[] | select((.stationId | test("^virtual-[0-9]+$")) and .portPath != "")
        | [.phoneId, (.jobId | if . == "" then "-" else . end), (.release.releaseId // "-")] | @tsv'
}

# await_phones COUNT: all of them recognised.
await_phones() {
    local tries=600 seen
    until seen=$(plugged_in_phones | wc -l) && ((seen >= $1)); do
        ((tries-- > 0)) || fail "Only $seen of $1 virtual phones were seen." "The stations did not report the others within a minute." \
            "See $place/log/station-virtual-1.log."
        sleep 0.1
    done
}

# A run that was stopped at once left phones half written. They are looked at first, as an operator would have it done.
inspect_interrupted() {
    await_last_run
    local tries=600 job found
    found=$(interrupted_jobs)
    [[ -n $found ]] || return 0
    say "Looking first at what the last run left half written: $(wc -l <<<"$found") of $phones phones."
    for job in $found; do
        answer_of "Looking at a phone" inspect "$job" --by "$RELEASED_BY" >/dev/null
    done
    while [[ -n $(interrupted_jobs) ]]; do
        ((tries-- > 0)) || fail "A phone that the last run left half written was not looked at." "Its station did not answer within a minute." \
            "See $place/log, or remove $place to begin anew."
        sleep 0.1
    done
}

# What the last run began is still called running until its station has told how far it came.
await_last_run() {
    local tries=600
    while [[ -n $(jobs_in granted) ]]; do
        ((tries-- > 0)) || fail "A phone of the last run is still called running." "Its station did not tell within a minute how far it came." \
            "See $place/log/station-virtual-1.log."
        sleep 0.1
    done
}

interrupted_jobs() {
    jobs_in interrupted
}

# jobs_in STATE: of the phones that are plugged in.
jobs_in() {
    postgres_ask "$place/postgres" "select job_id from job where state = '$1' and phone_id in (select phone_id from port)"
}

# release_and_flash: what is already released or already has a job that has not ended is left as it is.
release_and_flash() {
    local phone job release
    while IFS=$'\t' read -r phone job release; do
        [[ $release != - ]] ||
            answer_of "Releasing a virtual phone" release --phone "$phone" --basis blank --battery-not-swollen --by "$RELEASED_BY" >/dev/null
        if [[ $job == - ]] || has_ended "$job"; then
            job=$(answer_of "Asking for the build" flash --phone "$phone" --build "$build" --by "$RELEASED_BY" | jq -r '.job.jobId')
        fi
        jobs+=("$job")
    done < <(plugged_in_phones)
}

has_ended() {
    [[ $(postgres_ask "$place/postgres" "select state from job where job_id = '$1'") =~ ^(succeeded|written|failed|cancelled)$ ]]
}

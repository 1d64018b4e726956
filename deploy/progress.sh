# shellcheck shell=bash
# shellcheck disable=SC2154 # place, jobs, phones, once, json and began belong to up.sh
# What a person sees while phones are written: a table that renews itself on a terminal, one line per change elsewhere. Sourced.

readonly WRITE_LIMIT_SECONDS=900
shown=''

follow_jobs() {
    local ended
    while :; do
        ended=$(count_jobs succeeded written failed cancelled)
        show_progress
        ((ended < phones)) || break
        require_alive orchestrator
        ((SECONDS < WRITE_LIMIT_SECONDS)) || { say "Not every phone was done within $WRITE_LIMIT_SECONDS s; the logs are in $place/log."; break; }
        sleep 1
    done
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

# "PHONE<tab>STATE<tab>PERCENT" for each job of this run.
job_lines() {
    command_line jobs -o json 2>/dev/null | jq -r --arg ids "${jobs[*]}" '
        ($ids | split(" ")) as $mine
        | .jobs | map(select(.jobId as $id | $mine | index($id))) | sort_by(.phoneLabel)[]
        | [ .phoneLabel,
            (.state | ltrimstr("JOB_STATE_") | ascii_downcase),
            (if ((.progress.totalBytes // "0") | tonumber) > 0
             then "\((.progress.doneBytes | tonumber) * 100 / (.progress.totalBytes | tonumber) | floor) % of step \(.progress.stepNumber)"
             else "" end) ] | @tsv' || true
}

show_progress() {
    local lines
    lines=$(job_lines)
    if [[ -t 1 ]]; then
        [[ -z $shown ]] || printf '\033[%dA' "$(wc -l <<<"$shown")"
        while IFS=$'\t' read -r phone state percent; do
            printf '\033[K%-28s %-12s %s\n' "$phone" "$state" "$percent"
        done <<<"$lines"
        shown=$lines
    else
        # States only: a line per percent would drown them.
        lines=$(cut -f 1,2 <<<"$lines")
        diff --changed-group-format='%>' --unchanged-group-format='' <(echo "$shown") <(echo "$lines") || true
        shown=$lines
    fi
}

# count_jobs STATE...: of this run, as committed in PostgreSQL.
count_jobs() {
    local ids states
    ids=$(printf "'%s'," "${jobs[@]}")
    states=$(printf "'%s'," "$@")
    postgres_ask "$place/postgres" "select count(*) from job where job_id in (${ids%,}) and state in (${states%,})"
}

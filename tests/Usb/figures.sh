# shellcheck shell=bash
# How fast the station's program writes, beside Debian's fastboot. Sourced by checks.sh.
# shellcheck disable=SC2154

readonly LEAST_RATIO=0.98

# figures ROUNDS SIZE-MIB: both from their first question to the phone's last answer.
figures() {
    local size=$2 round figure
    truncate -s "${size}M" files/large.img # what it holds does not matter to the wire
    start_phone 0 virtual-a --discard
    : >ours
    : >theirs
    for ((round = 0; round < $1; round++)); do
        fastboot -s VP0 flash userdata files/large.img 2>&1 | sed -n 's/^Finished. Total time: \([0-9.]*\)s/\1/p' >>theirs
        rm -rf data1-1/logs
        flash 1-1 figure >/dev/null 2>&1
        step_seconds flash-userdata data1-1/logs/*.log >>ours
    done
    figure=$(awk -v size="$size" -v ours="$(median ours)" -v theirs="$(median theirs)" \
        'BEGIN { printf "%d MiB: %.1f MiB/s, Debian fastboot %.1f MiB/s, ratio %.2f", size, size / ours, size / theirs, theirs / ours }')
    echo "figure - $figure"
    check "espero-station writes at least $LEAST_RATIO times as fast as Debian's fastboot" fast_enough "$figure"
    stop_phone 0
    rm files/large.img
}

# step_seconds STEP LOG: from its beginning to its end, by the attempt's log.
step_seconds() {
    sed -n "s/^[^ ]*T\([0-9:.]*\)Z step $1 \(began\|ended\).*/\1/p" "$2" |
        awk -F : '{ at[NR] = $1 * 3600 + $2 * 60 + $3 } END { printf "%.3f\n", at[2] - at[1] + (at[2] < at[1]) * 86400 }'
}

fast_enough() {
    awk -v ratio="${1##* }" -v least="$LEAST_RATIO" 'BEGIN { exit !(ratio >= least) }' || { echo "$1"; return 1; }
}

median() {
    sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

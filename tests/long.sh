#!/usr/bin/env bash
# The whole test run again and again, with more generated cases each time, then every parser of phones and files fed with noise:
# for the night, not for every commit.
set -euo pipefail

readonly TIMES=${ESPERO_REPEAT:-5}
# How many cases each property test generates that does not say so itself; read by CsCheck.
export CsCheck_Iter=${ESPERO_CASES:-10000}

# How many inputs each parser that faces a phone gets; those of files get a tenth.
readonly INPUTS=${ESPERO_INPUTS:-10000000}

case ${1:-} in
    '') ;;
    --help)
        echo "Example: ESPERO_REPEAT=3 ESPERO_CASES=50000 tests/long.sh"
        echo "Runs tests/run.sh 5 times, or ESPERO_REPEAT times, with 10000 or ESPERO_CASES cases for each property."
        echo "Then every parser that faces a phone gets 10000000 or ESPERO_INPUTS inputs and those of files a tenth, and the USB code"
        echo "a longer run."
        exit 0
        ;;
    *) echo "espero: Unknown option $1. Try long.sh --help." >&2 && exit 2 ;;
esac

tests=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bad=0
for ((run = 1; run <= TIMES; run++)); do
    echo "Run $run of $TIMES, $CsCheck_Iter cases for each property."
    "$tests/run.sh" || bad=$((bad + 1))
done
echo "$((TIMES - bad)) of $TIMES runs had no failure."
# fuzz PARSERS COUNT
fuzz() {
    dotnet run --project "$tests/Fuzz" --configuration Release -- "$1" --count "$2" --seed "$RANDOM" || bad=$((bad + 1))
}
fuzz phone "$INPUTS"
fuzz files $((INPUTS / 10))
"$tests/usb.sh" --long || bad=$((bad + 1))
((bad == 0))

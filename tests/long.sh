#!/usr/bin/env bash
# The whole test run again and again, with more generated cases each time: for the night, not for every commit.
set -euo pipefail

readonly TIMES=${ESPERO_REPEAT:-5}
# How many cases each property test generates; read by the tests and by CsCheck.
export ESPERO_SEEDS=${ESPERO_SEEDS:-10000}
export CsCheck_Iter=$ESPERO_SEEDS

tests=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bad=0
for ((time = 1; time <= TIMES; time++)); do
    "$tests/run.sh" || bad=$((bad + 1))
done
echo "$((TIMES - bad)) of $TIMES runs had no failure."
((bad == 0))

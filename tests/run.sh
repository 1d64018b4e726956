#!/usr/bin/env bash
# Runs every test on private servers of its own. The last line counts them; the exit code is 0 only if none failed.
set -euo pipefail

clone=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=../deploy/say.sh
. "$clone/deploy/say.sh"
# shellcheck source=../deploy/packages.sh
. "$clone/deploy/packages.sh"
# shellcheck source=../deploy/backports.sh
. "$clone/deploy/backports.sh"

readonly TIME_LIMIT=60m
log=$(mktemp)
usb_passed=0
usb_failed=0
servers=tests-run-$$

main() {
    case ${1:-} in
        '') ;;
        --help) echo "Example: tests/run.sh" && echo "Installs what the tests need, builds, and runs them all." && exit 0 ;;
        *) usage_error "Unknown option $1." ;;
    esac
    install_packages run build test >&2
    require_dotnet
    cd "$clone"
    fetch_adbd "$clone/.run/adbd" || true # said, and its tests are skipped
    install_npm tests/Browser
    trap 'rm -f "$log"' EXIT

    start_servers
    deploy/build.sh
    export ESPERO_OUT=$clone/out
    dotnet build Espero.sln --configuration Release --nologo -clp:ErrorsOnly -nodeReuse:false

    local ended=0
    # The whole product runs in some; beside other tests, two cores would be too few for their time limits.
    local -r whole='/(Deploy|EndToEnd)/'
    run_projects 2 "$(test_projects | grep -vE "$whole")" || ended=$?
    run_projects 1 "$(test_projects | grep -E "$whole")" || ended=$?
    run_usb
    report "$ended"
}

# They go with this process, however it ends.
start_servers() {
    local lines
    lines=$(deploy/servers.sh start --name "$servers" --until-exit-of $$)
    ESPERO_TEST_DATABASE=$(sed -n 's/^database=//p' <<<"$lines")
    ESPERO_TEST_BUS=$(sed -n 's/^bus=//p' <<<"$lines")
    export ESPERO_TEST_SERVERS=$servers ESPERO_TEST_DATABASE ESPERO_TEST_BUS
}

# A test project is one that holds a test.
test_projects() {
    grep -rlE '\[(Fact|Theory)\b' --include='*.cs' tests | cut -d / -f 1,2 | sort -u | while read -r folder; do
        printf '%s\n' "$folder"/*.csproj
    done
}

# run_projects HOW-MANY-AT-ONCE PROJECTS
run_projects() {
    local -a running=()
    local project status=0
    for project in $2; do
        run_project "$project" &
        running+=($!)
        if ((${#running[@]} == $1)); then
            wait "${running[0]}" || status=1
            running=("${running[@]:1}")
        fi
    done
    for project in "${running[@]}"; do
        wait "$project" || status=1
    done
    return "$status"
}

# The output of one project is printed whole when it ends, so that two at once stay readable.
run_project() {
    local name=${1##*/} own status=0
    own=$(mktemp)
    name=${name%.csproj}
    timeout --kill-after=10s "$TIME_LIMIT" "${1%/*}/bin/Release/net10.0/$name" --progress off --no-ansi >"$own" 2>&1 || status=$?
    {
        cat "$own"
        if ! grep -q '^  total: ' "$own"; then
            echo "$name ended with $status before it counted its tests."
        fi
    } | tee -a "$log"
    rm -f "$own"
    return "$status"
}

# In a virtual PC, and alone: it would take the tests' time, and they its.
run_usb() {
    local own
    own=$(mktemp)
    tests/usb.sh --short 2>&1 | tee "$own" | grep --line-buffered -vE '^[0-9]+ passed, [0-9]+ failed' || true
    if [[ $(tail -n 1 "$own") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
        usb_passed=${BASH_REMATCH[1]}
        usb_failed=${BASH_REMATCH[2]}
    else
        echo "The checks on USB did not get as far as counting themselves; that counts as one failure."
        usb_failed=1
    fi
    rm -f "$own"
}

report() {
    local passed failed skipped
    passed=$(($(count succeeded) + usb_passed))
    failed=$(($(count failed) + usb_failed))
    skipped=$(count skipped)
    if (($1 != 0 && failed == 0)); then
        echo "A test program ended badly although no test failed; it counts as one failure."
        failed=1
    fi
    grep -E '^failed ' "$log" | sort -u || true
    # Each reason once, where nobody overlooks it: a test that was skipped has shown nothing.
    grep -E '^ +NOT TESTED: ' "$log" | sort | uniq -c | sed -E 's/^ *([0-9]+) +NOT TESTED: /NOT TESTED (\1 tests): /' || true
    if ((skipped > 0)); then
        echo "$passed passed, $failed failed, $skipped skipped"
    else
        echo "$passed passed, $failed failed"
    fi
    ((failed == 0 && passed > 0))
}

count() {
    awk -v word="$1:" '$1 == word && /^  / { sum += $2 } END { print sum + 0 }' "$log"
}

main "$@"

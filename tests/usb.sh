#!/usr/bin/env bash
# Tries the station's program on real USB without a phone: in a virtual PC whose sockets and phones are in software. The last
# line counts the checks; the exit code is 0 only if none failed.
set -euo pipefail

clone=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=../deploy/say.sh
. "$clone/deploy/say.sh"
# shellcheck source=../deploy/packages.sh
. "$clone/deploy/packages.sh"
# shellcheck source=Usb/machine.sh
. "$clone/tests/Usb/machine.sh"

readonly SOCKETS=10
length=usual
limit=600
out=${ESPERO_OUT:-$clone/out}

usage() {
    cat <<'END'
Example: tests/usb.sh

Builds what it needs, boots Debian's kernel in an emulator, plugs phones in and out there, and writes them. With --short only
what no change may break, in two minutes; with --long also what takes minutes to be seen, and the figures over more and larger
downloads; with --figures only those. The kernel package is fetched once and kept in out/usb; nothing is installed of it.
END
}

main() {
    case ${1:-} in
        '') ;;
        --short) length=short limit=300 ;;
        --long) length=long limit=1500 ;;
        --figures) length=figures limit=900 ;;
        --help) usage; exit 0 ;;
        *) usage_error "Unknown option $1." ;;
    esac
    install_packages run test usb >&2
    # tests/run.sh has built them already.
    [[ -n ${ESPERO_OUT:-} ]] || "$clone/deploy/build.sh" >&2
    mkdir -p "$out/usb"
    [[ $length == short || $length == figures ]] || build_probe
    fetch_kernel "$out/usb"
    make_initramfs "$out/usb" "$clone/tests/Usb/init" "$out/usb/initramfs"

    local log=$out/usb/log
    run_machine "$out/usb" "$out/usb/initramfs" "$limit" "$SOCKETS" \
        /bin/bash "$clone/tests/Usb/checks.sh" "$clone" "$out" "$out/usb/probe/espero-usb-probe" "$length" |
        sed -u 's,\r,,' | tee "$log" | grep --line-buffered -E '^(ok|not ok|figure) - ' || true
    report "$log"
}

report() {
    local passed failed
    passed=$(grep -c '^ok - ' "$1" || true)
    failed=$(grep -c '^not ok - ' "$1" || true)
    if ! grep -q '^the checks are over$' "$1"; then
        echo "The virtual PC ended, or its $limit s did, before the checks did; that counts as one failure (all of it: $1)."
        failed=$((failed + 1))
    fi
    echo "$passed passed, $failed failed"
    ((failed == 0 && passed > 0))
}

# Plays Samsung's download mode, which espero-phone does not, and watches phones come and go without asking again and again.
build_probe() {
    local log=$out/usb/probe.log
    require_dotnet
    dotnet publish "$clone/tests/Usb/Probe" --configuration Release --runtime linux-x64 --nologo -nodeReuse:false -clp:ErrorsOnly \
        --output "$out/usb/probe" >"$log" 2>&1 || fail "The probe could not be built." "The compiler's errors are in $log." \
        "Correct them and start again."
}

main "$@"

# shellcheck shell=bash
# Runs inside the virtual PC: phones in software, real USB between them and the station's program. One line per check.
# checks.sh CLONE PROGRAMS PROBE-PROGRAM short|usual|long|figures
set -uo pipefail

clone=$1
# shellcheck disable=SC2034 # the parts use them
phone_program=$2/espero-phone station=$2/espero-station
probe=$3
length=$4
for part in gadget phones modes recipes trouble figures; do
    # shellcheck disable=SC1090
    . "$clone/tests/Usb/$part.sh"
done

# Nobody's key, nobody's emulators, and the sentences in English.
export HOME=/tmp ADB_LOCAL_TRANSPORT_MAX_PORT=0 LANG=C.UTF-8
cd /tmp || exit 1

main() {
    local n
    for n in {0..7} 9; do
        make_gadget "dummy_udc.$n" fastboot adb files
    done
    make_files "$([[ $length == short ]] && echo 1 || echo 4)"
    "$length"_run
    echo 'the checks are over'
}

# What no change may break.
short_run() {
    modes
    there_and_back
    stop_phone 0
    other_phone
    eight_phones
}

every_trial() {
    modes
    there_and_back
    by_package
    plugging
    fetches
    wrong_hands
    mute_adb
    lost_cables
    cables_lost_for_good
    other_phone
    other_phone_in_the_middle
    restarts_ignored
    eight_phones
    other_makers
    download_mode
}

usual_run() {
    every_trial
    figures 3 32
    no_library
}

long_run() {
    begin_to_be_seen
    every_trial
    end_to_be_seen
    figures_run
    no_library
}

figures_run() {
    figures 5 128
}

# make_files MIB: bytes that no format finds empty, and so much of a format as the phone looks at.
make_files() {
    mkdir files
    { printf 'ANDROID!' && head -c $(($1 * MIB)) /dev/urandom; } >files/boot.img
    {
        printf 'espero-trial-system\nfingerprint=espero/usb:14/TRIAL/1:user/release-keys\nbuilt-at=1700000000\n\n'
        head -c $((2 * $1 * MIB)) /dev/urandom
    } >files/system.img
    git init -q empty
    git -C empty archive --format=zip --add-virtual-file="META-INF/com/android/metadata:$(package_metadata)" \
        "$(git -C empty mktree </dev/null)" >files/package.zip
}

package_metadata() {
    printf '%s\n' pre-device=virtual-c post-build=espero/usb:15/PACKAGE/1:user/release-keys post-timestamp=1990000000 \
        post-security-patch-level=2027-01-01
}

# Samsung's download mode: a gadget of its own beside the fastboot ones, on a controller that none of them uses now.
download_mode() {
    local phone
    make_gadget dummy_udc.8 download
    "$probe" download-mode dummy_udc.8 samsung >samsung.log 2>&1 &
    phone=$!
    wait_for 20 is_plugged 9-1
    check 'heimdall sees a phone in download mode' says 'Device detected' heimdall detect
    check 'espero-station lists it with nothing in its way' says '^9-1 *download [^(]*$' "$station" phones
    check 'and records what its table says' says 'partition.RECOVERY' "$station" facts --phone 9-1
    check 'a recipe is carried out there' flash 9-1 download
    check 'and its bytes arrive' cmp files/boot.img samsung/2
    check 'those of the second partition, too' cmp files/boot.img samsung/1
    make_serial_gadget other 0x04e8 0x685d
    push_gadget other dummy_udc.0
    wait_for 10 is_plugged 1-1
    check 'beside a second one it is not written, and that one is named' flash_ends 9-1 download 'Besides port 9-1.* on 1-1'
    remove_gadget other
    wait_for 10 is_gone 1-1
    rm -rf samsung/*
    check 'alone again, it is written from the start' flash 9-1 download
    check 'and holds the image' cmp files/boot.img samsung/2
    kill "$phone"
    wait "$phone" 2>/dev/null
    wait_for 10 is_gone 9-1
}

main

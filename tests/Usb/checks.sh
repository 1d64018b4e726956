# shellcheck shell=bash
# Runs inside the virtual PC: phones in software, real USB between them and the station's code. One line per check.
# checks.sh CLONE PROGRAMS PROBE-PROGRAM short|long
set -uo pipefail

clone=$1
phone_program=$2/espero-phone
station=$2/espero-station
probe=$3
length=$4
# shellcheck source=gadget.sh
. "$clone/tests/Usb/gadget.sh"

readonly PHONES=8 MIB=1048576
cd /tmp || exit 1

main() {
    for ((n = 0; n < PHONES; n++)); do
        make_gadget "dummy_udc.$n" 0x18d1 0x4ee0
    done
    head -c $((8 * MIB)) /dev/urandom >image

    one_phone
    wrong_hands
    restarts
    lost_cables
    whole_recipes
    silence
    eight_phones
    other_phones
    download_mode
    figures
    no_library
    echo 'the checks are over'
}

# start_phone N OPTION...: returns when it is plugged in and configured.
start_phone() {
    run_phone "$@"
    wait_for 20 is_plugged "$(($1 + 1))-1"
}

run_phone() {
    local n=$1
    shift
    "$phone_program" --model virtual-a --usb "dummy_udc.$n" --store "phone$n" --serial "VP$n" --boot-time 0.5 "$@" >"phone$n.log" 2>&1 &
    phone_pid[n]=$!
}

stop_phone() {
    kill "${phone_pid[$1]}"
    wait "${phone_pid[$1]}" 2>/dev/null
    rm -rf "phone$1"
    wait_for 10 is_gone "$(($1 + 1))-1"
}

# Asks the kernel: a program takes half a second to start in here.
is_plugged() {
    [[ -e /sys/bus/usb/devices/$1/$1:1.0 ]]
}

is_gone() {
    [[ ! -e /sys/bus/usb/devices/$1 ]]
}

# A download is under way that is larger than the one before, which was the image.
is_taking_much() {
    (($(stat -c %s "$1/download.part") > 12 * MIB))
}

is_named() {
    "$probe" list | grep -q "^$1 .* $2 "
}

# check SENTENCE COMMAND...: what the command says is shown when it fails.
check() {
    local sentence=$1 said
    shift
    if said=$("$@" 2>&1); then
        echo "ok - $sentence"
    else
        echo "not ok - $sentence: $(tr '\n' ' ' <<<"$said" | tail -c 300)"
    fi
}

says() {
    local wanted=$1 said
    shift
    said=$(timeout 60 "$@" 2>&1)
    grep -q "$wanted" <<<"$said" || { echo "$said"; return 1; }
}

same_bytes() {
    cmp -n "$(stat -c %s "$1")" "$1" "$2"
}

one_phone() {
    start_phone 0
    check 'Debian'"'"'s fastboot sees the phone' says 'VP0.*usb:1-1' fastboot devices -l
    check 'the station sees the same phone on the same port' says '^1-1 18d1:4ee0 Fastboot High VP0 ready' "$probe" list
    check 'the phone answers' says '^virtual-a' "$probe" getvar 1-1 product
    check 'an image is written' timeout 60 "$probe" flash 1-1 boot_a image
    check 'its bytes are the image'"'"'s' same_bytes image phone0/partitions/boot_a.img
    check 'Debian'"'"'s fastboot writes it too' timeout 60 fastboot -s VP0 flash boot_b image
    check 'and leaves the same bytes' cmp phone0/partitions/boot_a.img phone0/partitions/boot_b.img
    local odd
    for odd in 1 512 262144 786433; do
        head -c "$odd" <image >odd-image
        check "a download of $odd bytes ends" timeout 20 "$probe" flash 1-1 misc odd-image
    done
    check 'nothing is known on an empty port' says '^CableLost: Nothing' "$probe" getvar 2-1 product
}

wrong_hands() {
    "$probe" hold 1-1 >/dev/null &
    local holder=$!
    wait_for 5 says HeldByOther "$probe" list
    check 'a phone that another program holds is shown so' says '^1-1 .* HeldByOther' "$probe" list
    check 'and that program is named' says '^HeldByOther: .*espero-usb-pro.*('"$holder"')' "$probe" getvar 1-1 product
    kill "$holder"
    wait "$holder" 2>/dev/null
    check 'a program that was killed leaves the phone usable' says '^virtual-a' "$probe" getvar 1-1 product
    check 'a phone that may not be opened is shown so' says '^1-1 .* VP0 NoPermission' setpriv --reuid 1000 --clear-groups "$probe" list
    check 'and opening it says why' says '^NoPermission: .*udev' setpriv --reuid 1000 --clear-groups "$probe" getvar 1-1 product
}

restarts() {
    "$probe" watch 15 >watched &
    local watcher=$!
    wait_for 5 grep -q Arrived watched
    check 'the phone restarts' "$probe" reboot 1-1
    wait_for 10 grep -q Left watched
    check 'it comes back by itself' wait_for 10 is_plugged 1-1
    check 'its going and coming were seen, in order' wait_for 10 went_and_came
    kill "$watcher"
    wait "$watcher" 2>/dev/null
    check 'Debian'"'"'s fastboot finds it after the restart' says VP0 fastboot devices
}

went_and_came() {
    [[ $(grep -o '[^ ]*$' watched | tr '\n' ' ') == 'Arrived Left Arrived ' ]] || { cat watched; return 1; }
}

lost_cables() {
    truncate -s 200M large # within the phone's largest download
    (wait_for 20 is_taking_much phone0 && pull_cable dummy_udc.0) &
    check 'a cable pulled in the middle is a lost cable' says '^CableLost: .*\(left\|wire\|no longer\)' timeout 20 "$probe" download 1-1 large
    wait $!
    push_cable dummy_udc.0
    wait_for 10 is_plugged 1-1
    check 'plugged in again, the phone is written from the start' timeout 60 "$probe" flash 1-1 boot_a image
    check 'and holds the image' same_bytes image phone0/partitions/boot_a.img
    rm large
    stop_phone 0
}

# What people run: the whole engine, with a restart in the middle of its recipe.
whole_recipes() {
    mkdir files
    cp image files/
    start_phone 0
    check 'espero-station lists the phone' says '^1-1 *bootloader' "$station" phones
    check 'espero-station carries out a recipe through a restart' flash_with_the_engine
    check 'what it wrote before the restart is the image' same_bytes image phone0/partitions/boot_a.img
    check 'and so is what it wrote after' same_bytes image phone0/partitions/vendor_boot_a.img
    truncate -s 64M files/image
    (wait_for 60 is_taking_much phone0 && pull_cable dummy_udc.0) &
    check 'a cable pulled under the engine is told to people' ends_with_a_lost_cable
    wait $!
    stop_phone 0
}

flash_with_the_engine() {
    LANG=C.UTF-8 timeout 120 "$station" flash --phone 1-1 --recipe "$clone/tests/Usb/recipe.yaml" --files files --data data \
        --yes-erase --by Checks
}

ends_with_a_lost_cable() {
    local said
    said=$(flash_with_the_engine 2>&1) && return 1
    grep -q '^cable-lost (flash-boot)' <<<"$said" || { echo "$said"; return 1; }
}

silence() {
    start_phone 0 --fault silent@1
    check 'a phone that says nothing is silent, not for ever' says '^Silent' timeout 15 "$probe" getvar 1-1 product
    stop_phone 0
}

eight_phones() {
    local n
    for ((n = 0; n < PHONES; n++)); do
        run_phone "$n"
    done
    for ((n = 0; n < PHONES; n++)); do
        wait_for 30 is_plugged "$((n + 1))-1"
    done
    check 'eight phones are seen' eight_are_listed
    check 'eight phones are written at once' timeout 120 "$probe" flash-all boot_a image
    for ((n = 0; n < PHONES; n++)); do
        check "phone $((n + 1)) of 8 holds the image" same_bytes image "phone$n/partitions/boot_a.img"
    done
    for ((n = 0; n < PHONES; n++)); do
        stop_phone "$n"
    done
}

eight_are_listed() {
    (($("$probe" list | grep -c 'Fastboot High VP. ready') == PHONES)) || { "$probe" list; return 1; }
}

# By their ids alone, as nobody can talk to them here; a serial port stands for what they really show.
other_phones() {
    named_phone 04e8 685d SamsungDownload
    named_phone 05c6 9008 QualcommEdl
    named_phone 0e8d 0003 MediaTekBootRom
    named_phone 0e8d 2000 MediaTekPreloader
    named_phone 04e8 6860 WithoutDebugging
}

named_phone() {
    make_serial_gadget other "0x$1" "0x$2"
    push_gadget other dummy_udc.0
    check "$1:$2 is named $3" wait_for 10 is_named 1-1 "$3"
    remove_gadget other
    wait_for 10 is_gone 1-1
}

# Samsung's download mode: a gadget of its own beside the fastboot ones, on a controller that none of them uses now.
download_mode() {
    local phone
    make_gadget dummy_udc.8 0x04e8 0x685d
    "$probe" download-mode dummy_udc.8 samsung >samsung.log 2>&1 &
    phone=$!
    wait_for 20 is_plugged 9-1
    check 'heimdall sees a phone in download mode' says 'Device detected' heimdall detect
    check 'heimdall reads its partitions' says 'Partition Name: RECOVERY' timeout 60 heimdall print-pit --no-reboot
    check 'heimdall writes an image' timeout 60 heimdall flash --resume --RECOVERY image --no-reboot
    check 'and its bytes arrive' cmp image samsung/2
    kill "$phone"
    wait "$phone" 2>/dev/null
    wait_for 10 is_gone 9-1
}

figures() {
    local rounds=3 sizeMib=32 round
    [[ $length == long ]] && rounds=5 sizeMib=128
    truncate -s "${sizeMib}M" large # what it holds does not matter to the wire
    start_phone 0 --discard
    : >ours
    : >theirs
    for ((round = 0; round < rounds; round++)); do
        fastboot -s VP0 flash userdata large 2>&1 | sed -n 's/^Sending.*OKAY \[ *\([0-9.]*\)s\]/\1/p' >>theirs
        "$probe" download 1-1 large | sed -n 's/^downloaded .* in \([0-9.]*\) s/\1/p' >>ours
    done
    awk -v size="$sizeMib" -v ours="$(median ours)" -v theirs="$(median theirs)" \
        'BEGIN {
            printf "figure - %d MiB: %.1f MiB/s, ", size, size / ours
            printf "Debian fastboot %.1f MiB/s, ratio %.2f\n", size / theirs, theirs / ours
        }'
    stop_phone 0
    rm large
}

median() {
    sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

# Last, because it stays: the file goes from the layer of memory only.
no_library() {
    start_phone 0
    rm -f /usr/lib/*/libusb-1.0.so.0*
    check 'without libusb phones are still seen' says '^1-1 .* VP0 ready' "$probe" list
    check 'and the missing package is named' says '^LibraryMissing: .*libusb-1.0-0' "$probe" getvar 1-1 product
    stop_phone 0
}

main

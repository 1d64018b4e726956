# shellcheck shell=bash
# Cables, phones and programs that misbehave. Sourced by checks.sh.
# shellcheck disable=SC2154

lost_cables() {
    start_phone 0 virtual-a
    much_to_write
    (wait_for 60 is_taking_much phone0 && pull_cable dummy_udc.0 && sleep 1 && push_cable dummy_udc.0) &
    check 'a cable that was out for a moment costs only time' flash 1-1 restart
    wait $!
    check 'and the phone holds the image' same_bytes files/boot.img phone0/partitions/boot_a.img
    stop_phone 0
    little_to_write
}

cables_lost_for_good() {
    start_phone 0 virtual-a
    much_to_write
    (wait_for 60 is_taking_much phone0 && pull_cable dummy_udc.0) &
    check 'a cable pulled for good is told to people' flash_ends 1-1 restart '^phone-unplugged (flash-boot)'
    wait $!
    check 'nothing is known of an empty port' says '^phone-not-seen' flash 1-1 restart
    push_cable dummy_udc.0
    wait_for 10 is_plugged 1-1
    little_to_write
    check 'plugged in again, the phone is written from the start' flash 1-1 restart
    check 'and holds the image' same_bytes files/boot.img phone0/partitions/boot_a.img
    stop_phone 0
}

# Enough to be caught in the middle of it.
much_to_write() {
    cp files/boot.img little
    truncate -s 40M files/boot.img
}

little_to_write() {
    mv little files/boot.img
}

restarts_ignored() {
    start_phone 0 virtual-a --fault ignores-restarts
    check 'a phone that answers a restart and stays is not taken for one that came back' \
        flash_ends 1-1 restart 'told to restart, and has not left'
    check 'and nothing more is written to it' is_empty phone0/partitions/vendor_boot_a.img
    stop_phone 0
}

other_phone() {
    start_phone 0 virtual-a --boot-time 4
    (wait_for 60 is_gone 1-1 && swap) &
    check 'another phone after a restart ends the attempt' flash_ends 1-1 restart '^Interrupted: another phone'
    wait $!
    check 'and nothing is written to it' is_empty other/partitions/vendor_boot_a.img
    stop_other
}

other_phone_in_the_middle() {
    start_phone 0 virtual-a
    much_to_write
    (wait_for 60 is_taking_much phone0 && swap) &
    check 'another phone in the middle of a write ends the attempt' flash_ends 1-1 restart '^Interrupted: another phone'
    wait $!
    check 'and nothing is written to that one either' is_empty other/partitions/boot_a.img
    stop_other
    little_to_write
}

swap() {
    kill "${phone_pid[0]}"
    wait_for 10 is_gone 1-1
    "$phone_program" --model virtual-a --usb dummy_udc.0 --store other --serial OTHER >other.log 2>&1 &
    echo $! >other.pid
}

stop_other() {
    kill "$(cat other.pid)"
    wait_for 10 is_gone 1-1
    rm -rf phone0 other
}

# The phone is silent from the first word on, so fastboot waits, and holds it.
wrong_hands() {
    start_phone 0 virtual-a --fault silent@1
    fastboot -s VP0 getvar product >/dev/null 2>&1 &
    local holder=$!
    wait_for 5 says phone-held-by-other-program "$station" phones
    check 'a phone that another program holds is shown so, and the program named' \
        says 'phone-held-by-other-program.*fastboot ('"$holder"')' "$station" phones
    kill "$holder"
    wait "$holder" 2>/dev/null
    check 'a phone that may not be opened is shown so' says 'station-no-permission.*udev' \
        setpriv --reuid 1000 --clear-groups "$station" phones
    check 'a phone that is silent for ever is told in its limit' within 30 flash_ends 1-1 restart '^phone-silent'
    stop_phone 0
}

mute_adb() {
    start_phone 0 virtual-c --mode system --fault adb-is-mute
    check 'a phone whose adb never answers is shown so' says 'phone-offline' "$station" phones
    check 'and its attempt is refused in its limit' within 30 flash_ends 1-1 there-and-back '^phone-offline'
    stop_phone 0
    start_phone 0 virtual-c --mode system
    adb start-server 2>/dev/null
    wait_for 10 says '^VP0' adb devices
    check 'so is a phone that another adb server has' says 'phone-offline' "$station" phones
    adb kill-server
    check 'until that one is ended' says '^1-1 *system [^(]*$' "$station" phones
    stop_phone 0
}

# By their ids alone, as nobody can talk to them here; a serial port stands for what they really show.
other_makers() {
    named_phone 04e8 685d '^1-1 *download' "Samsung's download mode"
    named_phone 05c6 9008 "emergency-mode: .*Qualcomm's" "Qualcomm's emergency mode"
    named_phone 0e8d 0003 "emergency-mode: .*MediaTek's" "MediaTek's boot ROM"
    named_phone 0e8d 2000 "emergency-mode: .*MediaTek's" "MediaTek's preloader"
    named_phone 04e8 6860 'debugging-off' 'a phone without debugging'
}

named_phone() {
    make_serial_gadget other "0x$1" "0x$2"
    push_gadget other dummy_udc.0
    wait_for 10 is_plugged 1-1
    check "$1:$2 is told to be $4" says "$3" "$station" phones
    remove_gadget other
    wait_for 10 is_gone 1-1
}

# Last, because it stays: the file goes from the layer of memory only.
no_library() {
    start_phone 0 virtual-a
    rm -f /usr/lib/*/libusb-1.0.so.0*
    check 'without libusb phones are still seen' says '^1-1 *bootloader ' "$station" phones
    check 'and the missing package is named' says 'libusb-1.0-0' flash 1-1 restart
    stop_phone 0
}

# shellcheck shell=bash
# Whole recipes by the station's program, which is what people run. Sourced by checks.sh.
# shellcheck disable=SC2154

there_and_back() {
    start_phone 0 virtual-c --mode system --adb-survives-wipe
    check 'espero-station lists a running phone' says '^1-1 *system ' "$station" phones
    check 'a recipe goes from Android through bootloader and fastbootd and back' says '(read-back)' flash 1-1 there-and-back
    check 'the bootloader wrote what it was given' same_bytes files/boot.img phone0/partitions/boot_a.img
    check 'and fastbootd, too' same_bytes files/system.img phone0/partitions/system_a.img
    check 'the system that was written is on USB' shows 1-1 "$SYSTEM"
}

# The phone of the recipe before, in the system that it left.
by_package() {
    check 'a recipe goes through recovery and sideload to the system of a package' says '(read-back)' flash 1-1 sideload
    stop_phone 0
}

fetches() {
    start_phone 0 virtual-c
    check 'what fastbootd gives back is not taken for empty' flash_ends 1-1 not-empty '^data-not-wiped (.*)'
    stop_phone 0
}

# Alone on its socket, beside everything else: it takes three minutes.
begin_to_be_seen() {
    start_phone 9 virtual-c
    flash 10-1 seen-on-usb >seen 2>&1 &
    seeing=$!
}

end_to_be_seen() {
    wait "$seeing"
    check 'a wiped phone is seen on USB for three minutes' ended_well $? seen
    check 'and that is what its proof is called' says '(seen-on-usb)' cat seen
    check 'it shows its files and no debugging' shows 10-1 "$FILES"
    check 'and espero-station says so' says 'debugging-off' "$station" phones
    stop_phone 9
}

eight_phones() {
    local n
    local -a flashes=() ends=()
    for n in {0..7}; do
        run_phone "$n" virtual-a
    done
    for n in {0..7}; do
        wait_for 30 is_plugged "$((n + 1))-1"
    done
    check 'espero-station lists eight phones' eight_are_listed
    for n in {0..7}; do
        flash "$((n + 1))-1" restart >"flash$n" 2>&1 &
        flashes+=($!)
    done
    for n in {0..7}; do
        wait "${flashes[n]}"
        ends[n]=$?
    done
    for n in {0..7}; do
        check "phone $((n + 1)) of 8 is written through a restart" ended_well "${ends[n]}" "flash$n"
        check "phone $((n + 1)) of 8 holds the image" same_bytes files/boot.img "phone$n/partitions/boot_a.img"
        check "phone $((n + 1)) of 8 holds what came after the restart" same_bytes files/boot.img "phone$n/partitions/vendor_boot_a.img"
    done
    for n in {0..7}; do
        stop_phone "$n"
    done
}

eight_are_listed() {
    local said
    said=$("$station" phones)
    (($(grep -c '^[1-8]-1 *bootloader ' <<<"$said") == 8)) || { echo "$said"; return 1; }
}

# ended_well EXIT-CODE FILE: the file holds what was said.
ended_well() {
    (($1 == 0)) || { cat "$2"; return 1; }
}

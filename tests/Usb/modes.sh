# shellcheck shell=bash
# What Google's own tools make of a phone on USB, through all of its modes. Sourced by checks.sh.
# shellcheck disable=SC2154

# shellcheck disable=SC2034 # recipes.sh has the others
readonly BOOTLOADER=4ee0 FILES=4ee1 SYSTEM=4ee7 RECOVERY=d001

modes() {
    start_phone 0 virtual-c --mode system
    check 'Debian'"'"'s adb sees a running phone' says 'VP0.*device usb:1-1' adb devices -l
    check 'and speaks to it' says '^virtual-c' adb -s VP0 shell getprop ro.product.device
    check 'a file that is pushed and pulled is the same' pushed_and_pulled
    adb kill-server
    check 'the next adb server is answered on the same cable' says '^VP0' adb shell getprop ro.serialno
    check 'adb leads it to the bootloader' leads_to "$BOOTLOADER" adb reboot bootloader
    check 'Debian'"'"'s fastboot sees it there' says 'VP0.*usb:1-1' fastboot devices -l
    check 'fastboot leads it to fastbootd' timeout 30 fastboot reboot fastboot
    check 'which says that it is that' says 'is-userspace: yes' fastboot getvar is-userspace
    check 'espero-station, too, tells it from the bootloader' says '^1-1 *fastbootd ' "$station" phones
    check 'fastboot leads it to the recovery' leads_to "$RECOVERY" fastboot reboot recovery
    check 'where adb sees it' adb_sees recovery true
    check 'adb leads it to a sideload' adb_sees sideload adb reboot sideload
    check 'a package is taken' says 'Total xfer' adb sideload files/package.zip
    check 'the recovery comes back' adb_sees recovery true
    check 'and leads to the system that was installed' adb_sees device adb reboot
    check 'which says so' says '^espero/usb:15/PACKAGE' adb shell getprop ro.build.fingerprint
    adb kill-server
    stop_phone 0
}

# By the kernel's own news: nothing is asked again and again.
plugging() {
    start_phone 0 virtual-a
    "$probe" watch >watched &
    local watcher=$!
    wait_for 5 grep -q '^1-1 Arrived' watched
    check 'the phone restarts' timeout 30 fastboot reboot bootloader
    check 'its going and coming are seen, in order' wait_for 10 went_and_came
    kill "$watcher"
    wait "$watcher" 2>/dev/null
    stop_phone 0
}

went_and_came() {
    [[ $(sed -n 's,^1-1 ,,p' watched | tr '\n' ' ') == 'Arrived Left Arrived ' ]] || { cat watched; return 1; }
}

pushed_and_pulled() {
    local there=/data/local/tmp/boot.img
    timeout 60 adb push files/boot.img "$there" && timeout 60 adb pull "$there" pulled && cmp files/boot.img pulled
}

# leads_to PRODUCT-ID COMMAND...
leads_to() {
    local product=$1
    shift
    timeout 30 "$@" && wait_for 20 shows 1-1 "$product"
}

# adb_sees STATE COMMAND...
adb_sees() {
    local state=$1
    shift
    timeout 30 "$@" && wait_for 20 says "^VP0[[:space:]]*$state\$" adb devices
}

# shellcheck shell=bash
# Gadgets: phones made of configuration files, each on its own controller (kernel documentation, "Linux USB gadget
# configured through configfs"). Sourced inside the virtual PC.

readonly GADGETS=/sys/kernel/config/usb_gadget

# make_gadget CONTROLLER FACE...: everything but the ids and the interfaces. The program behind it says which it has, and shows
# one face at a time.
make_gadget() {
    local gadget=$GADGETS/$1 name=$1 face
    shift
    mkdir -p "$gadget"/strings/0x409 "$gadget"/configs/c.1/strings/0x409
    echo Espero >"$gadget/strings/0x409/manufacturer"
    echo 'Virtual phone' >"$gadget/strings/0x409/product"
    echo phone >"$gadget/configs/c.1/strings/0x409/configuration"
    for face in "$@"; do
        mkdir -p "$gadget/functions/ffs.$name.$face" "/dev/usb-ffs/$name/$face"
        mount -t functionfs "$name.$face" "/dev/usb-ffs/$name/$face"
    done
}

# make_serial_gadget NAME VENDOR PRODUCT: a gadget that needs no program behind it.
make_serial_gadget() {
    local gadget=$GADGETS/$1
    mkdir -p "$gadget"/strings/0x409 "$gadget"/configs/c.1 "$gadget/functions/acm.0"
    echo "$2" >"$gadget/idVendor"
    echo "$3" >"$gadget/idProduct"
    ln -s "$gadget/functions/acm.0" "$gadget/configs/c.1/"
}

push_gadget() {
    echo "$2" >"$GADGETS/$1/UDC"
}

remove_gadget() {
    local gadget=$GADGETS/$1
    echo >"$gadget/UDC"
    rm "$gadget/configs/c.1/acm.0"
    rmdir "$gadget/configs/c.1" "$gadget/functions/acm.0" "$gadget/strings/0x409" "$gadget"
}

# The cable, not the phone. The controller's own switch for this (soft_connect) leaves a dummy_hcd of Linux 6.1 deaf.
pull_cable() {
    echo >"$GADGETS/$1/UDC"
}

push_cable() {
    echo "$1" >"$GADGETS/$1/UDC"
}

# wait_for SECONDS COMMAND...: until it succeeds.
wait_for() {
    local limit=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < limit)) || return 1
        sleep 0.1
    done
}

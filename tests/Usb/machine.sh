# shellcheck shell=bash
# A virtual PC with Debian's kernel, whose USB sockets and phones are both in software. Sourced; needs say.sh.

readonly MACHINE_MODULES=(virtio_pci 9pnet_virtio 9p overlay configfs usbcore dummy_hcd libcomposite usb_f_fs usb_f_acm)

# fetch_kernel DIR: Debian's kernel package, unpacked as far as the machine needs it; nothing is installed.
fetch_kernel() {
    local dir=$1 version
    [[ -e $dir/complete ]] && return
    require_disk "$dir" 512
    say "Fetching Debian's kernel package ..."
    # A list of packages that is old names one that is no longer there.
    download_kernel "$dir" || { update_package_lists >>"$dir/fetch.log" 2>&1 && download_kernel "$dir"; } ||
        fail "Debian's kernel package could not be fetched." "apt-get ended badly (all of it: $dir/fetch.log)." \
            "Check the network and /etc/apt/sources.list, then start again."
    dpkg-deb -x "$dir"/linux-image-*.deb "$dir"
    rm "$dir"/linux-image-*.deb
    version=$(basename "$dir"/lib/modules/*)
    depmod -b "$dir" "$version"
    ln -s "boot/vmlinuz-$version" "$dir/vmlinuz"
    touch "$dir/complete"
}

download_kernel() {
    local package
    package=$(apt-cache depends linux-image-amd64 2>/dev/null | sed -n 's/^ *Depends: //p' | head -n 1)
    [[ -n $package ]] && (cd "$1" && apt-get download "$package") >>"$1/fetch.log" 2>&1
}

# make_initramfs KERNEL-DIR INIT FILE
make_initramfs() {
    local kernel=$1 root version module
    root=$(mktemp -d)
    version=$(basename "$kernel"/lib/modules/*)
    mkdir -p "$root"/{bin,proc,sys,dev,modules}
    cp "$(command -v busybox)" "$root/bin/busybox"
    install -m 755 "$2" "$root/init"
    modprobe -d "$kernel" -S "$version" --show-depends --all "${MACHINE_MODULES[@]}" |
        sed -n 's/^insmod \([^ ]*\).*/\1/p' | awk '!seen[$0]++' |
        while read -r module; do
            cp "$module" "$root/modules/"
            echo "/modules/${module##*/}"
        done >"$root/modules/order"
    (cd "$root" && find . | cpio --quiet -o -H newc | gzip -1) >"$3"
    rm -rf "$root"
}

# run_machine KERNEL-DIR INITRAMFS SECONDS PHONES COMMAND...: its console is our standard output. Software emulation, because
# KVM is rarely there.
run_machine() {
    local kernel=$1 initramfs=$2 limit=$3 phones=$4
    shift 4
    command -v qemu-system-x86_64 >/dev/null || fail "The virtual PC cannot be started." "qemu-system-x86_64 is not here." \
        "Install the package qemu-system-x86 and start again."
    local words="console=ttyS0 quiet loglevel=0 panic=-1 mitigations=off espero.phones=$phones"
    # Nehalem is the least that native .NET programs run on; the more a processor can, the longer its emulation takes.
    timeout --kill-after=10s "$limit" qemu-system-x86_64 -accel tcg,thread=multi -cpu Nehalem -smp 2 -m 3072 \
        -nodefaults -no-reboot -display none -serial stdio \
        -kernel "$kernel/vmlinuz" -initrd "$initramfs" \
        -append "$words espero.command=$(IFS=, && echo "$*")" \
        -virtfs local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap </dev/null
}

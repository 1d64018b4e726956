# shellcheck shell=bash
# Makes the files of the demonstration build: the same bytes on every machine, so that a second run finds the same build. Sourced.

readonly DEMO_SYSTEM_MIB=48
readonly DEMO_BOOT_MIB=4
readonly DEMO_UUID=6f4d9f2e-1c56-4f6e-9b58-0c2a7f5d3e11

# demo_files DIR: boot.img, system.img and build.yaml.
demo_files() {
    local dir=$1
    [[ ! -s $dir/build.yaml ]] || return 0
    require_disk "$dir" $((2 * (DEMO_SYSTEM_MIB + DEMO_BOOT_MIB)))
    demo_bytes boot "$DEMO_BOOT_MIB" >"$dir/boot.img"
    # A fixed clock, name and hash seed, for mkfs.ext4 writes all three into the image; then bytes into its free blocks.
    rm -f "$dir/system.img"
    E2FSPROGS_FAKE_TIME=1 /sbin/mkfs.ext4 -q -F -b 4096 -O ^has_journal -U "$DEMO_UUID" -E "hash_seed=$DEMO_UUID,root_owner=0:0" \
        "$dir/system.img" "${DEMO_SYSTEM_MIB}M" >/dev/null
    demo_bytes system $((DEMO_SYSTEM_MIB / 2)) | dd of="$dir/system.img" bs=1M seek=$((DEMO_SYSTEM_MIB / 3)) conv=notrunc iflag=fullblock status=none
    demo_manifest "$dir" >"$dir/build.new"
    mv "$dir/build.new" "$dir/build.yaml"
}

# Bytes that no file system and no sparse format finds empty: AES over zeros, its password the file's name.
demo_bytes() {
    head -c "$2M" /dev/zero | openssl enc -aes-128-ctr -nosalt -pbkdf2 -pass "pass:$1"
}

demo_manifest() {
    local name
    cat <<'END'
build: virtual-a-demo
version: "2026.1"
counter: 1
models: [espero/virtual-a]
files:
END
    for name in boot.img system.img; do
        printf '  - name: %s\n    size: %s\n    sha256: %s\n' "$name" "$(stat -c %s "$1/$name")" "$(sha256sum "$1/$name" | cut -d ' ' -f 1)"
    done
}

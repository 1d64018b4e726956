# shellcheck shell=bash
# Fetches Debian's own adbd, the daemon that runs on a phone, for the tests. Debian 12 has it in its backports only. It is unpacked
# into a folder and never installed: installed, it would listen on every address and let anybody in. The machine's own package
# sources stay as they are. Sourced; needs say.sh and packages.sh.

readonly ADBD_PACKAGES=(adbd android-libbase android-libboringssl android-libcutils android-liblog)
readonly ADBD_RELEASE=bookworm
readonly ADBD_TIME_LIMIT=5m

# fetch_adbd DIR: once; false, and said, where it cannot be had.
fetch_adbd() {
    [[ -e $1/complete ]] && return
    local why
    if ! why=$(adbd_obstacle) || ! mkdir -p "$1" || ! why=$(unpack_adbd "$1"); then
        say "Debian's adbd could not be fetched: ${why:-the folder $1 cannot be made}. The tests that speak to it are skipped."
        return 1
    fi
    touch "$1/complete"
}

# Of another release it would not find the libraries that it was built with.
adbd_obstacle() {
    command -v apt-get >/dev/null || { echo "this machine has no apt-get" && return 1; }
    grep -q "^VERSION_CODENAME=$ADBD_RELEASE$" /etc/os-release || { echo "this machine is no Debian 12" && return 1; }
    [[ -n $(debian_mirror) ]] || { echo "apt-get knows no mirror of Debian here; run apt-get update" && return 1; }
}

unpack_adbd() {
    local package
    mkdir -p "$1"/lists/partial "$1"/cache/archives/partial
    printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s-backports main\n' "$(debian_mirror)" \
        "$ADBD_RELEASE" >"$1/sources.list"
    if ! backports_apt_get "$1" update >"$1/fetch.log" 2>&1 ||
        ! (cd "$1" && backports_apt_get . download "${ADBD_PACKAGES[@]}") >>"$1/fetch.log" 2>&1; then
        echo "apt-get ended badly (all of it: $1/fetch.log)"
        return 1
    fi
    for package in "$1"/*.deb; do
        dpkg-deb -x "$package" "$1/root"
    done
    rm -rf "$1"/*.deb "$1/lists" "$1/cache"
}

# Where this machine has its other packages from, which may be a mirror nearby.
debian_mirror() {
    # shellcheck disable=SC2016 # apt-get fills it in
    apt-get indextargets --format '$(SITE)' "Codename: $ADBD_RELEASE" "Label: Debian" 2>/dev/null | sort -u | head -n 1
}

# backports_apt_get DIR ARGUMENT...: apt-get with lists and sources of its own. It needs no administrator.
backports_apt_get() {
    local dir
    dir=$(cd "$1" && pwd)
    shift
    timeout "$ADBD_TIME_LIMIT" apt-get -o APT::Sandbox::User="$(id -un)" -o Dir::Etc::sourcelist="$dir/sources.list" \
        -o Dir::Etc::sourceparts=- -o Dir::State::lists="$dir/lists" -o Dir::Cache="$dir/cache" "$@" </dev/null
}

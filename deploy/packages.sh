# shellcheck shell=bash
# Installs the Debian packages that a list in packages/ names and this machine lacks. Sourced; needs say.sh.

readonly PACKAGE_LISTS=${BASH_SOURCE[0]%/*}/packages

# install_packages LIST...: nothing is asked of the network when nothing is missing.
install_packages() {
    local -a missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0

    command -v apt-get >/dev/null || fail "The packages ${missing[*]} are missing." \
        "This machine has no apt-get." "Use Debian 12, or install them by hand and start again."
    ((EUID == 0)) || command -v sudo >/dev/null || fail "The packages ${missing[*]} are missing." \
        "Installing needs the administrator, and sudo is not here." "As root, run: apt-get install ${missing[*]}"

    say "Installing Debian packages: ${missing[*]}"
    require_disk /var 1024
    local log
    log=$(mktemp)
    if ! update_package_lists >"$log" 2>&1 || ! apt_get install --yes --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
        tail -n 5 "$log" >&2
        fail "The packages ${missing[*]} could not be installed." "apt-get ended as shown above (all of it: $log)." \
            "Check the network and /etc/apt/sources.list, then start again."
    fi
    rm -f "$log"
}

update_package_lists() {
    apt_get update
}

apt_get() {
    local -a as_root=(env)
    ((EUID == 0)) || as_root=(sudo env)
    "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

missing_packages() {
    local list
    for list in "$@"; do
        comm -13 <(installed_packages) <(sort -u "$PACKAGE_LISTS/$list")
    done | sort -u
}

installed_packages() {
    if command -v dpkg-query >/dev/null; then
        dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u
    fi
}

# install_npm FOLDER: what its package.json names, at the versions of its lock file.
install_npm() {
    # Other sources' nodejs brings its own npm, which Debian's package conflicts with.
    command -v npm >/dev/null || install_packages npm
    # Not "npm ci": it demands the packages of every other system in the lock file too, which a registry copy may lack.
    npm ls --prefix "$1" >/dev/null 2>&1 || npm install --prefix "$1" --no-save --no-audit --no-fund --loglevel=error >&2
}

# require_disk DIR MIB: says so before something half-written does.
require_disk() {
    local free
    free=$(df --output=avail -m "$1" | tail -n 1)
    ((free >= $2)) || fail "The disk that holds $1 is full." "It has $((free)) MiB left, and $2 MiB are needed." \
        "Free some space there and start again."
}

require_dotnet() {
    (cd "${PACKAGE_LISTS%/*}" && dotnet --version) >/dev/null 2>&1 || fail "The .NET 10 SDK is missing." \
        "'dotnet --version' finds no version that global.json accepts." "Install the package dotnet-sdk-10.0 and start again."
}

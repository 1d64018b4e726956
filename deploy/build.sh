#!/usr/bin/env bash
# Publishes the four programs into out/. What did not change since the last time is left alone.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
clone=${here%/*}
out=$clone/out
# shellcheck source=say.sh
. "$here/say.sh"
# shellcheck source=packages.sh
. "$here/packages.sh"
# shellcheck source=processes.sh
. "$here/processes.sh"

# What every program is made from, beside its own folders.
readonly SETTINGS=(Directory.Build.props Directory.Build.targets Directory.Packages.props global.json)

usage() {
    cat <<'END'
Example: deploy/build.sh

Publishes espero, espero-orchestrator, espero-station and espero-phone into out/. All but the orchestrator are compiled
ahead of time, which takes minutes the first time and nothing while their source stays the same.
END
}

main() {
    case ${1:-} in
        '') ;;
        --help) usage; exit 0 ;;
        *) usage_error "Unknown option $1." ;;
    esac
    mkdir -p "$out/lib"
    exec 9>"$out/lib/lock"
    flock 9

    publish espero orchestrator/Cli station-agent/Recipes protos
    publish espero-station station-agent/Host station-agent/Domain station-agent/Protocols station-agent/Recipes protos
    publish espero-phone station-agent/VirtualPhone station-agent/Protocols
    publish espero-orchestrator orchestrator/Host orchestrator/Contracts orchestrator/Domain station-agent/Recipes protos
}

# publish PROGRAM PROJECT-FOLDER OTHER-FOLDER...
publish() {
    local program=$1 stamp
    stamp=$(fingerprint "${@:2}")
    if [[ -x $out/$program && $(cat "$out/lib/$program.stamp" 2>/dev/null) == "$stamp" ]]; then
        echo "$program is up to date."
        return
    fi

    install_packages build
    require_dotnet
    require_disk "$out" 2048
    # Beside and moved: a program that is running must not be written into.
    rm -rf "$out/lib/$program.new"
    run_publish "$program" "$2"
    rm -f "$out/lib/$program.new/"*.dbg "$out/lib/$program.new/"*.xml
    rm -rf "${out:?}/lib/$program"
    mv "$out/lib/$program.new" "$out/lib/$program"
    ln -sfn "lib/$program/$program" "$out/$program"
    echo "$stamp" >"$out/lib/$program.stamp"
    echo "$program is built: $(du -sh "$out/lib/$program" | cut -f 1) in $SECONDS s."
}

run_publish() {
    local log=$out/lib/$1.log project
    local -a options=(--configuration Release --nologo -nodeReuse:false -clp:ErrorsOnly)
    project=$(printf '%s\n' "$clone/$2"/*.csproj)
    if grep -q '<PublishAot>true' "$project"; then
        options+=(--runtime "$(native_runtime)")
    fi
    say "Building $1 ..."
    SECONDS=0
    dotnet publish "$project" "${options[@]}" --output "$out/lib/$1.new" >"$log" 2>&1 9>&- || {
        grep -E 'error' "$log" | sort -u | head -n 10 >&2 || tail -n 10 "$log" >&2
        fail "$1 could not be built." "The compiler's errors are shown above (all of it: $log)." "Correct them and start again."
    }
}

native_runtime() {
    [[ $(uname -m) == x86_64 ]] || fail "Espero cannot be built on $(uname -m) yet." "Its packages are locked for 64-bit PCs." "Use such a PC."
    echo linux-x64
}

# By content, not by date: a fresh clone or a branch switch touches dates only.
fingerprint() {
    (cd "$clone" && find "${SETTINGS[@]}" "$@" -type f -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1)
}

main "$@"

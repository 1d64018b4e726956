# shellcheck shell=bash
# Sentences for people. Sourced by the commands of this folder.

# Standard output belongs to results, so talk goes to standard error unless a command says otherwise.
say() {
    printf '%s\n' "$*" >&2
}

# fail WHAT WHY WHAT-TO-DO: one paragraph, then the end.
fail() {
    printf 'espero: %s %s %s\n' "$1" "$2" "$3" >&2
    exit 1
}

require_value() {
    [[ $# -ge 2 && -n $2 ]] || usage_error "$1 needs a value."
}

usage_error() {
    printf 'espero: %s Try %s --help.\n' "$1" "${0##*/}" >&2
    exit 2
}

# shellcheck shell=bash
# Phones in software on the virtual PC's sockets, and how a check is told. Sourced by checks.sh; needs gadget.sh.
# shellcheck disable=SC2154 # some variables are the caller's

readonly MIB=1048576
declare -A phone_pid

# start_phone N MODEL OPTION...: returns when it is plugged in and configured.
start_phone() {
    run_phone "$@"
    wait_for 20 is_plugged "$(($1 + 1))-1" || echo "phone $1 does not appear: $(cat "phone$1.log")"
}

# run_phone N MODEL OPTION...
run_phone() {
    local n=$1 model=$2
    local -a boot=(--boot-time 0.5)
    shift 2
    [[ " $* " != *' --boot-time '* ]] || boot=()
    "$phone_program" --model "$model" --usb "dummy_udc.$n" --store "phone$n" --serial "VP$n" "${boot[@]}" "$@" >"phone$n.log" 2>&1 &
    phone_pid[$n]=$!
}

stop_phone() {
    end_phone "$1"
    rm -rf "phone$1"
}

# Its store stays, to be looked at.
end_phone() {
    kill "${phone_pid[$1]}"
    wait "${phone_pid[$1]}" 2>/dev/null
    wait_for 10 is_gone "$(($1 + 1))-1"
}

# Asks the kernel: a program takes half a second to start in here.
is_plugged() {
    [[ -e /sys/bus/usb/devices/$1/$1:1.0 ]]
}

is_gone() {
    [[ ! -e /sys/bus/usb/devices/$1 ]]
}

# shows PORT PRODUCT-ID: by which modes are told apart.
shows() {
    is_plugged "$1" && [[ $(cat "/sys/bus/usb/devices/$1/idProduct" 2>/dev/null) == "$2" ]]
}

# A download is under way that is larger than half of the image it is part of.
is_taking_much() {
    (($(stat -c %s "$1/download.part" 2>/dev/null || echo 0) > 12 * MIB))
}

# flash PORT RECIPE [OPTION...]: by the station's program, with its own journal and adb server for each port.
flash() {
    local port=$1 recipe=$2
    shift 2
    timeout 300 "$station" flash --phone "$port" --recipe "$clone/tests/Usb/recipes/$recipe.yaml" --files files --data "data$port" \
        --yes-erase --by Checks "$@"
}

# flash_ends PORT RECIPE WORDS: the attempt ends badly, and says so.
flash_ends() {
    local said
    said=$(flash "$1" "$2" 2>&1) && { echo "It ended well: $said"; return 1; }
    grep -q "$3" <<<"$said" || { echo "$said"; return 1; }
}

# check SENTENCE COMMAND...: what the command says is shown when it fails.
check() {
    local sentence=$1 said
    shift
    if said=$("$@" 2>&1); then
        echo "ok - $sentence"
    else
        echo "not ok - $sentence: $(tr '\n' ' ' <<<"$said" | tail -c 400)"
    fi
}

says() {
    local wanted=$1 said
    shift
    [[ $(type -t "$1") != file ]] || set -- timeout 60 "$@"
    said=$("$@" 2>&1)
    grep -q -- "$wanted" <<<"$said" || { echo "$said"; return 1; }
}

# within SECONDS COMMAND...: the command succeeds, and in that time.
within() {
    local limit=$1 from=$SECONDS
    shift
    "$@" || return 1
    ((SECONDS - from <= limit)) || { echo "It took $((SECONDS - from)) s."; return 1; }
}

same_bytes() {
    cmp -n "$(stat -c %s "$1")" "$1" "$2"
}

# Nothing was ever written there, or only emptiness.
is_empty() {
    [[ ! -s $1 ]] || cmp -n "$(stat -c %s "$1")" "$1" /dev/zero
}

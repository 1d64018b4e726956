# shellcheck shell=bash
# shellcheck disable=SC2034 # read by up.sh and by what it sources
# What a person may ask of up.sh. Sourced; needs say.sh.

phones=0
phone_rate=''
stations=2
http_port=7081
grpc_port=7080
orchestrator=''
station=$(uname -n | tr -c 'a-zA-Z0-9\n' -)
once=no
json=no
station_only=no
models=''
public_http=''

usage() {
    cat <<'END'
Example: deploy/up.sh --virtual-phones 8

Installs what is missing, builds, and runs Espero on this PC until Ctrl-C. Everything listens on loopback only,
but for --public-http.

  --virtual-phones N           start N phones in software, release them and write the demonstration build onto them
  --phone-rate BYTES_PER_S     let each of them take no more than this, as a real phone's cable does
  --stations N                 share them among N stations (2)
  --once                       end when every phone is done; exit 0 only if all were written
  --json                       print one line of JSON when every phone is done
  --http-port PORT             the dashboard and the files of builds (7081)
  --grpc-port PORT             stations and the espero command (7080)
  --models DIR                 what public projects say of models, for "can it be freed?" (README says where from)
  --public-http ADDRESS:PORT   let visitors in there: the question "can it be freed?" and nothing else

Example: deploy/up.sh --station-only --orchestrator http://127.0.0.1:7080 --virtual-phones 2

Starts one station for an orchestrator that runs already, beside whatever else runs from this clone.

  --station NAME               what it is called, unique among that orchestrator's stations (this PC's name)
END
}

read_options() {
    while (($#)); do
        case $1 in
            --virtual-phones) require_number 0 100 "$@"; phones=$2; shift 2 ;;
            --phone-rate) require_number 1 999999999 "$@"; phone_rate=$2; shift 2 ;;
            --stations) require_number 1 100 "$@"; stations=$2; shift 2 ;;
            --http-port) require_number 1 65535 "$@"; http_port=$2; shift 2 ;;
            --grpc-port) require_number 1 65535 "$@"; grpc_port=$2; shift 2 ;;
            --models) require_value "$@"; models=$2; shift 2 ;;
            --public-http) require_value "$@"; public_http=$2; shift 2 ;;
            --orchestrator) require_value "$@"; orchestrator=$2; shift 2 ;;
            --station) require_value "$@"; station=$2; shift 2 ;;
            --station-only) station_only=yes; shift ;;
            --once) once=yes; shift ;;
            --json) json=yes; shift ;;
            --help) usage; exit 0 ;;
            *) usage_error "Unknown option $1." ;;
        esac
    done
    if [[ $station_only == yes ]]; then
        check_station_options
    else
        check_options
    fi
}

check_station_options() {
    [[ -n $orchestrator ]] || usage_error "--station-only needs --orchestrator http://HOST:PORT."
    [[ -z $models && -z $public_http ]] || usage_error "--models and --public-http do not go with --station-only: they are the orchestrator's."
    [[ $once == no && $json == no ]] || usage_error "--once and --json do not go with --station-only: others decide what it writes."
    [[ $station =~ ^[A-Za-z0-9-]{1,40}$ && $station != virtual-* ]] ||
        usage_error "--station needs 1 to 40 letters, digits or hyphens that do not begin with virtual-, not '$station'."
}

check_options() {
    [[ -z $orchestrator ]] || usage_error "--orchestrator needs --station-only."
    [[ $once == no || $phones -gt 0 ]] || usage_error "--once needs --virtual-phones N."
    [[ -z $models || -d $models ]] || usage_error "--models needs a folder; there is none at '$models'."
    ((http_port != grpc_port)) || usage_error "--http-port and --grpc-port need two different ports."
    ((stations <= phones)) || stations=$((phones > 0 ? phones : 1))
}

# require_number FROM TO OPTION [VALUE] ...
require_number() {
    require_value "${@:3}"
    if ! [[ $4 =~ ^(0|[1-9][0-9]{0,8})$ ]] || (($4 < $1 || $4 > $2)); then
        usage_error "$3 needs a whole number from $1 to $2, not '$4'."
    fi
}

# shellcheck shell=bash
# A private RabbitMQ: loopback only, own ports, own epmd, never as root. Sourced; needs say.sh, ports.sh, processes.sh.

readonly RABBIT_NODE=espero@localhost

# rabbit_start DIR: ready when its port answers; does nothing while it runs.
rabbit_start() {
    local dir=$1 port launcher
    if rabbit_runs "$dir"; then
        return
    fi
    rabbit_prepare "$dir"
    rabbit_end_epmd "$dir"
    port=$(kept_port "$dir/port")
    kept_port "$dir/dist-port" >/dev/null
    kept_port "$dir/epmd-port" >/dev/null

    as_rabbit "$dir" setsid "$(rabbit_home)/sbin/rabbitmq-server" </dev/null >"$dir/out.log" 2>&1 9>&- &
    launcher=$!
    wait_for_port "$port" 120 "$launcher" || {
        tail -n 3 "$dir/out.log" >&2
        fail "The private RabbitMQ did not start." "Its log ends as shown above ($dir/out.log)." "Free disk space or remove $dir, and start again."
    }
}

rabbit_stop() {
    local pid
    pid=$(rabbit_pid "$1")
    if rabbit_runs "$1"; then
        end_process "$pid" 30
    fi
    rabbit_end_epmd "$1"
}

# Only this node's own epmd listens there. It outlives a node that was killed, and refuses to go while a node is registered.
rabbit_end_epmd() {
    if [[ -s $1/epmd-port ]] && port_answers "$(<"$1/epmd-port")"; then
        as_rabbit "$1" epmd -kill >/dev/null 2>&1 || true
    fi
}

# rabbit_bus DIR [VHOST]
rabbit_bus() {
    echo "amqp://guest:guest@127.0.0.1:$(<"$1/port")/${2:-}"
}

# rabbit_add_vhost DIR NAME: a broker's worth of queues that nobody else sees.
rabbit_add_vhost() {
    local permission='"user": "guest", "configure": ".*", "write": ".*", "read": ".*"'
    as_rabbit "$1" "$(rabbit_home)/sbin/rabbitmqctl" -q import_definitions >/dev/null \
        <<<"{\"vhosts\": [{\"name\": \"$2\"}], \"permissions\": [{\"vhost\": \"$2\", $permission}]}"
}

rabbit_pid() {
    cat "$1/pid" 2>/dev/null || true
}

rabbit_runs() {
    is_process "$(rabbit_pid "$1")" "$1"
}

rabbit_home() {
    local home
    home=$(printf '%s\n' /usr/lib/rabbitmq/lib/rabbitmq_server-* | sort -V | tail -n 1)
    [[ -d $home/sbin ]] || fail "RabbitMQ is not here." "No folder $home was found." "Install the package rabbitmq-server and start again."
    echo "$home"
}

rabbit_prepare() {
    local dir=$1
    mkdir -p "$dir"/{home,mnesia,log,gen}
    : >"$dir/none.conf"
    rm -f "$dir/pid"
    echo '[].' >"$dir/enabled_plugins"
    printf '%s\n' 'loopback_users.guest = true' 'disk_free_limit.absolute = 50MB' 'vm_memory_high_watermark.absolute = 1GB' \
        'log.console = false' >"$dir/rabbitmq.conf"
    ((EUID != 0)) || chown -R rabbitmq:rabbitmq "$dir"
}

as_rabbit() {
    local dir=$1
    shift
    (cd "$dir" && as_user rabbitmq env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin LANG=C.UTF-8 HOME="$dir/home" \
        RABBITMQ_NODENAME="$RABBIT_NODE" RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_NODE_PORT="$(<"$dir/port")" \
        RABBITMQ_DIST_PORT="$(<"$dir/dist-port")" ERL_EPMD_PORT="$(<"$dir/epmd-port")" ERL_EPMD_ADDRESS=127.0.0.1 \
        RABBITMQ_MNESIA_BASE="$dir/mnesia" RABBITMQ_LOG_BASE="$dir/log" RABBITMQ_PID_FILE="$dir/pid" \
        RABBITMQ_CONF_ENV_FILE="$dir/none.conf" RABBITMQ_CONFIG_FILE="$dir/rabbitmq.conf" \
        RABBITMQ_ENABLED_PLUGINS_FILE="$dir/enabled_plugins" RABBITMQ_GENERATED_CONFIG_DIR="$dir/gen" \
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}" "$@")
}

# Sourced after setup.sh: PostgreSQL and Redis of our own, in a folder of their own, gone when the script ends.

SERVERS=""

need_servers() {
    install_debian postgresql redis-server || true
    command -v redis-server >/dev/null || fail "Redis is missing. Install it (apt-get install redis-server) and try again."
    PG_BIN=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    [ -n "$PG_BIN" ] || PG_BIN=$(dirname "$(command -v initdb || true)")
    [ -x "$PG_BIN/initdb" ] || fail "PostgreSQL is missing. Install it (apt-get install postgresql) and try again."
}

# PostgreSQL refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# Starts both; sets DATABASE_URL and REDIS_URL. They listen on sockets only, so no port is taken.
start_servers() {
    need_servers
    SERVERS=$(mktemp -d /tmp/sceneme-servers.XXXXXX)
    chmod 755 "$SERVERS"
    mkdir "$SERVERS/pg"
    [ "$(id -u)" != 0 ] || chown postgres "$SERVERS/pg"
    as_postgres "$PG_BIN/initdb" -D "$SERVERS/pg/data" -U sceneme -A trust -E UTF8 --no-sync >/dev/null
    # What a crash would lose does not matter here, so nothing waits for the disk.
    as_postgres "$PG_BIN/pg_ctl" -D "$SERVERS/pg/data" -l "$SERVERS/pg/log" -w \
        -o "-c listen_addresses='' -c unix_socket_directories='$SERVERS/pg' -c fsync=off -c max_connections=200" start >/dev/null
    as_postgres "$PG_BIN/createdb" -h "$SERVERS/pg" -U sceneme sceneme
    redis-server --port 0 --unixsocket "$SERVERS/redis.sock" --unixsocketperm 777 --dir "$SERVERS" \
        --save '' --appendonly no --daemonize yes --pidfile "$SERVERS/redis.pid" --logfile "$SERVERS/redis.log" >/dev/null
    trap stop_servers EXIT
    export DATABASE_URL="postgres://sceneme@/sceneme?host=$SERVERS/pg"
    export REDIS_URL="redis+socket://$SERVERS/redis.sock"
    local try
    for try in $(seq 50); do
        [ "$(redis-cli -s "$SERVERS/redis.sock" ping 2>/dev/null)" = PONG ] && return
        sleep 0.1
    done
    fail "Redis did not start: $(cat "$SERVERS/redis.log")"
}

stop_servers() {
    [ -n "$SERVERS" ] || return 0
    as_postgres "$PG_BIN/pg_ctl" -D "$SERVERS/pg/data" -m immediate stop >/dev/null 2>&1 || true
    [ ! -f "$SERVERS/redis.pid" ] || kill "$(cat "$SERVERS/redis.pid")" 2>/dev/null || true
    rm -rf "$SERVERS"
}

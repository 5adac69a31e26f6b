#!/bin/bash
# health.sh [SECONDS]: the health check of the image, exit code 0 or 1. A service is healthy when it is ready for the first time,
# and from then on as long as it is alive: whoever is not ready because a database is away is not helped by being killed.
# It runs every few seconds beside every process, where to start a Node would cost more than what it asks: Bash asks by itself.
# In $HEALTH_DIR, health-port (health-port.ts) says where the process answers, or that none does; was-ready is what this keeps.
set -euo pipefail

patience=${1:-8}
port=$(<"$HEALTH_DIR/health-port")
[ "$port" != none ] || exit 0
path=/ready
[ ! -e "$HEALTH_DIR/was-ready" ] || path=/health
exec {connection}<>"/dev/tcp/127.0.0.1/$port"
printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$path" "$port" >&"$connection"
status=
read -r -t "$patience" _ status _ <&"$connection" || true
[ "$status" = 200 ] || exit 1
: >"$HEALTH_DIR/was-ready"

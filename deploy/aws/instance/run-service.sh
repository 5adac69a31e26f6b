#!/bin/bash
# run-service.sh SERVICE: one process of the store, in the foreground; watch.sh looks after its health. What differs
# between processes stands in /etc/bookstore/services/SERVICE, an option of docker a line.
set -euo pipefail
# shellcheck source=instance-facts.sh
. "$(dirname "$0")/instance-facts.sh"

service=$1
mapfile -t options <"$settings/services/$service"
docker rm --force "bookstore-$service" >/dev/null 2>&1 || true

exec docker run --rm --name "bookstore-$service" --hostname "$service" \
  --network bookstore --network-alias "$service" \
  --no-healthcheck \
  --read-only --tmpfs /tmp:rw,noexec,nosuid,size=64m \
  --cap-drop ALL --security-opt no-new-privileges --pids-limit 256 \
  --stop-timeout "$STOP_SECONDS" \
  --log-driver awslogs --log-opt "awslogs-region=$AWS_REGION" --log-opt "awslogs-group=$LOG_GROUP" \
  --log-opt "awslogs-stream=$service/$(metadata_of instance-id)" \
  --log-opt mode=non-blocking --log-opt max-buffer-size=4m \
  --mount "type=bind,source=$run/secrets/$service,target=/run/secrets,readonly" \
  "${options[@]}" "$IMAGE" "$service"

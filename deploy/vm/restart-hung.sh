#!/usr/bin/env bash
# Kills each process that takes a connection but three times does not answer GET /health within five seconds; systemd
# starts it again.
#   restart-hung.sh FILE
# FILE has a line for each process: its unit, and its address with its port. One that refuses connections starts or stops.
set -euo pipefail

timed_out=28

hangs() {
  local code=0
  curl --silent --output /dev/null --max-time 5 "http://$1/health" || code=$?
  [ "$code" = "$timed_out" ]
}

while read -r unit address; do
  if hangs "$address" && hangs "$address" && hangs "$address"; then
    echo "$unit does not answer: it is killed."
    systemctl kill --signal=SIGKILL "$unit"
  fi
done <"$1"

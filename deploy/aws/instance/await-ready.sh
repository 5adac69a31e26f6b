#!/bin/bash
# await-ready.sh SECONDS: waits until every process of the store on this instance says that it is ready; exits 1, and
# names those that do not, when that takes longer.
set -euo pipefail
# shellcheck source=instance-facts.sh
. "$(dirname "$0")/instance-facts.sh"

deadline=$((SECONDS + $1))
while :; do
  missing=
  for place in $SERVICES; do
    curl --silent --fail --max-time 3 --output /dev/null "http://127.0.0.1:${place#*:}/ready" ||
      missing="$missing ${place%:*}"
  done
  [ -z "$missing" ] && exit 0
  if [ "$SECONDS" -ge "$deadline" ]; then
    echo "Not ready:$missing" >&2
    exit 1
  fi
  sleep 2
done

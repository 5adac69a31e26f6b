#!/bin/bash
# Before the store starts on this instance: its secrets, its network, its image; again and again until they are there.
set -euo pipefail
folder=$(dirname "$0")
# shellcheck source=instance-facts.sh
. "$folder/instance-facts.sh"

ready() {
  "$folder/fetch-secrets.sh" &&
    { docker network inspect bookstore >/dev/null 2>&1 || docker network create bookstore >/dev/null; } &&
    { docker image inspect "$IMAGE" >/dev/null 2>&1 || docker pull --quiet "$IMAGE"; }
}

until ready; do sleep 5; done

#!/bin/sh
# The health check of an NGINX in a container: healthy when the store is ready for the first time, and from then on as
# long as NGINX answers anything. Where the store is away, to kill NGINX as well would help nobody.
set -eu
curl -fsS --max-time 4 http://127.0.0.1:8080/ready -o /dev/null && touch /tmp/was-ready && exit
[ -e /tmp/was-ready ] && exec curl -sS --max-time 4 http://127.0.0.1:8080/health -o /dev/null
exit 1

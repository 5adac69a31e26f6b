#!/usr/bin/env bash
# Kills a process that takes connections but for a minute does not answer GET /health; systemd starts it again. Where
# several do not answer, the machine is too busy, and to start anything would make it busier: none is killed.
#   restart-hung.sh FILE
# FILE has a line for each process: its unit, and its address with its port. One that refuses connections starts or stops.
set -euo pipefail

timed_out=28
tries=6

hangs() {
  local code=0
  curl --silent --output /dev/null --max-time 10 "http://$1/health" || code=$?
  [ "$code" = "$timed_out" ]
}

hung=()
while read -r unit address; do
  ! hangs "$address" || hung+=("$unit $address")
done <"$1"

[ "${#hung[@]}" -gt 0 ] || exit 0
if [ "${#hung[@]}" -gt 1 ]; then
  echo "${#hung[@]} processes do not answer within 10 s: the machine is too busy."
  exit 0
fi

read -r unit address <<<"${hung[0]}"
for ((try = 1; try < tries; try++)); do
  hangs "$address" || exit 0
done
echo "$unit does not answer: it is killed."
systemctl kill --signal=SIGKILL "$unit"

#!/bin/bash
# Looks every five seconds. A process that does not answer /health a few times in a row hangs: it is started again; where
# that does not help for long, the group is told that this instance is unhealthy. And when the group takes this instance out
# of service, the store is stopped in order (the balancer sends nothing any more by then), and the group is told that it
# may end the instance.
set -euo pipefail
# shellcheck source=instance-facts.sh
. "$(dirname "$0")/instance-facts.sh"

declare -A silent

look_at() {
  local service=$1 port=$2
  if curl --silent --fail --max-time 3 --output /dev/null "http://127.0.0.1:$port/health"; then
    silent[$service]=0
    return
  fi
  silent[$service]=$((${silent[$service]:-0} + 1))
  if [ "${silent[$service]}" = "$HOPELESS_ROUNDS" ]; then
    echo "$service stays away: this instance is given up"
    aws autoscaling set-instance-health --instance-id "$(metadata_of instance-id)" --health-status Unhealthy || true
  fi
  [ $((${silent[$service]} % SILENT_ROUNDS)) = 0 ] || return 0
  # One that is stopped or starting is systemd's.
  systemctl is-active --quiet "bookstore@$service" || return 0
  echo "$service does not answer: it is started again"
  systemctl restart "bookstore@$service" || true
}

end() {
  echo 'the group takes this instance out of service'
  # The state may be told before the balancer has let go of this instance.
  sleep "$DEREGISTRATION_SECONDS"
  # Each by name: who stops a target alone does not wait for what is in it.
  systemctl stop bookstore.target 'bookstore@*.service' || true
  for _ in {1..60}; do
    complete_hook "$TERMINATE_HOOK" CONTINUE && exit 0
    sleep 5
  done
  exit 1
}

while :; do
  [ "$(metadata_of autoscaling/target-lifecycle-state)" = Terminated ] && end
  for place in $SERVICES; do look_at "${place%:*}" "${place#*:}"; done
  sleep 5
done

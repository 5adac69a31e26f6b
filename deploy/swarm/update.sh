# shellcheck shell=bash
# How services of a stack are brought to what files say, and waited for; deploy.sh takes this in.
# One may take `patience` seconds. `scratch` is a folder for what is made meanwhile.

# So long after a change a service that Swarm says nothing of is one that needed no update.
settling=10

docker_stack() { docker stack deploy ${RESOLVE_IMAGE:+--resolve-image "$RESOLVE_IMAGE"} "$@" >&2; }

# The names of the services in stack files, each once, in their order.
services_of() {
  local file names all=
  for file; do
    names=$(awk -f services.awk "$file") || give_up "$file: services.awk does not know where its services are."
    all+=$names$'\n'
  done
  awk 'NF && !seen[$0]++' <<<"$all"
}

spec_of() { docker service inspect "$1" --format '{{json .Spec}}' 2>/dev/null || true; }

# Whether a task has ended and the next one is still to begin: of a service that each node has, Swarm counts neither meanwhile.
begins_anew() {
  local states
  states=$(docker service ps "$1" --format '{{.DesiredState}}') && grep -qx Ready <<<"$states"
}

# What a service has come to: "wait", "done", or words for what went wrong. Before the moment EARLIEST, to be without an
# update proves nothing: Swarm begins one a little after it was told to.
look_at() {
  local service=$1 earliest=$2 state replicas
  # A manager that does not answer for a moment is asked again.
  state=$(docker service inspect "$service" --format '{{if .UpdateStatus}}{{.UpdateStatus.State}}{{end}}') || state=unknown
  replicas=$(docker service ls --filter "name=$service" --format '{{.Name}} {{.Replicas}}' |
    awk -v name="$service" '$1 == name { print $2 }') || replicas=
  case $state in
    rollback_completed) echo "did not become healthy and was taken back" ;;
    paused | rollback_paused) echo "is stuck" ;;
    '' | completed)
      if [ -z "$replicas" ] || [ "${replicas%/*}" != "${replicas#*/}" ] || begins_anew "$service"; then echo wait
      elif [ -z "$state" ] && [ "$SECONDS" -lt "$earliest" ]; then echo wait
      else echo "done"; fi ;;
    *) echo wait ;;
  esac
}

# Waits until a service has as many tasks as it should, and none is being changed, forward or back. Else says why not.
wait_for() {
  local service=$1 earliest=$2 deadline=$((SECONDS + patience)) seen
  while seen=$(look_at "$service" "$earliest"); [ "$seen" = wait ]; do
    [ "$SECONDS" -lt "$deadline" ] || { seen="is not there after $patience s"; break; }
    sleep 1
  done
  [ "$seen" != "done" ] || return 0
  say "✗ $service $seen: docker service ps --no-trunc $service"
  # What happened to its tasks, each thing once.
  docker service ps --no-trunc --format '{{.Error}}' "$service" | awk 'NF && !seen[$0]++ && told++ < 3 { print "  " $0 }' >&2
  return 1
}

# update_service STACK NAME FILE…: brings one service to what the files say, and waits for it. The other services of the stack
# are not touched: Docker leaves alone what its files do not have. Where it does not come to that, says why, and fails.
update_service() {
  local stack=$1 name=$2 first=$3 service=$1_$2 before earliest=0 file cut options=()
  for file in "${@:4}"; do
    cut=$scratch/${#options[@]}.yml
    ! awk -v only="$name" -f services.awk "$file" >"$cut" || options+=(-c "$cut")
  done
  before=$(spec_of "$service")
  # From standard input, so that what the files name is looked for in this folder.
  { awk -v only="$name" -f services.awk "$first" || true; } | docker_stack -c - "${options[@]}" "$stack" || {
    say "✗ docker stack deploy refuses $service"
    return 1
  }
  if [ -n "$before" ] && [ "$(spec_of "$service")" != "$before" ]; then earliest=$((SECONDS + settling)); fi
  wait_for "$service" "$earliest"
}

# Removes what a stack runs and none of these names.
remove_others() {
  local stack=$1 names=$2 service
  for service in $(docker stack services "$stack" --format '{{.Name}}'); do
    grep -qxF "${service#"${stack}_"}" <<<"$names" || docker service rm "$service" >/dev/null
  done
}

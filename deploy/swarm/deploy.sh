#!/bin/bash
# deploy.sh IMAGE: puts the store on the Swarm that this machine manages, or brings it to another image, one service after
# another, in the order of store.yml. Where one does not become healthy, those after it stay as they are. Safe to run again.
# deploy.sh --back IMAGE: brings it to an image that ran before, in the opposite order; the databases stay as they are.
#   NFS_SERVER   where replicas share files (NFS_PATH there, else /bookstore)
#   DATABASES    "no" where databases and broker are elsewhere: make the secrets bookstore-DATABASE_URL_… by hand then
#   UPDATE_TIMEOUT_SECONDS   how long a service may take until all its replicas are healthy, 900 by default; so may migrating
#   TLS_CERTIFICATE, TLS_KEY   PEM files, read when the secrets are made; without them NGINX makes one of its own
# The rest of the settings: the variables in store.yml and databases.yml.
set -euo pipefail
cd "$(dirname "$0")"
stack=bookstore
patience=${UPDATE_TIMEOUT_SECONDS:-900}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# shellcheck source=SCRIPTDIR/update.sh
. ./update.sh

say() { printf '%s\n' "$*" >&2; }
give_up() { say "✗ $*"; exit 1; }

back=
if [ "${1:-}" = --back ]; then back=yes; shift; fi
[ $# -eq 1 ] || give_up "Say which image: deploy.sh [--back] ghcr.io/you/bookstore:0.1.0"
export BOOKSTORE_IMAGE=$1
[ "$(docker info --format '{{.Swarm.ControlAvailable}}')" = true ] ||
  give_up "This machine manages no Swarm. Begin one by: docker swarm init"

has() { docker "$1" inspect "$2" >/dev/null 2>&1; }

make_secrets() {
  local folder
  folder=$(mktemp -d)
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$folder'" RETURN
  docker run --rm --network none --user 0:0 --volume "$folder:/secrets" "$BOOKSTORE_IMAGE" make-secrets /secrets >&2
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj "/CN=${DOMAIN:-localhost}" \
    -addext "subjectAltName=DNS:${DOMAIN:-localhost}" -keyout "$folder/own-key" -out "$folder/own-certificate" 2>/dev/null
  mkdir "$folder/tls"
  cp "${TLS_CERTIFICATE:-$folder/own-certificate}" "$folder/tls/tls-certificate"
  cp "${TLS_KEY:-$folder/own-key}" "$folder/tls/tls-key"
  find "$folder/store" "$folder/servers" "$folder/tls" -type f | while read -r file; do
    has secret "$stack-${file##*/}" || docker secret create "$stack-${file##*/}" "$file" >/dev/null
  done
}

migrate() {
  local options=()
  for name in AUTH CATALOG PURCHASE; do
    options+=(--secret "source=$stack-DATABASE_URL_$name,target=DATABASE_URL_$name"
      --env "DATABASE_URL_${name}_FILE=/run/secrets/DATABASE_URL_$name")
  done
  docker service rm "$stack-migrate" >/dev/null 2>&1 || true
  docker service create --quiet --detach --name "$stack-migrate" --mode replicated-job --network "$stack-databases" \
    --restart-condition on-failure --restart-max-attempts 5 --restart-delay 5s "${options[@]}" \
    ${RESOLVE_IMAGE:+--no-resolve-image} "$BOOKSTORE_IMAGE" migrate >/dev/null
  local deadline=$((SECONDS + patience)) states ended=0
  while :; do
    states=$(docker service ps "$stack-migrate" --format '{{.CurrentState}}' | awk '{print $1}')
    grep -qx Complete <<<"$states" && break
    # Swarm keeps the last five tasks, so attempts cannot be counted: none is left when no task is made for a while.
    if grep -qvxE 'Failed|Rejected' <<<"$states"; then ended=0; else ended=$((ended + 1)); fi
    if [ "$ended" -ge 20 ] || [ "$SECONDS" -ge "$deadline" ]; then
      docker service logs --raw "$stack-migrate" >&2 || true
      give_up "The databases could not be migrated; the store runs on as it was."
    fi
    sleep 1
  done
  docker service rm "$stack-migrate" >/dev/null
}

prepare() {
  local each
  has network "$stack-databases" || docker network create --driver overlay --attachable --internal "$stack-databases" >/dev/null
  has secret "$stack-INTERNAL_TOKEN_SECRET" || { say "… making secrets"; make_secrets; }
  [ "${DATABASES:-yes}" = yes ] || return 0
  for each in auth-database catalog-database purchase-database broker; do
    [ -n "$(docker node ls -q --filter "node.label=bookstore.$each=true")" ] ||
      give_up "No node has the label for $each. Give it to one: docker node update --label-add bookstore.$each=true NODE"
  done
  say "… databases and broker"
  docker_stack --prune -c databases.yml "$stack-databases"
  # Swarm begins to change a service a moment after it was told to.
  sleep 3
  local service failed=0
  for service in $(docker stack services "$stack-databases" --format '{{.Name}}'); do
    wait_for "$service" 0 || failed=1
  done
  [ "$failed" = 0 ] || exit 1
}

NGINX_SUM=$(cat ../nginx/*.conf ../nginx/*.sh | sha256sum | cut -c1-12)
export NGINX_SUM
read -ra overrides <<<"${OVERRIDES:-}"
files=(store.yml "${overrides[@]}")
names=$(services_of "${files[@]}")
if [ -n "$back" ]; then
  has service "${stack}_gateway" || give_up "There is no store to take back."
  names=$(tac <<<"$names")
else
  prepare
  say "… migrating the databases"
  migrate
fi

updated=()
for name in $names; do
  say "… $name"
  update_service "$stack" "$name" "${files[@]}" ||
    give_up "$name is not brought to $BOOKSTORE_IMAGE. What is: ${updated[*]:-nothing}. The others are as they were."
  updated+=("$name")
done
remove_others "$stack" "$names"
say "✓ the store runs $BOOKSTORE_IMAGE"

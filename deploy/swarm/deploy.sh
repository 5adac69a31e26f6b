#!/bin/bash
# deploy.sh IMAGE: puts the store on the Swarm that this machine manages, or brings it to another image, one service after
# another, in the order of store.yml. Where one does not become healthy, those after it stay as they are. Safe to run again.
# deploy.sh --back IMAGE: brings it to an image that ran before, in the opposite order; the databases stay as they are.
#   NFS_SERVER   where replicas share files (NFS_PATH there, else /bookstore)
#   DATABASES    "no" where databases and broker are elsewhere: make the secrets bookstore-DATABASE_URL_… by hand then
#   OWN_KEYS     "yes": services know each other by keys of their own, from then on; so a new store does. "no": by a secret
#                that all share, as they must beside a version that knows no such keys
#   INTERNAL_TLS "yes": NGINX and the services speak TLS to each other, from then on; "no": no more
#   UPDATE_TIMEOUT_SECONDS   how long a service may take until all its replicas are healthy, 900 by default; so may migrating
#   TLS_CERTIFICATE, TLS_KEY   PEM files, read when the secrets are made; without them NGINX makes one of its own
# The rest of the settings: the variables in store.yml and databases.yml.
set -euo pipefail
cd "$(dirname "$0")"
stack=bookstore
patience=${UPDATE_TIMEOUT_SECONDS:-900}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# shellcheck source=SCRIPTDIR/secrets.sh
. ./secrets.sh
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

# run_job NAME WORDS OPTION… IMAGE COMMAND…: runs a command of the image to its end; gives up, with these words, where it fails.
run_job() {
  local job=$stack-$1 words=$2 deadline=$((SECONDS + patience)) states ended=0
  docker service rm "$job" >/dev/null 2>&1 || true
  docker service create --quiet --detach --name "$job" --mode replicated-job \
    --restart-condition on-failure --restart-max-attempts 5 --restart-delay 5s \
    ${RESOLVE_IMAGE:+--no-resolve-image} "${@:3}" >/dev/null
  while :; do
    states=$(docker service ps "$job" --format '{{.CurrentState}}' | awk '{print $1}')
    grep -qx Complete <<<"$states" && break
    # Swarm keeps the last five tasks, so attempts cannot be counted: none is left when no task is made for a while.
    if grep -qvxE 'Failed|Rejected' <<<"$states"; then ended=0; else ended=$((ended + 1)); fi
    if [ "$ended" -ge 20 ] || [ "$SECONDS" -ge "$deadline" ]; then
      docker service logs --raw "$job" >&2 || true
      give_up "$words The store runs on as it was."
    fi
    sleep 1
  done
  docker service rm "$job" >/dev/null
}

# run_on_databases COMMAND WORDS SETTING…: the same for a command that is given these settings.
run_on_databases() {
  local name options=()
  for name in "${@:3}"; do
    options+=(--secret "source=$stack-$name,target=$name" --env "${name}_FILE=/run/secrets/$name")
  done
  run_job "$1" "$2" --network "$stack-databases" "${options[@]}" "$BOOKSTORE_IMAGE" "$1"
}

# By a user who may change tables, where there is one; the services' users are left the rows.
migrate() {
  local urls=(DATABASE_URL_{AUTH,CATALOG,PURCHASE})
  if has secret "$stack-DATABASE_URL_AUTH_MIGRATION"; then urls+=(DATABASE_URL_{AUTH,CATALOG,PURCHASE}_MIGRATION)
  else say "  by the services' users, who so may do everything: README.md tells how to have others"; fi
  [ "${DATABASES:-yes}" != yes ] || run_on_databases create-databases "The databases' users could not be made." \
    "${urls[@]}" DATABASE_ADMIN_URL_{AUTH,CATALOG,PURCHASE}
  run_on_databases migrate "The databases could not be migrated." "${urls[@]}"
}

# The file by which services know each other: as they were told, else as they do already, else each by its own keys.
keys_file() {
  local running
  running=$(docker service inspect "${stack}_gateway" --format '{{json .Spec}}' 2>/dev/null) || running=
  case ${OWN_KEYS:-} in
    yes) echo own-keys.yml ;;
    no) echo shared-secret.yml ;;
    '') if [ -n "$running" ] && [[ $running != *INTERNAL_TOKEN_KEYS* ]]; then echo shared-secret.yml; else echo own-keys.yml; fi ;;
    *) give_up "OWN_KEYS is yes or no." ;;
  esac
}

# The file by which services speak TLS to each other: as they were told, else as they do already.
tls_file() {
  local running
  running=$(docker service inspect "${stack}_gateway" --format '{{json .Spec}}' 2>/dev/null) || running=
  case ${INTERNAL_TLS:-} in
    yes) echo internal-tls.yml ;;
    no) ;;
    '') if [[ $running == *INTERNAL_TLS_DIR* ]]; then echo internal-tls.yml; fi ;;
    *) give_up "INTERNAL_TLS is yes or no." ;;
  esac
}

prepare() {
  local each
  has network "$stack-databases" || docker network create --driver overlay --opt encrypted --attachable --internal "$stack-databases" >/dev/null
  has_secrets || { say "… making secrets"; make_secrets; }
  [ -z "$tls" ] || make_certificates
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
keys=$(keys_file)
tls=$(tls_file)
files=(store.yml "$keys" ${tls:+"$tls"} "${overrides[@]}")
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

#!/usr/bin/env bash
# Brings this VM's databases back to a point in time, from the backup that bookstore-backup.service keeps. The store
# stands still meanwhile. What was in the databases goes; the backup has it, for a later point in time.
#   sudo /opt/bookstore/current/deploy/vm/restore.sh TIME|SNAPSHOT|latest [--only SUBGRAPH]…
# Which times and snapshots there are, and what users see: backup/README.md.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=SCRIPTDIR/places.sh
source "$here/places.sh"
# shellcheck source=SCRIPTDIR/steps/database.sh
source "$here/steps/database.sh"
# shellcheck source=SCRIPTDIR/steps/activate.sh
source "$here/steps/activate.sh"

restorer="'bookstore_restore'@'127.0.0.1'"

# run PREFIX COMMAND…: runs a command of the store's as the backup's user, who is told the databases' URLs as PREFIX_….
run() {
  local prefix=$1 name
  shift
  (
    for name in AUTH CATALOG PURCHASE; do
      printf -v "${prefix}_DATABASE_URL_$name" %s "$(url_for "$prefix" "$name")"
      export "${prefix}_DATABASE_URL_$name"
    done
    export NODE_ENV=production BACKUP_DIR=$backups
    cd "$release"
    runuser -u bookstore-backup -- node_modules/.bin/node "$@"
  )
}

url_for() {
  if [ "$1" = BACKUP ]; then
    cat "$secrets/BACKUP_DATABASE_URL_$2"
  else
    echo "mysql://bookstore_restore:$password@127.0.0.1:3306/bookstore_${2,,}"
  fi
}

# For as long as this runs there is a user who may write what a log tells.
make_restorer() {
  local right=REPLICATION_APPLIER name
  ! command -v mariadbd >/dev/null || right='BINLOG REPLAY, BINLOG ADMIN'
  password=$(openssl rand -hex 24)
  trap remove_restorer EXIT
  {
    echo "DROP USER IF EXISTS $restorer; CREATE USER $restorer IDENTIFIED BY '$password'; GRANT $right ON *.* TO $restorer;"
    for name in auth catalog purchase; do echo "GRANT ALL PRIVILEGES ON \`bookstore\\_$name\`.* TO $restorer;"; done
  } | as_database_root
}

remove_restorer() { as_database_root -e "DROP USER IF EXISTS $restorer"; }

if [ $# = 0 ] || [[ $1 = -* ]]; then
  echo "Usage: sudo $0 TIME|SNAPSHOT|latest [--only SUBGRAPH]…" >&2
  exit 2
fi
[ "$(id -u)" = 0 ] || fail "run this as root: sudo $0 $*"
exec 9>/run/bookstore-install.lock
flock --nonblock 9 || fail "install.sh runs, or another restore."
release=$(readlink -e "$home_folder/current") || fail "no store is installed."
database_is_ours || fail "the databases are not on this machine: see backup/README.md."

say "stopping the store"
systemctl stop bookstore.target
say "copying the last of the logs"
run BACKUP backup/main.ts --logs || say "they could not be copied: what the backup has so far is restored"
make_restorer
run RESTORE restore/main.ts --overwrite --to "$@" ||
  fail "the store stays stopped. Where nothing was restored, systemctl start bookstore.target starts it as it was."
say "starting the store"
systemctl start bookstore.target
while read -r unit address; do
  becomes_ready "$unit" "$address" || fail "some of the store does not become ready"
done <"$configuration_folder/processes"
say "the store serves again"

# shellcheck shell=bash disable=SC2034
# Where things are on a VM. Every step of install.sh reads it.

home_folder=/opt/bookstore
releases=$home_folder/releases
configuration_folder=/etc/bookstore
secrets=$configuration_folder/secrets
state_folder=/var/lib/bookstore
backups=$state_folder/backups
units=/etc/systemd/system
nginx_drop_in=$units/nginx.service.d/bookstore.conf
database_options=/etc/mysql/mariadb.conf.d/90-bookstore.cnf

say() { echo "· $*"; }

fail() {
  echo "✗ $*" >&2
  exit 1
}

# Puts standard input into a file, whole or not at all: write_file PATH MODE
write_file() {
  local unfinished=$1.unfinished
  cat >"$unfinished"
  chmod "$2" "$unfinished"
  mv -f "$unfinished" "$1"
}

# shellcheck shell=bash
# Takes away what install.sh made. Databases, backups, secrets, settings and shared files stay unless --delete-data is
# given, and with them the users whose they are; a later install.sh has the same store again.

undo() {
  local delete_data=$1 keep_database=yes unit
  say "stopping the store"
  systemctl stop bookstore.target 'bookstore-*.timer' bookstore.slice 2>/dev/null || true
  for unit in "$units"/bookstore*.{target,timer}; do
    systemctl --quiet disable "${unit##*/}" 2>/dev/null || true
  done
  remove_certificates
  if [ -f "$nginx_drop_in" ]; then
    rm -f "$nginx_drop_in"
    rmdir --ignore-fail-on-non-empty "${nginx_drop_in%/*}"
  fi
  find "$units" -maxdepth 1 -name 'bookstore*' ! -type d -delete
  systemctl daemon-reload
  systemctl reset-failed 'bookstore*' 2>/dev/null || true
  ! systemctl --quiet is-active nginx || systemctl restart nginx || say "NGINX does not start by its own configuration"
  if [ "$delete_data" = yes ]; then
    say "deleting databases, backups, secrets, settings and shared files"
    remove_databases
    remove_database_options
    keep_database=no
  fi
  say "removing releases and packages"
  rm -rf "$home_folder"
  remove_packages "$keep_database"
  if [ "$delete_data" = yes ]; then
    remove_users
    rm -rf "$configuration_folder" "$state_folder"
    say "nothing is left"
  else
    rm -rf "$state_folder/challenges" "$configuration_folder"/{edge,hosts,processes,certificate}
    say "databases, $backups, $state_folder/files, $configuration_folder/secrets, settings.env and their users are kept: --undo --delete-data deletes them"
  fi
}

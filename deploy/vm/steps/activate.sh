# shellcheck shell=bash
# Lets a release serve: its units and NGINX's configuration in place, its processes restarted one after another while
# the others serve. Where one does not become ready, the former release serves again.

patience_seconds=180
few_restarts=5
touched=()

migrate_databases() {
  local migrate_unit=bookstore-migrate@.service
  say "bringing the databases to the schema of ${release##*/}"
  install -m 644 "$release/.rendered/systemd/$migrate_unit" "$units/$migrate_unit"
  systemctl daemon-reload
  systemctl start "${migrate_unit%.service}${release##*/}.service" ||
    fail "migrating failed, and nothing else was changed: journalctl -u 'bookstore-migrate@*'"
  [ -s "$secrets/DATABASE_URL_AUTH_MIGRATION" ] ||
    say "the services' database users migrate, and so may do everything: README.md, \"A database elsewhere\", tells how to have others"
}

# Puts a release's files in place; what runs goes on as it is.
switch_to() {
  local folder=$1 timer
  install -m 644 "$folder"/.rendered/systemd/* "$units/"
  install -m 644 "$folder/.rendered/processes" "$configuration_folder/"
  cat /etc/hosts "$folder/.rendered/hosts" | write_file "$configuration_folder/hosts" 644
  ln -sfn "$folder" "$home_folder/current.new"
  mv -T "$home_folder/current.new" "$home_folder/current"
  systemctl daemon-reload
  load_nginx "$folder/.rendered/edge"
  systemctl --quiet enable bookstore.target
  for timer in "$folder"/.rendered/systemd/*.timer; do
    systemctl --quiet enable --now "${timer##*/}"
  done
}

# Ends and removes what another release had and this one has not. Folders are the administrator's.
remove_other_units() {
  local folder=$1 file unit
  for file in "$units"/bookstore*; do
    unit=${file##*/}
    if [ ! -f "$file" ] || [ -e "$folder/.rendered/systemd/$unit" ]; then continue; fi
    systemctl --quiet disable "$unit" 2>/dev/null || true
    systemctl stop "${unit/@./@*.}" || true
    rm -f "$file"
  done
  systemctl daemon-reload
}

# Gives NGINX a release's configuration. It reloads only where that differs from what it has: a client that sends on a
# connection which NGINX closes at that moment would have to send again.
load_nginx() {
  local new=$1 own=$configuration_folder/edge
  if ! diff -rq "$new" "$own" >/dev/null 2>&1; then
    rm -rf "$own"
    install -d -m 755 "$own"
    install -m 644 "$new"/* "$own/"
    ! systemctl --quiet is-active nginx || systemctl reload nginx || fail "NGINX did not reload: journalctl -u nginx"
  fi
  systemctl start nginx || fail "NGINX could not be started: journalctl -u nginx"
}

# NGINX reads our configuration instead of the distribution's, which stays as it is.
lead_nginx_to_us() {
  local nginx="/usr/sbin/nginx -c $configuration_folder/edge/nginx.conf"
  [ ! -f "$nginx_drop_in" ] || return 0
  systemctl stop nginx
  install -d "${nginx_drop_in%/*}"
  write_file "$nginx_drop_in" 644 <<DROP_IN
# Made by deploy/vm/install.sh of the bookstore.
[Service]
ExecStartPre=
ExecStartPre=$nginx -t -q -g 'daemon on; master_process on;'
ExecStart=
ExecStart=$nginx -g 'daemon on; master_process on;'
ExecReload=
ExecReload=$nginx -g 'daemon on; master_process on;' -s reload
LimitNOFILE=65536
DROP_IN
  systemctl daemon-reload
  systemctl --quiet enable nginx
}

becomes_ready() {
  local unit=$1 address=$2 deadline=$((SECONDS + patience_seconds)) why=
  until curl --silent --fail --output /dev/null --max-time 3 "http://$address/ready"; do
    [ "$(systemctl show --property NRestarts --value "$unit")" -lt "$few_restarts" ] || why="ends again and again"
    [ "$SECONDS" -lt "$deadline" ] || why="is not ready after $patience_seconds s"
    if [ -n "$why" ]; then
      echo "✗ $unit $why: journalctl -u $unit" >&2
      return 1
    fi
    sleep 0.2
  done
}

# Restarts one after another, or starts all at once where nothing serves yet. Stops at the first that is not ready.
restart_processes() {
  local unit address
  systemctl start bookstore.target
  while read -r unit address; do
    if [ -n "$former" ]; then
      say "restarting $unit"
      touched+=("$unit $address")
      systemctl restart "$unit"
    fi
    becomes_ready "$unit" "$address" || return 1
  done <"$configuration_folder/processes"
  [ -z "$former" ] || restart_watchers
}

# Nobody waits for these, and a release may have others.
restart_watchers() {
  local name
  for name in invariants backup; do
    [ ! -f "$units/bookstore-$name.service" ] || systemctl restart "bookstore-$name" || return 1
  done
}

# Those that were restarted are again what they were: all of them, whatever becomes of one.
go_back() {
  local unit address well=0
  say "going back to ${former##*/}"
  switch_to "$former"
  while read -r unit address; do
    say "restarting $unit"
    systemctl restart "$unit"
    becomes_ready "$unit" "$address" || well=1
  done < <(printf '%s\n' "${touched[@]}")
  remove_other_units "$former"
  return "$well"
}

# Whatever serves now is `former`, where there is anything.
activate_release() {
  local went_wrong
  former=$(readlink -e "$home_folder/current" || true)
  lead_nginx_to_us
  switch_to "$release"
  if restart_processes; then
    remove_other_units "$release"
    [ -z "$former" ] || [ "$former" = "$release" ] || ln -sfn "$former" "$home_folder/former"
    return 0
  fi
  went_wrong="${release##*/} does not become ready"
  if [ -z "$former" ] || [ "$former" = "$release" ]; then fail "$went_wrong"; fi
  go_back || fail "$went_wrong, and some of ${former##*/} neither"
  fail "$went_wrong. ${former##*/} serves as before."
}

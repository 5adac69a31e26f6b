# shellcheck shell=bash
# The programs that the store needs from the distribution. Those that install.sh brought are noted, for --undo.

installed_packages() { dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u; }

apt_get() { DEBIAN_FRONTEND=noninteractive apt-get -qy -oDPkg::Lock::Timeout=300 "$@"; }

install_packages() {
  local wanted=(ca-certificates curl git logrotate openssl nginx) log=$state_folder/apt.log before went_well=yes
  command -v certbot >/dev/null || wanted+=(certbot)
  command -v npm >/dev/null || wanted+=(nodejs npm)
  ! database_is_ours || command -v mariadbd >/dev/null || command -v mysqld >/dev/null || wanted+=(mariadb-server)
  say "installing ${wanted[*]}"
  before=$(installed_packages)
  apt_get update >"$log" 2>&1 || fail "apt-get update failed: see $log."
  if apt-cache show libnginx-mod-http-brotli-filter >/dev/null 2>&1; then
    wanted+=(libnginx-mod-http-brotli-filter libnginx-mod-http-brotli-static)
  fi
  apt_get install --no-install-recommends "${wanted[@]}" >>"$log" 2>&1 || went_well=no
  comm -13 <(echo "$before") <(installed_packages) >>"$state_folder/packages"
  [ "$went_well" = yes ] || fail "apt-get install failed: see $log."
}

# Purges what install_packages brought, but the database's where its data stays, and nothing that something else uses now.
remove_packages() {
  local keep_database=$1 ours others
  [ -f "$state_folder/packages" ] || return 0
  ours=$(comm -12 <(sort -u "$state_folder/packages") <(installed_packages))
  if [ "$keep_database" = yes ] && dpkg-query -W mariadb-server >/dev/null 2>&1; then
    # shellcheck disable=SC2046
    ours=$(comm -23 <(echo "$ours") <(needed_by mariadb-server))
  fi
  [ -n "$ours" ] || return 0
  # shellcheck disable=SC2086
  others=$(apt-get -s purge $ours | sed -n 's/^\(Remv\|Purg\) \([^ ]*\).*/\2/p' | sort -u | comm -23 - <(echo "$ours"))
  if [ -n "$others" ]; then
    say "packages stay, because these need them: $others"
    return 0
  fi
  # shellcheck disable=SC2086
  apt_get purge $ours >/dev/null 2>&1 || say "apt-get could not remove the packages that install.sh brought"
  # What these two leave even then.
  ! grep -qx certbot <<<"$ours" || rm -rf /var/lib/letsencrypt
  ! grep -qx mariadb-server <<<"$ours" || rm -rf /var/lib/mysql /etc/mysql
}

needed_by() {
  apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances \
    --installed "$@" | grep -o '^[a-z0-9][a-z0-9.+-]*' | sort -u
}

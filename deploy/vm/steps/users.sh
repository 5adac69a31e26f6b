# shellcheck shell=bash
# A user for each service, so that none can read what another was given; one who migrates the databases, one for other work
# on all of them, one that copies them, one that installs dependencies.

users=(bookstore-gateway bookstore-auth bookstore-catalog bookstore-purchase bookstore-migrate bookstore-operator bookstore-backup bookstore-build)

create_users() {
  local user
  getent group bookstore-files >/dev/null || groupadd --system bookstore-files
  for user in "${users[@]}"; do
    id "$user" >/dev/null 2>&1 ||
      useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$user"
  done
  usermod --append --groups bookstore-files bookstore-gateway
  usermod --append --groups bookstore-files bookstore-catalog
  install -d -m 2770 -o root -g bookstore-files "$state_folder/files"
  # It may be a disk, or another machine's folder, with rights of its own.
  [ -d "$backups" ] || install -d -m 700 -o bookstore-backup -g bookstore-backup "$backups"
}

remove_users() {
  local user
  for user in "${users[@]}"; do
    ! id "$user" >/dev/null 2>&1 || userdel "$user"
  done
  ! getent group bookstore-files >/dev/null || groupdel bookstore-files
}

# shellcheck shell=bash
# MariaDB on this VM, for the store alone. Where somebody has put the URLs of other databases into the secrets before,
# those are used and no server is installed.

database_is_ours() {
  ! grep -qsv '@127\.0\.0\.1:3306/' "$secrets"/DATABASE_URL_AUTH "$secrets"/DATABASE_URL_CATALOG "$secrets"/DATABASE_URL_PURCHASE
}

# A quarter of the memory is for what the database reads again and again. Its log allows going back to any second of
# the last seven days, from a backup on.
database_options_text() {
  local memory_mb
  memory_mb=$(($(sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo) / 1024))
  cat <<OPTIONS
# Made by deploy/vm/install.sh of the bookstore.
[mysqld]
bind-address = 127.0.0.1
skip-name-resolve
character-set-server = utf8mb4
max_connections = 500
innodb_buffer_pool_size = $((memory_mb / 4))M
innodb_flush_log_at_trx_commit = 1
server_id = 1
log_bin = bookstore
binlog_format = ROW
sync_binlog = 1
expire_logs_days = 7
OPTIONS
}

as_database_root() {
  local client=mysql
  ! command -v mariadb >/dev/null || client=mariadb
  "$client" --protocol=socket --user=root --batch --skip-column-names "$@"
}

prepare_database() {
  database_is_ours || return 0
  say "preparing the databases"
  if [ -d "${database_options%/*}" ] && ! database_options_text | cmp -s - "$database_options"; then
    database_options_text | write_file "$database_options" 644
    systemctl restart mariadb
  fi
  start_database
  database_sql | as_database_root
}

database_sql() {
  local name
  (
    for name in {,BACKUP_}DATABASE_URL_{AUTH,CATALOG,PURCHASE} DATABASE_URL_{AUTH,CATALOG,PURCHASE}_MIGRATION; do
      export "${name}_FILE=$secrets/$name"
    done
    run_node "$release" deploy/vm/database-sql.ts
    run_node "$release" deploy/vm/backup-sql.ts
  )
}

start_database() { systemctl start mariadb 2>/dev/null || systemctl start mysql; }

remove_databases() {
  local name
  database_is_ours && { command -v mariadbd || command -v mysqld; } >/dev/null || return 0
  start_database
  for name in auth catalog purchase; do
    as_database_root -e "DROP DATABASE IF EXISTS bookstore_$name;
      DROP USER IF EXISTS 'bookstore_$name'@'127.0.0.1', 'bookstore_backup_$name'@'127.0.0.1',
        'bookstore_migration_$name'@'127.0.0.1'"
  done
}

remove_database_options() {
  [ -f "$database_options" ] || return 0
  rm -f "$database_options"
  ! systemctl --quiet is-active mariadb || systemctl restart mariadb
}

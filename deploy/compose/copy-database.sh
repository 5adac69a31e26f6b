#!/bin/bash
# copy-database.sh WRITER READER: has the MySQL server READER copy all that WRITER does, from its beginning; safe to run
# again. For a writer whose binary log does not go back to its beginning any more, put a backup into READER first.
set -euo pipefail
writer=$1 reader=$2
export MYSQL_PWD
MYSQL_PWD=$(cat /secrets/servers/root-password)
password=$(cat /secrets/servers/replication-password)
run() { mysql --host="$1" --user=root --batch --skip-column-names; }

if [ -n "$(echo "SELECT 1 FROM performance_schema.replication_connection_configuration" | run "$reader")" ]; then
  echo "START REPLICA" | run "$reader"
else
  run "$writer" <<SQL
CREATE USER IF NOT EXISTS 'replication'@'%' IDENTIFIED BY '$password';
GRANT REPLICATION SLAVE ON *.* TO 'replication'@'%';
SQL
  run "$reader" <<SQL
RESET BINARY LOGS AND GTIDS;
CHANGE REPLICATION SOURCE TO SOURCE_HOST = '$writer', SOURCE_USER = 'replication', SOURCE_PASSWORD = '$password',
  SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1, SOURCE_CONNECT_RETRY = 1;
START REPLICA;
SET PERSIST super_read_only = ON;
SQL
fi
echo "$reader copies $writer"

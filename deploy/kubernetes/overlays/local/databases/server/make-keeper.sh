#!/bin/bash
# The image runs it once, when it makes the database: the user who backups are taken as (backup/README.md).
docker_process_sql <<SQL
CREATE USER keeper IDENTIFIED BY '$(cat /run/secrets/mysql/keeper-password)';
GRANT SELECT, LOCK TABLES, SHOW VIEW, TRIGGER ON $MYSQL_DATABASE.* TO keeper;
GRANT REPLICATION CLIENT, REPLICATION SLAVE ON *.* TO keeper;
SQL

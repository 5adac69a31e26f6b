# shellcheck shell=bash
# The store's secrets, each in a file of its own that root alone can read. Made once; updates leave them alone.

# keep_secret NAME COMMAND…: what the command prints, where the secret is not there yet.
keep_secret() {
  local file=$secrets/$1
  shift
  [ -s "$file" ] || "$@" | write_file "$file" 600
}

random_text() { openssl rand -base64 "$1"; }

# database_url USER DATABASE
database_url() { echo "mysql://$1:$(openssl rand -hex 24)@127.0.0.1:3306/$2"; }

# ring SERVICE: the keys by which a service proves itself to others, out of the secret that all could share.
ring() { INTERNAL_TOKEN_SECRET_FILE=$secrets/INTERNAL_TOKEN_SECRET run_node "$release" deploy/vm/internal-keys.ts "$1"; }

# Whether services prove themselves by keys of their own: as told, else as they do, else from the start. What runs beside a
# version that knows no such keys needs the secret that all share.
choose_keys() {
  [ -n "$own_keys" ] || { if [ -e "$home_folder/current" ]; then own_keys=no; else own_keys=yes; fi; }
  [ "$own_keys" = no ] || [ ! -e "$home_folder/current" ] || [ -e "$home_folder/current/deploy/vm/internal-keys.ts" ] ||
    fail "the release that serves knows no keys of its own: update without --own-keys, then run install.sh --own-keys."
}

# The one that --rollback leads to must understand those that serve.
check_former_keys() {
  [ "$own_keys" != yes ] || [ -e "$1/deploy/vm/internal-keys.ts" ] ||
    fail "${1##*/} knows no keys of its own: run install.sh --shared-secret first."
}

make_secrets() {
  local name
  install -d -m 755 "$configuration_folder"
  install -d -m 700 "$secrets"
  keep_secret INTERNAL_TOKEN_SECRET random_text 48
  keep_secret AUTH_SIGNING_KEY openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256
  keep_secret ADMIN_PASSWORD random_text 18
  keep_secret ADMIN_EMAIL echo "$email"
  for name in auth catalog purchase; do
    keep_secret "DATABASE_URL_${name^^}" database_url "bookstore_$name" "bookstore_$name"
  done
  for name in auth catalog purchase; do
    ! database_is_ours ||
      keep_secret "BACKUP_DATABASE_URL_${name^^}" database_url "bookstore_backup_$name" "bookstore_$name"
  done
  for name in gateway auth catalog purchase; do keep_secret "INTERNAL_TOKEN_KEYS_${name^^}" ring "$name"; done
  for name in auth catalog purchase; do
    ! database_is_ours ||
      keep_secret "DATABASE_URL_${name^^}_MIGRATION" database_url "bookstore_migration_$name" "bookstore_$name"
  done
  # Those that may be empty: then there is no mail, and the services' users migrate.
  for name in SMTP_URL DATABASE_URL_{AUTH,CATALOG,PURCHASE}_MIGRATION; do
    [ -e "$secrets/$name" ] || write_file "$secrets/$name" 600 </dev/null
  done
  [ -f "$configuration_folder/settings.env" ] ||
    write_file "$configuration_folder/settings.env" 600 <"$source_folder/deploy/vm/settings.env"
}

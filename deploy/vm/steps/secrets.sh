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
  # The one that may be empty: then there is no mail.
  [ -e "$secrets/SMTP_URL" ] || write_file "$secrets/SMTP_URL" 600 </dev/null
  [ -f "$configuration_folder/settings.env" ] ||
    write_file "$configuration_folder/settings.env" 600 <"$source_folder/deploy/vm/settings.env"
}

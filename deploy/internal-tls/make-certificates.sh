#!/bin/sh
# make-certificates.sh FOLDER NAME…: the certificates by which the services of a store speak TLS to each other. FOLDER/NAME is an
# INTERNAL_TLS_DIR: tls.crt for the host NAME (and localhost, and 127.0.0.1), tls.key, and ca.crt, the authority that all believe.
# FOLDER/public has the latter alone, for who only calls; FOLDER/authority its key, which no service needs. What is there and good
# for 30 days more stays as it is.
#   DAYS    how long a certificate is good (825); the authority is for ten years
#   OWNER   whose the keys are, as 1000:1000; by default those of who runs this
set -eu
umask 077
folder=$1
shift
authority=$folder/authority
month=2592000

new_key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1" 2>/dev/null; }

mkdir -p "$authority"
if [ ! -e "$authority/ca.crt" ]; then
  new_key "$authority/ca.key"
  openssl req -x509 -new -key "$authority/ca.key" -days 3650 -subj "/CN=Bookstore's services" \
    -addext 'basicConstraints=critical,CA:TRUE,pathlen:0' -addext 'keyUsage=critical,keyCertSign' -out "$authority/ca.new"
  mv "$authority/ca.new" "$authority/ca.crt"
fi
openssl x509 -checkend "$month" -noout -in "$authority/ca.crt" >/dev/null || {
  echo "The authority in $authority ends within 30 days: take $folder away, and make all anew." >&2
  exit 1
}

mkdir -p "$folder/public"
chmod 755 "$folder/public"
cp "$authority/ca.crt" "$folder/public/ca.new"
chmod 444 "$folder/public/ca.new"
mv -f "$folder/public/ca.new" "$folder/public/ca.crt"

for name in "$@"; do
  own=$folder/$name
  mkdir -p "$own"
  chmod 755 "$own"
  if [ -e "$own/tls.crt" ] && cmp -s "$authority/ca.crt" "$own/ca.crt" &&
    openssl x509 -checkend "$month" -noout -in "$own/tls.crt" >/dev/null; then continue; fi
  rm -f "$own"/*.new
  new_key "$own/tls.key.new"
  printf '%s\n' "subjectAltName=DNS:$name,DNS:localhost,IP:127.0.0.1" 'basicConstraints=critical,CA:FALSE' \
    'keyUsage=critical,digitalSignature' 'extendedKeyUsage=serverAuth,clientAuth' >"$authority/extensions"
  openssl req -new -key "$own/tls.key.new" -subj "/CN=$name" -out "$authority/request"
  openssl x509 -req -in "$authority/request" -CA "$authority/ca.crt" -CAkey "$authority/ca.key" \
    -set_serial "0x01$(openssl rand -hex 15)" -days "${DAYS:-825}" -extfile "$authority/extensions" \
    -out "$own/tls.crt.new" 2>/dev/null
  cp "$authority/ca.crt" "$own/ca.crt.new"
  chmod 444 "$own/tls.crt.new" "$own/ca.crt.new"
  [ -z "${OWNER:-}" ] || chown "$OWNER" "$own/tls.key.new"
  for file in tls.key tls.crt ca.crt; do mv -f "$own/$file.new" "$own/$file"; done
done

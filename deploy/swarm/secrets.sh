# shellcheck shell=bash
# The secrets of a stack: what is missing is made, what is there stays; deploy.sh takes this in. `scratch` is a folder that goes
# when deploy.sh ends, however it does.

# Secrets are files of a service alone: where there are some, one on this node makes what is missing so that it fits them.
make_missing() {
  local folder=$1 name mounts=() copies=
  for name in store/INTERNAL_TOKEN_SECRET servers/root-password; do
    has secret "$stack-${name#*/}" || continue
    mounts+=(--secret "$stack-${name#*/}")
    copies+="cp /run/secrets/$stack-${name#*/} /secrets/$name && "
  done
  run_job make-secrets "Secrets that are missing could not be made: this node must take tasks." \
    --constraint "node.id==$(docker info --format '{{.Swarm.NodeID}}')" --user 0:0 "${mounts[@]}" \
    --mount "type=bind,source=$folder,target=/secrets" --entrypoint sh "$BOOKSTORE_IMAGE" \
    -c "mkdir -p /secrets/store /secrets/servers && ${copies}node deploy/image/run.ts make-secrets /secrets"
}

make_secrets() {
  local folder=$scratch/secrets
  mkdir "$folder"
  if has secret "$stack-INTERNAL_TOKEN_SECRET"; then make_missing "$folder"
  else docker run --rm --network none --user 0:0 --volume "$folder:/secrets" "$BOOKSTORE_IMAGE" make-secrets /secrets >&2; fi
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj "/CN=${DOMAIN:-localhost}" \
    -addext "subjectAltName=DNS:${DOMAIN:-localhost}" -keyout "$folder/own-key" -out "$folder/own-certificate" 2>/dev/null
  mkdir "$folder/tls"
  cp "${TLS_CERTIFICATE:-$folder/own-certificate}" "$folder/tls/tls-certificate"
  cp "${TLS_KEY:-$folder/own-key}" "$folder/tls/tls-key"
  find "$folder/store" "$folder/servers" "$folder/tls" -type f | while read -r file; do
    # Who changes tables of databases elsewhere is not ours to make.
    [ "${DATABASES:-yes}" = yes ] || [[ ! $file =~ _MIGRATION$|DATABASE_ADMIN_URL_ ]] || continue
    has secret "$stack-${file##*/}" || docker secret create "$stack-${file##*/}" "$file" >/dev/null
  done
  rm -rf "$folder"
}

# Whether every secret is there that deploy.sh makes, those of younger versions too.
has_secrets() {
  local name wanted=(INTERNAL_TOKEN_SECRET INTERNAL_TOKEN_KEYS_GATEWAY)
  [ "${DATABASES:-yes}" != yes ] || wanted+=(DATABASE_URL_AUTH_MIGRATION DATABASE_ADMIN_URL_AUTH)
  for name in "${wanted[@]}"; do has secret "$stack-$name" || return 1; done
}

# The certificates of internal-tls.yml, all at once where there are none. The authority's key is kept nowhere: nobody can make
# another one that these services would believe.
make_certificates() {
  local folder=$scratch/internal-tls name secret names=(auth catalog purchase worker gateway)
  ! has secret "$stack-internal-tls-ca" || return 0
  say "… making certificates for the services"
  # What an attempt that broke off left goes: it is of another authority.
  for name in "${names[@]}"; do
    for secret in "$stack-internal-tls-$name-certificate" "$stack-internal-tls-$name-key"; do
      ! has secret "$secret" || docker secret rm "$secret" >/dev/null
    done
  done
  DAYS=3650 sh ../internal-tls/make-certificates.sh "$folder" "${names[@]}"
  for name in "${names[@]}"; do
    docker secret create "$stack-internal-tls-$name-certificate" "$folder/$name/tls.crt" >/dev/null
    docker secret create "$stack-internal-tls-$name-key" "$folder/$name/tls.key" >/dev/null
  done
  docker secret create "$stack-internal-tls-ca" "$folder/authority/ca.crt" >/dev/null
  rm -rf "$folder"
}

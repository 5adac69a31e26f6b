# shellcheck shell=bash
# The certificate. NGINX has one of our own until there is another, so that it can answer the authority before there is.

certificate=$configuration_folder/certificate/current.pem

make_first_certificate() {
  local folder
  [ ! -s "$certificate" ] || return 0
  folder=$(mktemp -d)
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=$domain" \
    -addext "subjectAltName=DNS:$domain" -keyout "$folder/privkey.pem" -out "$folder/fullchain.pem" 2>/dev/null
  "$source_folder/deploy/vm/take-certificate.sh" "$folder"
  rm -r "$folder"
}

# Asks for a certificate where there is none for this name by this authority; certbot.timer renews it from then on.
get_certificate() {
  local take=$home_folder/current/deploy/vm/take-certificate.sh renewal=/etc/letsencrypt/renewal/$domain.conf more=()
  say "getting a certificate for $domain"
  # certbot keeps a certificate that still holds, also where another authority is asked for.
  [ ! -f "$renewal" ] || grep -qxF "server = $acme_server" "$renewal" || more=(--force-renewal)
  echo "$domain" >>"$state_folder/domains"
  certbot certonly --webroot --webroot-path "$state_folder/challenges" --domain "$domain" --cert-name "$domain" \
    --server "$acme_server" --email "$email" --agree-tos --no-eff-email --key-type ecdsa --keep-until-expiring \
    --deploy-hook "$take" --non-interactive --quiet "${more[@]}" ||
    fail "there is no certificate for $domain yet (see above, and /var/log/letsencrypt). The store runs, but browsers refuse it. Does $domain lead to this machine, and is port 80 open? Then run install.sh again."
  "$take" "/etc/letsencrypt/live/$domain"
  systemctl --quiet enable --now certbot.timer 2>/dev/null ||
    say "certbot.timer is not there: see to it that certbot renew runs twice a day"
  remove_certificates "$domain"
  echo "$domain" | write_file "$state_folder/domains" 644
  "$home_folder/current/deploy/vm/check-certificate.sh" "$certificate" 127.0.0.1:443
}

# The names that this machine has had a certificate for are noted, for --undo and for a change of name.
remove_certificates() {
  local but=${1:-} name
  command -v certbot >/dev/null && [ -f "$state_folder/domains" ] || return 0
  while read -r name; do
    [ "$name" = "$but" ] || [ ! -f "/etc/letsencrypt/renewal/$name.conf" ] ||
      certbot delete --cert-name "$name" --non-interactive --quiet
  done <"$state_folder/domains"
}

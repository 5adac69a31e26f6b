#!/usr/bin/env bash
# Looks how long a certificate holds:
#   check-certificate.sh FILE [ADDRESS:PORT]
# FILE is a certificate in PEM, its issuers after it. With ADDRESS:PORT it also looks whether the server there shows
# that certificate: one that was renewed but never loaded helps nobody.
#
# Exit code: 0 all is well; 1 it ends within 21 days (or a quarter of its life, where that is less: certbot renews
# earlier than that), nobody but itself has signed it, or the server shows another one; 2 it has ended, or
# cannot be read.
set -euo pipefail

warn_days=21

[ $# = 1 ] || [ $# = 2 ] || { echo "Usage: check-certificate.sh FILE [ADDRESS:PORT]" >&2; exit 2; }
file=$1 server=${2:-}

fail() { echo "$2" >&2; exit "$1"; }

ask() { openssl x509 -in "$file" -noout "$@"; }

[ -r "$file" ] || fail 2 "There is no certificate: $file cannot be read."
ask -subject >/dev/null 2>&1 || fail 2 "$file is no certificate."

from=$(date -d "$(ask -startdate | cut -d= -f2)" +%s)
until=$(date -d "$(ask -enddate | cut -d= -f2)" +%s)
now=$(date +%s)
name=$(ask -ext subjectAltName 2>/dev/null | grep -o 'DNS:[^, ]*' | head -1 | cut -d: -f2 || true)
name=${name:-$(ask -subject -nameopt multiline | sed -n 's/ *commonName *= //p')}
left=$((until - now))
days=$((left / 86400))

[ "$left" -gt 0 ] || fail 2 "The certificate of $name ended on $(date -ud "@$until" +%F)."

threshold=$((warn_days * 86400))
quarter=$(((until - from) / 4))
[ "$quarter" -ge "$threshold" ] || threshold=$quarter
[ "$left" -ge "$threshold" ] ||
  fail 1 "The certificate of $name ends in $days days, on $(date -ud "@$until" +%F), and was not renewed: see journalctl -u certbot, and try certbot renew."

if [ "$(ask -subject_hash)" = "$(ask -issuer_hash)" ]; then
  fail 1 "The certificate of $name is the one that install.sh made to begin with: no authority has signed it, and browsers refuse it. Run install.sh again."
fi

if [ -n "$server" ]; then
  shown=$(openssl s_client -connect "$server" -servername "$name" </dev/null 2>/dev/null |
    openssl x509 -noout -fingerprint -sha256 2>/dev/null) || fail 1 "$server shows no certificate for $name."
  [ "$shown" = "$(ask -fingerprint -sha256)" ] ||
    fail 1 "$server shows another certificate for $name than $file: systemctl reload nginx."
fi

echo "The certificate of $name holds until $(date -ud "@$until" +%F), $days days."

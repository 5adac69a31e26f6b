#!/usr/bin/env bash
# certbot's deploy hook: gives NGINX a new certificate, key and chain in one file that its workers can read. They read
# it at each handshake, so nothing is reloaded, and no connection is closed.
#   take-certificate.sh [FOLDER]   with privkey.pem and fullchain.pem; by default the one that certbot renewed
set -euo pipefail

folder=${1:-$RENEWED_LINEAGE}
target=/etc/bookstore/certificate

umask 077
install -d -m 750 -g www-data "$target"
cat "$folder/privkey.pem" "$folder/fullchain.pem" >"$target/unfinished.pem"
chgrp www-data "$target/unfinished.pem"
chmod 640 "$target/unfinished.pem"
mv -f "$target/unfinished.pem" "$target/current.pem"

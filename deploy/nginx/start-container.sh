#!/bin/sh
# Starts NGINX in a container before the gateways: container.conf, with the certificate in /run/secrets/tls-certificate
# and /run/secrets/tls-key, or else one of its own, which browsers warn of.
set -eu
mkdir -p /tmp/tls
if [ -r /run/secrets/tls-certificate ] && [ -r /run/secrets/tls-key ]; then
  cp /run/secrets/tls-certificate /tmp/tls/certificate.pem
  cp /run/secrets/tls-key /tmp/tls/key.pem
else
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 \
    -keyout /tmp/tls/key.pem -out /tmp/tls/certificate.pem \
    -subj "/CN=${TLS_NAME:-localhost}" -addext "subjectAltName=DNS:${TLS_NAME:-localhost},IP:127.0.0.1" 2>/dev/null
fi
exec nginx -e stderr -c /etc/nginx/bookstore/container.conf -g 'daemon off;'

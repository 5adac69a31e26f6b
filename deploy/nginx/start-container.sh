#!/bin/sh
# Runs NGINX in a container before the gateways: container.conf, with the certificate in /run/secrets/tls-certificate
# and /run/secrets/tls-key, or else one of its own, which browsers warn of.
#   TLS_NAME         for whom that one is (localhost)
#   TRUSTED_PROXIES  addresses or networks of load balancers before it, which say by X-Forwarded-For who asks
#   HTTPS_ONLY       where the store is found, as https://books.example: by plain HTTP pages lead there, and all else is refused but
#                    health checks; without it plain HTTP is answered too
#   GATEWAY_CA_FILE  the authority of the gateways' certificates, where they speak TLS; without it they are asked by plain HTTP
#   DRAIN_SECONDS    how long it goes on answering when it is told to stop, while /ready says 503 (0)
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
{
  for each in ${TRUSTED_PROXIES:-}; do echo "set_real_ip_from $each;"; done
  [ -z "${TRUSTED_PROXIES:-}" ] || echo "real_ip_header X-Forwarded-For; real_ip_recursive on;"
} >/tmp/trusted-proxies.conf
https_only=${HTTPS_ONLY:-}
echo "map \$scheme \$https_only { http \"${https_only%/}\"; default \"\"; }" >/tmp/https-only.conf
configuration=/etc/nginx/bookstore
: >/tmp/gateway-tls.conf
if [ -n "${GATEWAY_CA_FILE:-}" ]; then
  sed "s|GATEWAY_CA_FILE|$GATEWAY_CA_FILE|" "$configuration/gateway-tls.conf" >/tmp/gateway-tls.conf
  mkdir -p /tmp/nginx
  for each in "$configuration"/*.conf; do
    sed 's|proxy_pass http://gateways;|proxy_pass https://gateways;|' "$each" >"/tmp/nginx/${each##*/}"
  done
  configuration=/tmp/nginx
fi
rm -f /tmp/closing /tmp/was-ready

nginx -e stderr -c "$configuration/container.conf" -g 'daemon off;' &
nginx=$!
stop() {
  trap '' TERM INT QUIT
  touch /tmp/closing
  sleep "${DRAIN_SECONDS:-0}"
  # What is under way is finished.
  kill -QUIT "$nginx"
}
trap stop TERM INT QUIT
code=0
while kill -0 "$nginx" 2>/dev/null; do wait "$nginx" && code=0 || code=$?; done
exit "$code"

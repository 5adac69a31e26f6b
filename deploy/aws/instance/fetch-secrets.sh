#!/bin/bash
# Writes each secret into a file for each process that may have it: /run/bookstore/secrets/<service>/<SETTING>, in
# memory, readable by the image's user alone. All of them or none: what was there stays where one cannot be had.
set -euo pipefail
# shellcheck source=instance-facts.sh
. "$(dirname "$0")/instance-facts.sh"

umask 077
mkdir -p "$run"
fresh=$(mktemp -d "$run/secrets.XXXXXX")
trap 'rm -rf "$fresh"' EXIT

# Each line: SETTING ARN SERVICE…
while read -r setting arn services; do
  value=$(aws secretsmanager get-secret-value --secret-id "$arn" --query SecretString --output text) || {
    echo "The secret of $setting cannot be read: $arn" >&2
    exit 1
  }
  if [ -z "$value" ] || [ "$value" = None ]; then
    echo "The secret of $setting is empty: $arn" >&2
    exit 1
  fi
  for service in $services; do
    mkdir -p "$fresh/$service"
    printf '%s\n' "$value" >"$fresh/$service/$setting"
    chmod 0400 "$fresh/$service/$setting"
  done
done <"$settings/secrets"

chown -R 1000:1000 "$fresh"
chmod 0711 "$fresh"
rm -rf "$run/secrets"
mv "$fresh" "$run/secrets"
trap - EXIT

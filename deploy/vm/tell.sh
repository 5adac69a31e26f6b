#!/usr/bin/env bash
# Tells that a unit failed, by e-mail (ALERT_EMAIL) and by a webhook (ALERT_WEBHOOK, given {"text": …} as Slack,
# Mattermost and others take it), as settings.env has them; without either it is in the journal alone.
#   tell.sh UNIT
set -euo pipefail

unit=$1
subject="$unit failed on $(hostname)"
last_words=$(journalctl --unit "$unit" --lines 20 --output cat --no-pager 2>/dev/null || true)
status=0

if [ -n "${ALERT_EMAIL:-}" ]; then
  if command -v sendmail >/dev/null; then
    printf 'To: %s\nSubject: %s\n\n%s\n' "$ALERT_EMAIL" "$subject" "$last_words" | sendmail -t || status=1
  else
    echo "ALERT_EMAIL is set, but there is no sendmail: install one (msmtp-mta, postfix)." >&2
    status=1
  fi
fi

if [ -n "${ALERT_WEBHOOK:-}" ]; then
  # Text in JSON: backslashes and quotes escaped, lines joined by \n, other control characters left out.
  text=$(printf '%s\n%s' "$subject" "$last_words" | sed 's/\\/\\\\/g; s/"/\\"/g' | tr -d '\000-\011\013-\037' | sed ':a;N;$!ba;s/\n/\\n/g')
  curl --silent --show-error --fail --max-time 20 -H 'content-type: application/json' -d "{\"text\":\"$text\"}" \
    "$ALERT_WEBHOOK" >/dev/null || status=1
fi

exit "$status"

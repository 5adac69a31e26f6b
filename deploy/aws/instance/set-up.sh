# The instance's first boot, after its files were written.

report() {
  local status=$?
  [ "$status" = 0 ] && return
  # Told now, so that the next instance is tried now.
  complete_hook "$LAUNCH_HOOK" ABANDON || true
}
trap report EXIT
# shellcheck source=instance-facts.sh
. /opt/bookstore/instance-facts.sh

dnf install --assumeyes --quiet amazon-ecr-credential-helper amazon-efs-utils docker
mkdir -p /var/lib/bookstore/files
mount /var/lib/bookstore/files
systemctl daemon-reload
systemctl enable --now docker.service
# shellcheck disable=SC2086 # one unit a word
systemctl enable bookstore.target bookstore-prepare.service $UNITS
systemctl start --no-block bookstore.target
/opt/bookstore/await-ready.sh "$READY_SECONDS"
# Not before: what starts is slow to answer.
systemctl enable --now bookstore-watch.service
complete_hook "$LAUNCH_HOOK" CONTINUE

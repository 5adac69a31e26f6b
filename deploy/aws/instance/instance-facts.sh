# Sourced by the other scripts: what this instance knows of itself. `store.env` is written by its user data.

settings=${BOOKSTORE_SETTINGS:-/etc/bookstore}
# shellcheck disable=SC2034 # the others use it
run=${BOOKSTORE_RUN:-/run/bookstore}
metadata=http://169.254.169.254/latest

# shellcheck source=/dev/null
. "$settings/store.env"
# The second is what older versions of its command line read.
export AWS_REGION AWS_DEFAULT_REGION=$AWS_REGION

# What the metadata service says; empty where it says nothing.
metadata_of() {
  local token
  token=$(curl --silent --fail --max-time 2 --request PUT --header 'X-aws-ec2-metadata-token-ttl-seconds: 60' \
    "$metadata/api/token") || return 0
  curl --silent --fail --max-time 2 --header "X-aws-ec2-metadata-token: $token" "$metadata/meta-data/$1" || true
}

# complete_hook HOOK CONTINUE|ABANDON
complete_hook() {
  aws autoscaling complete-lifecycle-action --auto-scaling-group-name "$GROUP" --lifecycle-hook-name "$1" \
    --lifecycle-action-result "$2" --instance-id "$(metadata_of instance-id)"
}

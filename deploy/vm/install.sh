#!/usr/bin/env bash
# Installs the store on a VM (Debian, Ubuntu), updates it, and takes it away again. README.md beside it tells more.
set -euo pipefail

source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=SCRIPTDIR/places.sh
source "$source_folder/deploy/vm/places.sh"
# shellcheck source=SCRIPTDIR/steps/packages.sh
source "$source_folder/deploy/vm/steps/packages.sh"
# shellcheck source=SCRIPTDIR/steps/users.sh
source "$source_folder/deploy/vm/steps/users.sh"
# shellcheck source=SCRIPTDIR/steps/release.sh
source "$source_folder/deploy/vm/steps/release.sh"
# shellcheck source=SCRIPTDIR/steps/secrets.sh
source "$source_folder/deploy/vm/steps/secrets.sh"
# shellcheck source=SCRIPTDIR/steps/database.sh
source "$source_folder/deploy/vm/steps/database.sh"
# shellcheck source=SCRIPTDIR/steps/activate.sh
source "$source_folder/deploy/vm/steps/activate.sh"
# shellcheck source=SCRIPTDIR/steps/certificate.sh
source "$source_folder/deploy/vm/steps/certificate.sh"
# shellcheck source=SCRIPTDIR/steps/undo.sh
source "$source_folder/deploy/vm/steps/undo.sh"

usage() {
  cat <<USAGE
Usage: sudo deploy/vm/install.sh --domain NAME --email ADDRESS [--acme-server URL] [--own-keys|--shared-secret]
       sudo deploy/vm/install.sh               updates to the commit that is checked out, with the same options
       sudo deploy/vm/install.sh --rollback    lets the release before this one serve again
       sudo deploy/vm/install.sh --undo [--delete-data]

  --domain NAME      The store's name, which leads to this machine.
  --email ADDRESS    The certificate authority's way to reach you, whose terms you accept, and the first administrator.
  --acme-server URL  Another certificate authority than Let's Encrypt. For trials:
                     https://acme-staging-v02.api.letsencrypt.org/directory
  --own-keys         Services know each other by keys of their own, from then on; a new store does so without a word.
  --shared-secret    They do by a secret that all share, as beside a release that knows no such keys.
  --undo             Takes all away but databases, backups, secrets, settings and shared files; --delete-data takes them too.
USAGE
}

mistaken() {
  echo "$1" >&2
  usage >&2
  exit 2
}

read_options() {
  action=install delete_data=no
  while [ $# -gt 0 ]; do
    case $1 in
      --domain | --email | --acme-server)
        [ $# -gt 1 ] || mistaken "$1 needs a value."
        local name=${1#--}
        printf -v "${name/-/_}" %s "$2"
        shift
        ;;
      --rollback | --undo) action=${1#--} ;;
      --own-keys) own_keys=yes ;;
      --shared-secret) own_keys=no ;;
      --delete-data) delete_data=yes ;;
      --help | -h) usage && exit 0 ;;
      *) mistaken "There is no option $1." ;;
    esac
    shift
  done
  [ "$delete_data" = no ] || [ "$action" = undo ] || mistaken "--delete-data goes with --undo."
}

check_options() {
  local label='[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
  [ -n "$domain" ] || mistaken "--domain is missing."
  [ -n "$email" ] || mistaken "--email is missing."
  [[ $domain =~ ^($label\.)+$label$ ]] || mistaken "$domain is no name such as books.example.org (in lower case)."
  [[ $email =~ ^[^[:space:]@]+@[^[:space:]@]+$ ]] || mistaken "$email is no e-mail address."
  [[ $acme_server =~ ^https://[^[:space:]]+$ ]] || mistaken "$acme_server is no https:// URL."
}

# What is not given is as it was the last time.
remember_options() {
  local file=$configuration_folder/install.env
  write_file "$file" 600 < <(printf '%s=%q\n' domain "$domain" email "$email" acme_server "$acme_server" \
    own_keys "$own_keys")
}

check_machine() {
  local id version other
  # shellcheck source=/dev/null
  id=$(. /etc/os-release && echo "$ID ${ID_LIKE:-}")
  [[ " $id " =~ \ (debian|ubuntu)\  ]] || fail "this is neither Debian nor Ubuntu."
  [ -d /run/systemd/system ] || fail "systemd does not run here."
  version=$(systemctl --version | sed -n 's/^systemd \([0-9]*\).*/\1/p')
  [ "$version" -ge 250 ] || fail "systemd $version is too old: take Debian 12, Ubuntu 24.04 or a newer one."
  [ ! -f "$nginx_drop_in" ] || return 0
  other=$(find /etc/nginx/sites-enabled /etc/nginx/conf.d -mindepth 1 ! -name default 2>/dev/null || true)
  [ -z "$other" ] || fail "this machine's NGINX serves something else ($other): the store needs a machine of its own."
}

install_store() {
  check_options
  check_machine
  choose_keys
  install -d -m 755 "$state_folder" "$state_folder/challenges" "$home_folder" "$configuration_folder"
  remember_options
  install_packages
  create_users
  build_release
  make_secrets
  make_first_certificate
  render_release
  prepare_database
  migrate_databases
  activate_release
  get_certificate
  remove_old_releases
  say "the store is at https://$domain (${release##*/})"
  say "its administrator is $(cat "$secrets/ADMIN_EMAIL"), the first password is in $secrets/ADMIN_PASSWORD"
}

roll_back() {
  release=$(readlink -e "$home_folder/former") || fail "there is no former release."
  check_former_keys "$release"
  render_release
  activate_release
  say "${release##*/} serves again"
}

domain='' email='' own_keys='' acme_server=https://acme-v02.api.letsencrypt.org/directory
# shellcheck source=/dev/null
[ ! -r "$configuration_folder/install.env" ] || source "$configuration_folder/install.env"
read_options "$@"
[ "$(id -u)" = 0 ] || fail "run this as root: sudo $0 $*"
exec 9>/run/bookstore-install.lock
flock --nonblock 9 || fail "another install.sh runs."

case $action in
  install) install_store ;;
  rollback) roll_back ;;
  undo) undo "$delete_data" ;;
esac

# shellcheck shell=bash
# A release: the commit that is checked out, with its dependencies and the built shop, in a folder that no service can write.

kept_releases=3

# Sets `release` to the folder of the checkout's commit, made where it is missing.
build_release() {
  local git=(git -c "safe.directory=$source_folder" -C "$source_folder") version commit partial
  commit=$("${git[@]}" rev-parse --short=12 HEAD) || fail "$source_folder is no clone of the store."
  version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' "$source_folder/package.json" | head -1)
  release=$releases/$version-$commit
  [ -z "$("${git[@]}" status --porcelain)" ] || say "changes that are not committed are left out"
  if [ -d "$release" ]; then
    say "release $version-$commit is there already"
    return 0
  fi
  say "making release $version-$commit"
  install -d -m 755 "$releases"
  rm -rf "$releases"/.partial.*
  partial=$(mktemp -d "$releases/.partial.XXXXXX")
  "${git[@]}" archive HEAD | tar -x --no-same-owner -C "$partial"
  fill_release "$partial"
  chown -R root:root "$partial"
  chmod -R u=rwX,go=rX "$partial"
  mv "$partial" "$release"
}

# The pages are built as those of the image are (deploy/Dockerfile), by dependencies that the release then goes without. Where
# memory does not suffice, this ends, and not what serves.
fill_release() {
  local folder=$1 log=$state_folder/release.log
  chmod 755 "$folder"
  chown -R bookstore-build: "$folder"
  (
    echo 1000 >/proc/self/oom_score_adj
    cd "$folder" && install_dependencies --include=dev && build_pages && install_dependencies --omit=dev
  ) >"$log" 2>&1 || fail "the release could not be made, and nothing was changed: see $log."
  rm -rf "$folder/.home"
}

# Not as root, and after whatever serves on this machine.
as_builder() { nice runuser -u bookstore-build -- env "HOME=$PWD/.home" "$@"; }

# Only the package that brings the project's Node may run a script.
install_dependencies() {
  local npm=(as_builder "NODE_OPTIONS=--require $PWD/deploy/local/npm-for-project-node.cjs"
    npm --no-audit --no-fund --prefer-offline --loglevel=error)
  "${npm[@]}" ci "$@" --ignore-scripts && "${npm[@]}" rebuild node --ignore-scripts=false || return 1
  if [ ! -x node_modules/.bin/node ]; then
    echo "npm has not brought the project's Node."
    return 1
  fi
}

build_pages() {
  as_builder node_modules/.bin/node gateway/playground/build.ts && as_builder node_modules/.bin/node storefront/build.ts
}

# Writes what systemd and NGINX need for the release beside it, in its folder: the name and the programs may be others
# than when it served before.
render_release() {
  local nginx_version openssl_version has_brotli=false has_ipv6=false has_own_keys=false
  nginx_version=$(nginx -v 2>&1 | grep -o '[0-9][0-9.]*' | head -1)
  openssl_version=$(openssl version | grep -o '[0-9][0-9.]*' | head -1)
  ! compgen -G '/etc/nginx/modules-enabled/*brotli-filter*' >/dev/null || has_brotli=true
  [ ! -e /proc/net/if_inet6 ] || has_ipv6=true
  [ "$own_keys" != yes ] || has_own_keys=true
  rm -rf "$release/.rendered"
  RENDERED=$release/.rendered HOME_FOLDER=$home_folder CONFIGURATION_FOLDER=$configuration_folder \
    STATE_FOLDER=$state_folder DOMAIN=$domain NGINX_VERSION=$nginx_version OPENSSL_VERSION=$openssl_version \
    HAS_BROTLI=$has_brotli HAS_IPV6=$has_ipv6 OWN_KEYS=$has_own_keys run_node "$release" deploy/vm/render.ts
  /usr/sbin/nginx -t -q -c "$release/.rendered/edge/nginx.conf" || fail "NGINX does not accept its configuration."
}

run_node() {
  local folder=$1
  shift
  (cd "$folder" && node_modules/.bin/node "$@")
}

remove_old_releases() {
  local current former folder
  current=$(readlink -f "$home_folder/current")
  former=$(readlink -f "$home_folder/former" || true)
  while read -r _ folder; do
    [ "$folder" = "$current" ] || [ "$folder" = "$former" ] || rm -rf "$folder"
  done < <(find "$releases" -mindepth 1 -maxdepth 1 -printf '%T@ %p\n' | sort -rn | tail -n +$((kept_releases + 1)))
}

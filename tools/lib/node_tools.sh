# shellcheck shell=bash
# The programs buf and spectral, from the packages that tools/node pins. Sourced after report.sh, in
# the root.

NODE_TOOLS=build/node-tools

install_node_tools() {
  local stamp=$NODE_TOOLS/installed.sum
  if [[ -f $stamp ]] && sha256sum --check --status "$stamp" 2>/dev/null; then return; fi
  mkdir -p "$NODE_TOOLS"
  cp tools/node/package.json tools/node/package-lock.json "$NODE_TOOLS"
  step "Install buf and spectral" npm ci --prefix "$NODE_TOOLS" --ignore-scripts --no-audit --no-fund
  sha256sum tools/node/package.json tools/node/package-lock.json >"$stamp"
}

buf() {
  install_node_tools
  "$NODE_TOOLS/node_modules/.bin/buf" "$@"
}

spectral() {
  install_node_tools
  "$NODE_TOOLS/node_modules/.bin/spectral" "$@"
}

# The commit whose contract the present one must not break: the last release, else the first commit
# that has a contract. Empty when the history holds neither, as in a shallow clone.
breaking_base() {
  local base
  base=$(git describe --tags --abbrev=0 --match 'v[0-9]*' 2>/dev/null) || true
  if [[ -z $base ]]; then
    base=$(git log --reverse --diff-filter=A --format=%H -- proto/overstap/v1 buf.yaml |
      while read -r commit; do
        if git cat-file -e "$commit:buf.yaml" 2>/dev/null &&
          git cat-file -e "$commit:proto/overstap/v1" 2>/dev/null; then
          printf '%s' "$commit"
          break
        fi
      done) || true
  fi
  printf '%s' "$base"
}

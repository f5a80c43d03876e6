# shellcheck shell=bash
# Builds the page into web/dist when its source changed. Sourced after report.sh and packages.sh, in the
# root. Node.js comes from the system's packages where there is no npm.

web_source_sum() {
  find web -type f -not -path 'web/node_modules/*' -not -path 'web/dist/*' -print0 |
    sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1
}

build_web() {
  local stamp=web/dist/source.sum sum
  sum=$(web_source_sum)
  if [[ -f $stamp && -d web/node_modules && $(cat "$stamp") == "$sum" ]]; then return; fi
  command -v npm >/dev/null || install_packages nodejs npm
  step "Install what the page needs" npm ci --prefix web --ignore-scripts --no-audit --no-fund
  step "Build the page" npm --prefix web run build
  printf '%s\n' "$sum" >"$stamp"
}

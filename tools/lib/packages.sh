# shellcheck shell=bash
# Debian and Ubuntu packages. Sourced after report.sh.

# Names in package lists, without comments.
package_names() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@"; }

# missing_packages NAME...: those that are not installed, one a line.
missing_packages() {
  local installed
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
    sed -n 's/ installed$//p') || true
  printf '%s\n' "$@" | grep -vxF -e "$installed" || true
}

# install_packages NAME...: installs what is missing; needs neither root nor a network when nothing is.
install_packages() {
  local manual="On another system, install what these packages hold (compiler, CMake, libraries) and
build as CONTRIBUTING.md says."
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    fail "This is not Debian or Ubuntu: there is no apt-get to install with. Needed: $*
$manual"
  fi
  local -a missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]} == 0)) && return
  say "Installing: ${missing[*]}"
  local -a as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "Installing needs root, and there is no sudo. As root, run:
  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    if [[ -t 0 ]]; then sudo -v; else sudo -n true 2>/dev/null; fi ||
      fail "Installing needs root, and sudo refused. Ask an administrator to run:
  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    as_root=(sudo -n)
  fi
  step "Package lists" "${as_root[@]}" apt-get update
  step "Packages" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "${missing[@]}"
}

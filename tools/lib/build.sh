# shellcheck shell=bash
# Configure and build a preset of CMakePresets.json. Sourced after report.sh, in the repository root.

# drop_stale_cache FOLDER GENERATOR: a build folder that another generator or another checkout
# configured cannot be configured again; what it compiled stays in ccache.
drop_stale_cache() {
  local cache=$1/CMakeCache.txt
  [[ -f $cache ]] || return 0
  if grep -qxF "CMAKE_GENERATOR:INTERNAL=$2" "$cache" &&
    grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache"; then
    return 0
  fi
  say "$1 was configured in another way; configuring it anew"
  rm -rf "$cache" "$1/CMakeFiles"
}

# configure PRESET [OPTION...]
configure() {
  local preset=$1 folder=build/$1 generator="Unix Makefiles"
  shift
  command -v ninja >/dev/null && generator=Ninja
  drop_stale_cache "$folder" "$generator"
  step "Configure $preset" cmake --preset "$preset" -G "$generator" "$@"
}

# build PRESET [TARGET...]: everything when no target is named.
build() {
  local preset=$1
  shift
  local -a targets=()
  (($# > 0)) && targets=(--target "$@")
  step "Build $preset" cmake --build "build/$preset" --parallel "$(nproc)" "${targets[@]}"
}

# shellcheck shell=bash
# What the scripts say, and long commands run quietly with progress. Sourced, never run.

say() { printf '%s\n' "$*"; }

fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

# step LABEL COMMAND...: runs the command with its output in a log, shows the seconds that pass, and
# ends the script with the tail of the log when the command fails. $OVERSTAP_LOGS is the folder.
step() {
  local label=$1 log started=$SECONDS
  shift
  mkdir -p "$OVERSTAP_LOGS"
  log=$OVERSTAP_LOGS/$(printf '%s' "$label" | tr -cs '[:alnum:]' '-').log
  set -m  # a process group of its own, so that all of it can be ended
  "$@" >"$log" 2>&1 </dev/null &
  local job=$!
  set +m
  show_progress "$label" "$job" "$log" "$started" &
  local shower=$!
  trap 'kill -INT -- "-$job" 2>/dev/null; kill "$shower" 2>/dev/null; exit 130' INT TERM
  local code=0
  wait "$job" || code=$?
  kill "$shower" 2>/dev/null || true
  wait "$shower" 2>/dev/null || true
  trap - INT TERM
  [[ -t 1 ]] && printf '\r\033[K'
  if ((code != 0)); then
    say "$label: failed after $((SECONDS - started)) s; the end of $log:" >&2
    tail -n 40 "$log" >&2
    exit "$code"
  fi
  say "$label: done in $((SECONDS - started)) s"
}

# On a terminal one line that is rewritten every second; else a line every 20 seconds.
show_progress() {
  local label=$1 job=$2 log=$3 started=$4 pause=20 last
  [[ -t 1 ]] && pause=1
  while sleep "$pause" && kill -0 "$job" 2>/dev/null; do
    last=$(tail -n 1 "$log" 2>/dev/null | tr -d '\000-\037' |
      sed 's:Building CXX object .*/::' | cut -c 1-60 || true)
    if [[ -t 1 ]]; then
      printf '\r\033[K%s: %d s  %s' "$label" $((SECONDS - started)) "$last"
    else
      printf '%s: %d s  %s\n' "$label" $((SECONDS - started)) "$last"
    fi
  done
}

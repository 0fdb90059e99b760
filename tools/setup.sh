#!/usr/bin/env bash
# Sets up what a command needs, and nothing when it is already there.
# Usage: tools/setup.sh [run|dev|scan|models|mutants|supply|fuzz] [node] [browser] …
#   run      .venv with what the bot and the sandbox need    (requirements/run.txt)
#   dev      .venv with tests and checks as well             (requirements/dev.txt)
#   scan     .data/scan-env, the scanners' own environment   (requirements/scan.txt)
#   models   .data/models-env, Microsoft's Graph models     (requirements/models.txt)
#   mutants  .data/mutants-env, faults put in on purpose    (requirements/mutants.txt)
#   supply   .data/supply-env, audit, bill of materials, secrets (requirements/supply.txt)
#   fuzz     .data/fuzz-env, a coverage-guided fuzzer       (requirements/fuzz.txt; empty where no build exists)
#   node     node_modules from package-lock.json
#   browser  a Chromium for the browser tests
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf 'setup: %s\n' "$*"; }
fail() {
  printf 'setup: %s\n' "$@" >&2
  exit 1
}
in_range='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'

# A candidate counts only when it starts and says its version itself: a pyenv shim may exist and fail.
find_python() {
  local candidate
  for candidate in ${PYTHON:-} python3.13 python3.12 python3.11 python3 python; do
    if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c "$in_range" >/dev/null 2>&1; then
      command -v "$candidate"
      return
    fi
  done
  local seen
  seen=$(python3 --version 2>/dev/null || echo 'no python3')
  fail "Python 3.11, 3.12 or 3.13 is needed; found: $seen (3.14 is not proven with botbuilder yet)." \
    "Install one (Debian: apt install python3 python3-venv), or name it: make PYTHON=/path/to/python3.12 …"
}

# hash_of FILE…: changes when a file does. cksum is on every machine.
hash_of() { cat "$@" | cksum | tr -d ' \n'; }

make_venv() { # directory
  if "$1/bin/python" -c "$in_range" >/dev/null 2>&1 && "$1/bin/python" -m pip --version >/dev/null 2>&1; then
    return
  fi
  local python
  python=$(find_python)
  "$python" -c 'import ensurepip' >/dev/null 2>&1 ||
    fail "$python cannot make virtual environments. On Debian or Ubuntu: apt install python3-venv"
  say "$("$python" --version) makes $1"
  "$python" -m venv --clear "$1"
}

install_locked() { # directory lock-file
  local stamp="$1/.locked-${2##*/}"
  make_venv "$1"
  [ "$(cat "$stamp" 2>/dev/null)" = "$(hash_of "$2")" ] && return
  say "installing $2 (once; needs the network)"
  "$1/bin/python" -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r "$2"
  hash_of "$2" >"$stamp"
}

setup_run() {
  # The dev lock holds everything of the run lock in the same versions (make lock sees to it).
  if [ "$(cat .venv/.locked-dev.txt 2>/dev/null)" = "$(hash_of requirements/dev.txt)" ] &&
    .venv/bin/python -c "$in_range" 2>/dev/null; then
    return
  fi
  install_locked .venv requirements/run.txt
}

setup_node() {
  local stamp=node_modules/.locked want
  want=$(hash_of package.json package-lock.json)
  [ "$(cat "$stamp" 2>/dev/null)" = "$want" ] && return
  command -v npm >/dev/null 2>&1 || fail "Node.js 20 or newer with npm is needed (the cards are drawn by Microsoft's npm package)."
  node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' ||
    fail "Node.js 20 or newer is needed; found $(node --version)."
  say "npm ci (once; needs the network)"
  npm ci --silent
  printf '%s' "$want" >"$stamp"
}

setup_browser() {
  tools/chromium.sh >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "installing Debian's chromium for the browser tests"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null
    tools/chromium.sh >/dev/null && return
  fi
  fail "The browser tests need a Chromium. Install one (Debian: apt install chromium; elsewhere Chrome)," \
    "or name one: CHROMIUM=/path/to/chrome make test"
}

# npm and pip fetch side by side; npm's outcome is looked at when its turn comes.
node_part=
for part in "$@"; do
  [ "$part" = node ] && { setup_node & node_part=$!; }
done
for part in "$@"; do
  case "$part" in
    run) setup_run ;;
    dev) install_locked .venv requirements/dev.txt ;;
    scan) install_locked .data/scan-env requirements/scan.txt ;;
    models) install_locked .data/models-env requirements/models.txt ;;
    mutants) install_locked .data/mutants-env requirements/mutants.txt ;;
    supply) install_locked .data/supply-env requirements/supply.txt ;;
    fuzz) install_locked .data/fuzz-env requirements/fuzz.txt ;;
    node) wait "$node_part" ;;
    browser) setup_browser ;;
    *) fail "unknown part: $part" ;;
  esac
done

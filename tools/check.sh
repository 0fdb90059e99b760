#!/usr/bin/env bash
# What a machine can say about the code without running it. Every check runs; one line each at the end.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
failed=()

check() { # name command…
  local name=$1 log
  shift
  log=$("$@" 2>&1) || {
    printf '\n--- %s\n%s\n' "$name" "$log"
    failed+=("$name")
  }
}
shellcheck_all() { git ls-files -co --exclude-standard -- '*.sh' .ci/run | xargs .venv/bin/shellcheck; }

check 'ruff format' .venv/bin/ruff format --check .
check 'ruff' .venv/bin/ruff check .
check 'mypy' .venv/bin/mypy .
check 'import-linter' .venv/bin/lint-imports
check 'catalogues' .venv/bin/python -m tools.catalogues
check 'yaml and json' .venv/bin/python -m tools.data_files
if [ -x .venv/bin/shellcheck ]; then
  check 'shellcheck' shellcheck_all
fi
if [ -x .venv/bin/hadolint ]; then
  check 'hadolint' .venv/bin/hadolint --config infra/hadolint.yaml infra/Dockerfile
fi
supply=.data/supply-env/bin
if [ -x $supply/detect-secrets ]; then
  check 'secrets' $supply/python tools/secrets_scan.py
  tools/audit.sh || failed+=('audit')
else
  printf 'check: secrets and known faults left out: make check sets up what they need\n'
fi

if [ ${#failed[@]} -gt 0 ]; then
  printf '\ncheck: failed: %s\n' "${failed[*]}"
  exit 1
fi
printf 'check: all clear\n'

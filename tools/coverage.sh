#!/usr/bin/env bash
# Branch coverage of every room by the suite that runs in one process (chaos tests kill theirs).
set -euo pipefail
cd "$(dirname "$0")/.."
CHROMIUM=$(tools/chromium.sh)
export CHROMIUM
.venv/bin/coverage run -m pytest -m "not chaos and not browser" || true
exec .venv/bin/coverage report --sort=cover

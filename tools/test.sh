#!/usr/bin/env bash
# All tests. First the gate: the guidelines' rules, branch by branch, held by their unit tests. Then the
# whole suite, which leaves build/test-run.json for make rules; pytest's closing line is the last thing
# printed. With arguments: only those, no gate.
set -euo pipefail
cd "$(dirname "$0")/.."
CHROMIUM=$(tools/chromium.sh)
export CHROMIUM
if [ $# -gt 0 ]; then
  exec .venv/bin/python -m pytest "$@"
fi
export COVERAGE_FILE=.coverage.core
.venv/bin/coverage run --rcfile=tests/core.coveragerc -m pytest -p no:cacheprovider \
  tests/unit/guidelines
.venv/bin/coverage report --rcfile=tests/core.coveragerc
# Three workers on two cores, for many tests wait; the long ones (browser, chaos) come first.
mkdir -p build
export RULE_REPORT=build/test-run.json
exec .venv/bin/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder \
  -p tests.system.rule_report

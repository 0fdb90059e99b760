#!/usr/bin/env bash
# All tests. First the gate: the guidelines' rules, branch by branch, held by their unit tests. Then
# everything else; pytest's closing line is the last thing printed. Both together are the run that make
# rules reads (build/test-run.json). With arguments: only those, no gate.
set -euo pipefail
cd "$(dirname "$0")/.."
CHROMIUM=$(tools/chromium.sh)
export CHROMIUM
unset PYTHONDONTWRITEBYTECODE
if [ $# -gt 0 ]; then
  exec .venv/bin/python -m pytest "$@"
fi
mkdir -p build
export COVERAGE_FILE=build/.coverage.core
RULE_REPORT=build/gate-run.json .venv/bin/python -m pytest -n 2 -p tests.system.rule_report \
  --cov --cov-config=tests/core.coveragerc --cov-report=term-missing tests/unit/guidelines
# Three workers on two cores, for many tests wait; the long ones (browser, chaos) come first.
export RULE_REPORT=build/test-run.json RULE_REPORT_BEFORE=build/gate-run.json
exec .venv/bin/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder \
  -p tests.system.rule_report --ignore=tests/unit/guidelines

#!/usr/bin/env bash
# Do the unit tests of guidelines/ notice small faults? A sample of them, some minutes on one core. The
# faults that no test noticed are judged one by one in docs/mutants.md.
set -euo pipefail
cd "$(dirname "$0")/.."
exec nice .data/mutants-env/bin/python -m tools.mutants "$@"

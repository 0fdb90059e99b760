#!/usr/bin/env bash
# Known faults in what the product is made of (pip-audit, npm audit's database is not asked). The database
# is outside: where it cannot be reached this says so and is no failure. A fault that was judged harmless
# here stands in requirements/audit-known.list, one id a line, with the reason behind #.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
report=$(mktemp)
trap 'rm -f "$report"' EXIT
ignored=()
while read -r id _; do
  [ -n "$id" ] && [ "${id#\#}" = "$id" ] && ignored+=(--ignore-vuln "$id")
done <requirements/audit-known.list
timeout 90 .data/supply-env/bin/pip-audit --disable-pip --require-hashes -r requirements/runtime.txt --timeout 5 \
  --progress-spinner off --format json --output "$report" ${ignored[@]+"${ignored[@]}"} >/dev/null 2>&1
exec .data/supply-env/bin/python tools/audit_report.py "$report"

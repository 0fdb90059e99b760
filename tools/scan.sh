#!/usr/bin/env bash
# Heavy scanners, each from its own environment, none of them part of make check:
# checkov (Dockerfile, Bicep) and pip-audit (known faults; asks an outside database, so OFFLINE=1 leaves
# it out). bandit's rules are in make check already, as ruff's S.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
bin=.data/scan-env/bin
failed=()

echo '--- checkov'
"$bin/checkov" --quiet --compact --skip-download --framework dockerfile bicep \
  --directory infra --config-file infra/checkov.yaml || failed+=(checkov)
echo '--- pip-audit'
if [ -n "${OFFLINE:-}" ]; then
  echo 'left out: OFFLINE is set'
else
  "$bin/pip-audit" --strict --require-hashes --disable-pip -r requirements/runtime.txt || failed+=(pip-audit)
fi
if [ ${#failed[@]} -gt 0 ]; then
  printf '\nscan: look at: %s\n' "${failed[*]}"
  exit 1
fi
printf '\nscan: all clear\n'

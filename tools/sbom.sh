#!/usr/bin/env bash
# The bill of materials (CycloneDX 1.6): build/sbom-python.json for what the image holds, and
# build/sbom-npm.json for the cards' renderer, which the sandbox and the tests use.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p build
.data/supply-env/bin/cyclonedx-py requirements --output-reproducible --spec-version 1.6 \
  --output-file build/sbom-python.json requirements/runtime.txt
npm sbom --package-lock-only --sbom-format cyclonedx >build/sbom-npm.json
for part in python npm; do
  printf 'build/sbom-%s.json: %s components\n' "$part" "$(.data/supply-env/bin/python -c \
    'import json, sys; print(len(json.load(open(sys.argv[1]))["components"]))' "build/sbom-$part.json")"
done

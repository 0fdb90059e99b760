#!/usr/bin/env bash
# Compiles requirements/*.in into locked files with hashes and without any address. Packages move to
# their newest allowed versions only with: make lock UPGRADE=1
set -euo pipefail
cd "$(dirname "$0")/.."
uv=.data/lock-env/bin/uv
[ -x "$uv" ] || { .venv/bin/python -m venv .data/lock-env && .data/lock-env/bin/python -m pip install -q uv==0.13.9; }

compile() { # name [constraint]
  "$uv" pip compile "requirements/$1.in" --output-file "requirements/$1.txt" --universal --python-version 3.11 \
    --generate-hashes --no-strip-extras --no-emit-index-url --no-emit-find-links --no-header --quiet \
    ${UPGRADE:+--upgrade} ${2:+--constraint "requirements/$2.txt"}
  printf 'locked requirements/%s.txt\n' "$1"
}

compile dev
compile run dev # the same versions, so a .venv made for the tests also serves make run
compile runtime dev
compile scan
compile mutants
compile fuzz
compile supply
compile models dev

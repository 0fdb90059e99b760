#!/usr/bin/env bash
# Microsoft 365 Agents Playground, Microsoft's own local client, against our bot. Opt-in: it is fetched only
# when somebody asks for it and says yes to its terms, into a folder of its own, and is no part of Lydhør.
set -euo pipefail
cd "$(dirname "$0")/.."
version=0.2.28 # the one that was tried
home=.data/playground

cat <<'TERMS'

  Microsoft 365 Agents Playground is Microsoft's pre-release software under Microsoft's own terms
  (evaluation and feedback; see its LICENSE after the download). It listens on ALL network interfaces
  of this machine without a sign-in while it runs. Its telemetry is switched off by its flag.
  It knows no meetings: chats and cards only. Our bot's door stays shut; a bridge in the sandbox signs for it.

TERMS
if [ "${ACCEPT_TERMS:-}" != yes ]; then
  [ -t 0 ] || { echo 'Say yes to the terms with: make playground ACCEPT_TERMS=yes' >&2; exit 1; }
  read -r -p '  Fetch and start it? Type yes: ' answer
  [ "$answer" = yes ] || { echo '  Nothing was fetched.'; exit 0; }
fi
tools/setup.sh run node
if [ ! -x "$home/node_modules/.bin/agentsplayground" ]; then
  mkdir -p "$home"
  echo '{"private":true}' >"$home/package.json"
  npm install --prefix "$home" --save-exact --no-package-lock --silent "@microsoft/m365agentsplayground@$version"
fi
exec .venv/bin/python -m tools.playground --home "$home"

#!/usr/bin/env bash
# Prints the Chromium to test with: $CHROMIUM, one on PATH, Chrome on a Mac, or one Playwright keeps.
set -uo pipefail
for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
  [ -n "$candidate" ] && command -v "$candidate" 2>/dev/null && exit 0
done
shopt -s nullglob
for candidate in "${PLAYWRIGHT_BROWSERS_PATH:-${HOME:-/nonexistent}/.cache/ms-playwright}"/chromium-*/chrome-linux*/chrome; do
  [ -x "$candidate" ] && printf '%s\n' "$candidate" && exit 0
done
exit 1

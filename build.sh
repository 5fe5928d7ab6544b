#!/usr/bin/env bash
# Restores (locked), builds Release with warnings as errors, runs every test, and closes with "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1

command -v dotnet >/dev/null || { echo "build.sh: the .NET 10 SDK is not on PATH; install it from https://dot.net" >&2; exit 2; }

# The pages are tested in a real browser.
browser() { command -v chromium || command -v chromium-browser || command -v google-chrome || command -v google-chrome-stable; }
if ! browser >/dev/null && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "build.sh: installing Chromium for the tests of the pages" >&2
  { apt-get update && apt-get install -y --no-install-recommends chromium; } >/dev/null 2>&1
fi
browser >/dev/null || echo "build.sh: no Chromium or Chrome on the path and no permission to install one; the tests of the pages will fail. On Debian: sudo apt-get install chromium" >&2

dotnet restore Allocation.slnx --locked-mode || exit 1
dotnet build Allocation.slnx -c Release --no-restore -warnaserror || exit 1

log=$(mktemp); trap 'rm -f "$log"' EXIT
dotnet test --solution Allocation.slnx -c Release --no-build "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

# The runner's last summary counts every project; a run that counted nothing has failed.
count() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$log" | tail -n 1; }
passed=$(count succeeded); failed=$(count failed)
passed=${passed:-0}; failed=${failed:-0}
if [ "$passed" -eq 0 ] || { [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; }; then failed=$((failed + 1)); fi
[ "$failed" -eq 0 ] || status=1
echo "$passed passed, $failed failed"
exit "$status"

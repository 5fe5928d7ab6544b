#!/usr/bin/env bash
# Makes both programs in the machine's own code, which ./allocation and ./allocation-check run from then on, until a source file is newer: they start at once, and searches do not begin with a second of compiling.
# Takes some minutes, and a C compiler to link with.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/src/launch.sh"
linker >/dev/null || { echo "native.sh: there is neither clang nor gcc to link with; on Debian: sudo apt-get install gcc libc6-dev" >&2; exit 2; }
make() {
  if ! stale "$root/artifacts/$2/$2"; then echo "native.sh: $2 is up to date."; return; fi
  echo "native.sh: $2 …"
  build "$2" "$root/artifacts/$2/$2" native "$1"
}
make Allocation.Check allocation-check
make Allocation.Host allocation-host

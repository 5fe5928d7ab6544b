# Sourced by ./allocation, ./allocation-check and ./native.sh, with $root set.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1

# stale FILE: it is not there, or a source file is newer.
stale() { [ ! -f "$1" ] || [ -n "$(find "$root/src" "$root"/Directory.*.props -type f -newer "$1" -not -path '*/obj/*' -not -path '*/bin/*' -print -quit)" ]; }

# build PROGRAM FILE HOW PROJECT: builds it by the function HOW, and says so where that fails; the file is then newer than its sources.
build() {
  local log; log=$(mktemp)
  if ! "$3" "$4" "$1" >"$log" 2>&1; then
    cat "$log" >&2; rm -f "$log"; echo "$1: the build failed (above)." >&2; return 70
  fi
  rm -f "$log"; touch "$2"
}

managed() { dotnet restore "$root/src/$1" --locked-mode && dotnet build "$root/src/$1" -c Release --no-restore; }

# In the machine's own code, beside the solution's own build, whose packages and lock files know nothing of it.
linker() { command -v clang || command -v gcc; }
native() {
  local out="$root/artifacts/$2"
  dotnet publish "$root/src/$1" -c Release --artifacts-path "$out/build" -o "$out" -p:NuGetLockFilePath="$out/build/$1.lock.json" -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false \
    --use-current-runtime -p:PublishAot=true -p:CppCompilerAndLinker="$(basename "$(linker)")"
}

# launch PROJECT PROGRAM [ARGUMENT …]: runs it in the machine's own code where ./native.sh has made that of these sources, else on .NET; built on first use, and again when a source file is newer.
launch() {
  local project=$1 program=$2 own="$root/artifacts/$2/$2" dll="$root/src/$1/bin/Release/net10.0/$2.dll"
  shift 2
  if ! stale "$own"; then exec "$own" "$@"; fi
  if stale "$dll"; then
    echo "$program: building (first use or changed sources) …" >&2
    build "$program" "$dll" managed "$project" || exit $?
  fi
  exec dotnet "$dll" "$@"
}

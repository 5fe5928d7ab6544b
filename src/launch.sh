# Sourced by ./allocation and ./allocation-check: builds their project on first use, and again when a source file is newer, then runs it.
#   launch PROJECT PROGRAM [ARGUMENT …]
# Where a C compiler is there to link with, the program is made in the machine's own code: it starts at once, and a second of compiling that every run would begin with is done. Else it runs on .NET.
launch() {
  local name=$1 project="$root/src/$1" program=$2 log linker
  local out="$root/artifacts/$program"
  shift 2
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1
  stale() { [ ! -f "$out/built" ] || [ -n "$(find "$root/src" "$root"/Directory.*.props -type f -newer "$out/built" -not -path '*/obj/*' -not -path '*/bin/*' -print -quit)" ]; }
  # Beside the solution's own build, whose packages and lock files know nothing of it.
  publish() { dotnet publish "$project" -c Release --artifacts-path "$out/build" -o "$out" -p:NuGetLockFilePath="$out/build/$name.lock.json" -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false "$@"; }
  native() { linker=$(command -v clang || command -v gcc) && publish --use-current-runtime -p:PublishAot=true -p:CppCompilerAndLinker="$(basename "$linker")"; }
  if stale; then
    mkdir -p "$out"
    # Who comes second waits for who builds.
    if command -v flock >/dev/null; then exec 9>"$out/lock"; flock 9; fi
    if stale; then
      command -v clang >/dev/null || command -v gcc >/dev/null || echo "$program: no C compiler is on the path, so that it is built for .NET; with one (on Debian: sudo apt-get install gcc libc6-dev; then rm -r artifacts) it starts a second sooner." >&2
      echo "$program: building (first use or changed sources; a minute or two) …" >&2
      rm -f "$out/built" "$out/$program"
      log=$(mktemp)
      native >"$log" 2>&1 || { rm -f "$out/$program"; publish -p:UseAppHost=false >>"$log" 2>&1; } || { cat "$log" >&2; rm -f "$log"; echo "$program: the build failed (above)." >&2; exit 70; }
      rm -f "$log"; touch "$out/built"
    fi
    exec 9>&-
  fi
  if [ -x "$out/$program" ]; then exec "$out/$program" "$@"; else exec dotnet "$out/$program.dll" "$@"; fi
}

#!/usr/bin/env bash
# Runs the tests of other emulators (docs/emulators.md) on ministack and moto, which it takes from
# PyPI once, starts on free ports of the loopback address and stops at the end.
# Arguments go to Maven; with --install alone, the script ends when both are there.
set -euo pipefail
cd "$(dirname "$0")/.."

MINISTACK=1.5.33
MOTO=5.2.5

cache=${XDG_CACHE_HOME:-$HOME/.cache}/gatehouse
work=$(mktemp -d)
. tools/servers.sh
trap 'stop; rm -rf "$work"' EXIT

# Makes a virtual environment with the given packages unless it is there.
install() {
  local environment=$cache/$1 started=$SECONDS
  shift
  [ ! -e "$environment/done" ] || return 0
  rm -rf "$environment"
  mkdir -p "$cache"
  python3 -m venv "$environment" || {
    echo "Install Python's venv (Debian: python3-venv) and run this again." >&2
    exit 1
  }
  "$environment/bin/pip" install --quiet --disable-pip-version-check "$@"
  touch "$environment/done"
  echo "Installed $* in $((SECONDS - started)) s"
}

# Starts a command in the background and waits until the URL answers.
start() {
  local name=$1 url=$2
  shift 2
  "$@" >"$work/$name.log" 2>&1 &
  pids+=($!)
  for _ in $(seq 120); do
    if curl --silent --fail --output /dev/null "$url"; then
      return 0
    fi
    kill -0 "${pids[-1]}" 2>/dev/null || break
    sleep 0.5
  done
  echo "$name does not start:" >&2
  tail -20 "$work/$name.log" >&2
  exit 1
}

install "ministack-$MINISTACK" "ministack==$MINISTACK" cryptography
install "moto-$MOTO" "moto[cognitoidp,dynamodb]==$MOTO" flask flask-cors
[ "${1:-}" != --install ] || exit 0

ministack=$(free_port)
start ministack "http://127.0.0.1:$ministack/_ministack/health" \
  env GATEWAY_PORT="$ministack" BIND_HOST=127.0.0.1 "$cache/ministack-$MINISTACK/bin/ministack"
moto=$(free_port)
start moto "http://127.0.0.1:$moto/moto-api/data.json" \
  "$cache/moto-$MOTO/bin/moto_server" --host 127.0.0.1 --port "$moto"

tools/verify.sh test-emulators -pl integration-tests -am \
  -Dtest=none -Dit.test=EmulatorsIT -DexcludedGroups=none -Dcheckstyle.skip -Dspotless.check.skip -Denforcer.skip \
  -Dtarget.emulator="http://127.0.0.1:$ministack,http://127.0.0.1:$moto" -Dmoto.version="$MOTO" "$@"

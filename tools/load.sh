#!/usr/bin/env bash
# Measures the emulator under load, in turns with a baseline and with other emulators of Cognito,
# and writes the tables and the picture of docs/benchmarks.md.
# BASELINE: a built checkout, or a commit, which is built below benchmarks/target; none by default.
# OTHERS=none leaves the other emulators out. Arguments go to the benchmark; see --help.
set -euo pipefail
cd "$(dirname "$0")/.."

JAVA_HOME=$(tools/find-jdk)
export JAVA_HOME
COGNITO_LOCAL=5.3.0
target=$PWD/benchmarks/target
cache=${XDG_CACHE_HOME:-$HOME/.cache}/gatehouse
arguments=(--root "$PWD")
. tools/servers.sh

# Starts another emulator and waits until it listens.
start() {
  local name=$1 port=$2
  shift 2
  (cd "$target/load" && exec "$@") >"$target/load/$name.log" 2>&1 &
  pids+=($!)
  for _ in $(seq 120); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      arguments+=(--others "$name=http://127.0.0.1:$port/=${pids[-1]}")
      return 0
    fi
    sleep 0.5
  done
  echo "$name does not start; see $target/load/$name.log" >&2
  exit 1
}

mkdir -p "$target/load"
if [ -n "${BASELINE:-}" ] && [ ! -d "$BASELINE" ]; then
  commit=$(git rev-parse --verify "$BASELINE^{commit}")
  BASELINE=$target/baseline-$commit
  [ -d "$BASELINE" ] || git worktree add --detach "$BASELINE" "$commit"
  [ -x "$BASELINE/local/target/start" ] ||
    (cd "$BASELINE" && ./mvnw -q package -DskipTests -Dcheckstyle.skip -Dspotless.check.skip \
      -Denforcer.skip -pl '!integration-tests')
fi
[ -z "${BASELINE:-}" ] || arguments+=(--baseline "$BASELINE")

./mvnw -q package -DskipTests -P benchmarks -pl '!integration-tests'
local/target/start --archive

if [ "${OTHERS:-}" != none ]; then
  tools/test-emulators.sh --install
  npm install --prefix "$target/cognito-local" --silent --no-audit --no-fund --ignore-scripts \
    "cognito-local@$COGNITO_LOCAL"
  port=$(free_port)
  start ministack "$port" env GATEWAY_PORT="$port" BIND_HOST=127.0.0.1 \
    "$(ls -d "$cache"/ministack-*/ | tail -1)bin/ministack"
  port=$(free_port)
  start moto "$port" "$(ls -d "$cache"/moto-*/ | tail -1)bin/moto_server" --host 127.0.0.1 --port "$port"
  port=$(free_port)
  start cognito-local "$port" env HOST=127.0.0.1 PORT="$port" CODE=123456 \
    node "$target/cognito-local/node_modules/cognito-local/lib/bin/start.js"
fi

printf '%s\n' "${arguments[@]}" "$@" >"$target/load/arguments"
./mvnw -q package -DskipTests -P benchmarks,load -pl benchmarks -am -Dplan.skip=true

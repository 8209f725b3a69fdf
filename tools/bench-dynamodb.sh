#!/usr/bin/env bash
# Measures calls of DynamoDB, of the emulator and of its engine alone, beside npm's dynalite and
# PyPI's moto and ministack, and writes the tables of docs/benchmarks.md.
# Arguments go to the benchmark, such as --no-report; see --help.
set -euo pipefail
cd "$(dirname "$0")/.."

JAVA_HOME=$(tools/find-jdk)
export JAVA_HOME
DYNALITE=4.0.0
work=$PWD/benchmarks/target/bench-dynamodb
cache=${XDG_CACHE_HOME:-$HOME/.cache}/gatehouse
servers=()
. tools/servers.sh

# Starts a server and waits until it listens.
start() {
  local name=$1 language=$2 port=$3
  shift 3
  (cd "$work" && exec "$@") >"$work/$name.log" 2>&1 &
  pids+=($!)
  for _ in $(seq 240); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      servers+=("$name=$language=http://127.0.0.1:$port/=${pids[-1]}")
      return 0
    fi
    sleep 0.5
  done
  echo "$name does not start; see $work/$name.log" >&2
  exit 1
}

./mvnw -q package -DskipTests -P benchmarks -pl '!integration-tests'
mkdir -p "$work"
tools/test-emulators.sh --install
npm install --prefix "$work/dynalite" --silent --no-audit --no-fund --ignore-scripts \
  "dynalite@$DYNALITE"

port=$(free_port)
start emulator JVM "$port" "$PWD/local/target/start" --no-warm-up --api-port 0 --demo-port 0 --aws-port "$port"
port=$(free_port)
start engine JVM "$port" "$JAVA_HOME/bin/java" -cp "$PWD/dynamodb/target/*:$PWD/local/target/lib/*" \
  dev.gatehouse.dynamodb.DynamoDbServer "$port"
port=$(free_port)
start dynalite JavaScript "$port" node "$work/dynalite/node_modules/dynalite/cli.js" \
  --host 127.0.0.1 --port "$port" --createTableMs 0
port=$(free_port)
start moto Python "$port" "$(ls -d "$cache"/moto-*/ | tail -1)bin/moto_server" --host 127.0.0.1 --port "$port"
port=$(free_port)
start ministack Python "$port" env GATEWAY_PORT="$port" BIND_HOST=127.0.0.1 \
  "$(ls -d "$cache"/ministack-*/ | tail -1)bin/ministack"

printf '%s\n' --root "$PWD" --servers "$(IFS=,; echo "${servers[*]}")" "$@" >"$work/arguments"
./mvnw -q package -DskipTests -P benchmarks,bench-dynamodb -pl benchmarks -am -Dplan.skip=true

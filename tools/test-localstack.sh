#!/usr/bin/env bash
# Runs the tests with the JUnit tag localstack, through Testcontainers, against LocalStack in a
# container; further arguments go to Maven.
#
# Where Docker does not answer, root starts an engine of its own for the time of the tests, with its
# images in ~/.cache/gatehouse. Where the image cannot be pulled, tools/localstack-image.sh makes it.
# Where no engine can be started, or with LOCALSTACK=host, LocalStack runs without one, by chroot.
set -euo pipefail
cd "$(dirname "$0")/.."

cache=${XDG_CACHE_HOME:-$HOME/.cache}/gatehouse
work=$(mktemp -d)
pid=
signal=TERM
bridge=

say() {
  echo "test-localstack: $*" >&2
}

stop() {
  if [ -n "$bridge" ]; then
    docker container prune --force >/dev/null 2>&1 || true
  fi
  if [ -n "$pid" ]; then
    kill -s "$signal" "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  fi
  if [ "$bridge" = new ]; then
    ip link delete docker0 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

docker_answers() {
  command -v docker >/dev/null && docker info >/dev/null 2>&1
}

start_docker() {
  [ "$(id -u)" -eq 0 ] || return 1
  if ! command -v dockerd >/dev/null && command -v apt-get >/dev/null; then
    say "installing Debian's docker.io"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends docker.io >/dev/null || return 1
  fi
  command -v dockerd >/dev/null || return 1
  [ -e /sys/class/net/docker0 ] && bridge=old || bridge=new
  mkdir -p "$cache/docker"
  export DOCKER_HOST=unix://$work/docker.sock
  dockerd --host "$DOCKER_HOST" --data-root "$cache/docker" --exec-root "$work/exec" \
    --pidfile "$work/docker.pid" >"$work/dockerd.log" 2>&1 &
  pid=$!
  for _ in $(seq 60); do
    if docker_answers; then
      say "started a Docker engine, which ends with the tests"
      return 0
    fi
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.5
  done
  say "no Docker engine starts: $(tail -1 "$work/dockerd.log")"
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
  pid=
  unset DOCKER_HOST
  return 1
}

# Starts LocalStack in its root file system; it sees the network of this machine. unshare ignores
# TERM, and its process takes all others of its namespace with it.
start_on_host() {
  signal=KILL
  local root port
  root=$(tools/localstack-image.sh --root)
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  url=http://127.0.0.1:$port
  local run='mount -t proc proc "$0/proc"; exec chroot "$0" /usr/bin/env -i GATEWAY_LISTEN="$1" OVERRIDE_IN_DOCKER=1 /usr/local/bin/docker-entrypoint.sh'
  if unshare --mount --pid --fork true 2>/dev/null; then
    unshare --mount --pid --fork --kill-child bash -c "$run" "$root" "127.0.0.1:$port" \
      >"$work/localstack.log" 2>&1 &
  else
    bash -c "${run#*;}" "$root" "127.0.0.1:$port" >"$work/localstack.log" 2>&1 &
  fi
  pid=$!
  for _ in $(seq 240); do
    if curl --silent --fail --output /dev/null "$url/_localstack/health"; then
      say "started LocalStack by chroot at $url; it ends with the tests"
      return 0
    fi
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.5
  done
  say "LocalStack does not start:"
  tail -20 "$work/localstack.log" >&2
  exit 1
}

target=()
if [ "${LOCALSTACK:-}" != host ] && { docker_answers || start_docker; }; then
  tools/localstack-image.sh
  # Its helper images are as hard to pull as LocalStack's, and the daemon may be in this container.
  export TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_CHECKS_DISABLE=true
  export TESTCONTAINERS_HOST_OVERRIDE=${TESTCONTAINERS_HOST_OVERRIDE:-localhost}
else
  start_on_host
  target=("-Dtarget.localstack=$url")
fi

tools/verify.sh test-localstack -pl users,integration-tests -am \
  -Dtest=none -Dit.test="*LocalStack*IT" -DexcludedGroups=none -Dcheckstyle.skip -Dspotless.check.skip -Denforcer.skip \
  "${target[@]}" "$@"

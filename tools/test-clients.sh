#!/usr/bin/env bash
# Installs the clients from their registries below clients/target, at the same time, and runs them.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
for command in node npm python3 go; do
  command -v "$command" >/dev/null || missing+=("$command")
done
if [ "${#missing[@]}" -gt 0 ]; then
  echo "make test-clients needs ${missing[*]}: Node 20, Python 3.11 with venv and Go 1.26, or newer" >&2
  exit 1
fi

target=$PWD/clients/target
mkdir -p "$target/node"

install_node() {
  cp clients/node/* "$target/node/"
  npm ci --prefix "$target/node" --ignore-scripts --no-audit --no-fund
}

install_python() {
  python3 -m venv "$target/python"
  "$target/python/bin/pip" install --quiet --no-deps --requirement clients/python/requirements.txt
}

install_go() {
  go build -C clients/go -mod=readonly -o "$target/aws-sdk-go" .
}

# Runs an installation in the background, with its output in a file.
declare -A running
start() {
  "install_$1" >"$target/install-$1.log" 2>&1 &
  running[$1]=$!
}

start node
start python
start go
failed=()
for client in "${!running[@]}"; do
  wait "${running[$client]}" || failed+=("$client")
done
for client in "${failed[@]}"; do
  cat "$target/install-$client.log" >&2
  echo "The clients for $client could not be installed" >&2
done
[ "${#failed[@]}" -eq 0 ] || exit 1

# The integration tests' own groups have other names, so that only the clients run.
tools/verify.sh test-clients -P clients -pl clients -am -Dgroups=clients -DexcludedGroups=nightly

#!/usr/bin/env bash
# Makes LocalStack where its public image cannot be pulled, from Debian, PyPI and Maven Central.
#
#   tools/localstack-image.sh         the image localstack/localstack:4.14.0, if Docker answers
#   tools/localstack-image.sh --root  the root file system alone, and prints its path
#   tools/localstack-image.sh --base  that without Maven: may run beside a build
#
# Each step is done once; the root is kept in ~/.cache/gatehouse. It contains AWS's DynamoDB Local,
# which LocalStack would download at its first call: nothing of it gets into a POM or an archive
# here. Needs root, and installs debootstrap.
set -euo pipefail

VERSION=4.14.0
IMAGE=localstack/localstack:$VERSION
DYNAMODB_LOCAL=2.6.1

checkout=$(cd "$(dirname "$0")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/gatehouse/localstack-$VERSION
root=$cache/root

say() {
  echo "localstack-image: $*" >&2
}

what=${1:-}
if [ "$what" != --root ]; then
  if docker image inspect "$IMAGE" >/dev/null 2>&1; then
    say "$IMAGE is there"
    exit 0
  fi
  if docker info >/dev/null 2>&1 && timeout 600 docker pull --quiet "$IMAGE" >/dev/null 2>&1; then
    say "$IMAGE is pulled"
    exit 0
  fi
  say "$IMAGE cannot be pulled and is made here"
fi

# Does a step whose mark is missing; a step that fails begins from its start the next time.
step() {
  local mark=$cache/$1.done started=$SECONDS
  [ ! -e "$mark" ] || return 0
  say "$2"
  "$1"
  touch "$mark"
  say "$2: done in $((SECONDS - started)) s"
}

# Runs a command in the root.
inside() {
  chroot "$root" /usr/bin/env -i HOME=/root PATH=/opt/localstack/bin:/usr/bin:/bin:/usr/sbin:/sbin \
    LANG=C.UTF-8 "$@"
}

# The mirror of this machine's own sources, or Debian's.
mirror() {
  local found
  found=$(sed -n 's/^URIs: *\([^ ]*\/debian\)\/\{0,1\}$/\1/p; s/^deb .*\(http[^ ]*\/debian\)\/\{0,1\} .*/\1/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -1)
  echo "${found:-http://deb.debian.org/debian}"
}

debian() {
  if ! command -v debootstrap >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap >/dev/null
  fi
  umount "$root/proc" "$root/sys" 2>/dev/null || true
  rm -rf --one-file-system "$root"
  mkdir -p "$root"
  debootstrap --variant=minbase \
    --include=ca-certificates,python3,python3-venv,bash,curl,openjdk-21-jre-headless \
    trixie "$root" "$(mirror)" >"$cache/debootstrap.log" 2>&1 || {
    tail -5 "$cache/debootstrap.log" >&2
    return 1
  }
  rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
}

# Newer versions of what the constraints name do not start.
localstack() {
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  # Certificates that this machine trusts in addition, such as a proxy's.
  cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
  printf '%s\n' 'cbor2<6' 'pyopenssl<26' 'cryptography<47' 'moto-ext==5.1.22' >"$root/constraints.txt"
  inside python3 -m venv /opt/localstack
  inside pip install --quiet --no-cache-dir --disable-pip-version-check \
    --cert /etc/ssl/certs/ca-certificates.crt --constraint /constraints.txt \
    "localstack-core[base-runtime]==$VERSION" moto-ext service-identity \
    antlr4-python3-runtime==4.13.2 jsonpath-ng pymongo
  cat >"$root/usr/local/bin/docker-entrypoint.sh" <<'ENTRYPOINT'
#!/bin/bash
# Runs LocalStack with nothing downloaded and nothing reported.
export PATH=/opt/localstack/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
export HOME=/root LANG=C.UTF-8 PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=
export GATEWAY_SERVER=hypercorn GATEWAY_LISTEN=${GATEWAY_LISTEN:-0.0.0.0:4566}
export EAGER_SERVICE_LOADING=0 SKIP_SSL_CERT_DOWNLOAD=1 DISABLE_EVENTS=1 DNS_ADDRESS=0
export DYNAMODB_IN_MEMORY=1
exec python -m localstack.runtime.main
ENTRYPOINT
  chmod 755 "$root/usr/local/bin/docker-entrypoint.sh"
}

dynamodb_local() {
  local lib=$root/var/lib/localstack/lib work=$cache/dynamodb-local
  local home=$lib/dynamodb-local/2
  rm -rf "$work" "$lib/dynamodb-local" "$lib/java"
  mkdir -p "$work" "$home/DynamoDBLocal_lib" "$lib/java"
  cat >"$work/pom.xml" <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>dev.gatehouse</groupId>
  <artifactId>gatehouse-localstack-image</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.amazonaws</groupId>
      <artifactId>DynamoDBLocal</artifactId>
      <version>$DYNAMODB_LOCAL</version>
    </dependency>
  </dependencies>
</project>
POM
  (cd "$checkout" && JAVA_HOME=$(tools/find-jdk) ./mvnw -q -B --no-transfer-progress -f "$work/pom.xml" \
    org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$home/DynamoDBLocal_lib")
  # Jars of a manifest only: the one that LocalStack starts, and the agent that it starts it with.
  python3 - "$home" <<'PYTHON'
import os, sys, zipfile

home = sys.argv[1]


def manifest(jar, *fields):
    lines = ["Manifest-Version: 1.0"]
    for field in fields:
        lines.append(field[:70])
        lines += [" " + field[i:i + 69] for i in range(70, len(field), 69)]
    with zipfile.ZipFile(os.path.join(home, jar), "w") as file:
        file.writestr("META-INF/MANIFEST.MF", "\r\n".join(lines) + "\r\n\r\n")


jars = sorted(os.listdir(os.path.join(home, "DynamoDBLocal_lib")))
manifest("DynamoDBLocal.jar",
         "Main-Class: com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
         "Class-Path: " + " ".join("DynamoDBLocal_lib/" + jar for jar in jars))
PYTHON
  local javac
  javac=$("$checkout/tools/find-jdk")/bin
  mkdir -p "$work/agent/none"
  printf '%s\n' 'package none;' '' 'public final class Agent {' \
    '  public static void premain(String arguments) {}' '}' >"$work/agent/none/Agent.java"
  "$javac/javac" --release 21 -d "$work/agent/classes" "$work/agent/none/Agent.java"
  echo 'Premain-Class: none.Agent' >"$work/agent/manifest"
  "$javac/jar" --create --file "$home/ddb-local-loader-0.1.jar" --manifest "$work/agent/manifest" \
    -C "$work/agent/classes" .
  ln -s /usr/lib/jvm/java-21-openjdk-amd64 "$lib/java/21"
  [ -d "$root/usr/lib/jvm/java-21-openjdk-amd64" ] ||
    ln -sfn "/usr/lib/jvm/$(ls "$root/usr/lib/jvm" | grep '^java-.*21' | head -1)" "$lib/java/21"
  rm -rf "$work"
}

mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9
if [ ! -e "$cache/dynamodb_local.done" ] && [ "$(id -u)" -ne 0 ]; then
  say "needs root to make $root; on a machine that reaches Docker Hub, nothing has to be made"
  exit 1
fi
step debian "Debian trixie with Python and a JRE, into $root"
step localstack "LocalStack $VERSION by pip"
[ "$what" != --base ] || exit 0
step dynamodb_local "DynamoDB Local $DYNAMODB_LOCAL from Maven Central"

if [ "$what" = --root ]; then
  echo "$root"
  exit 0
fi
started=$SECONDS
tar -C "$root" --one-file-system --exclude=./proc/* --exclude=./sys/* --exclude=./dev/* -cf - . |
  docker import --change 'ENTRYPOINT ["docker-entrypoint.sh"]' --change 'EXPOSE 4566' - "$IMAGE" >/dev/null
say "$IMAGE is imported in $((SECONDS - started)) s"

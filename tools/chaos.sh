#!/usr/bin/env bash
# Runs users under random faults and kills: for this many seconds, with this seed or a random one.
# The seed is printed first; the same seed gives the same faults and the same requests.
set -euo pipefail
cd "$(dirname "$0")/.."

JAVA_HOME=$(tools/find-jdk)
export JAVA_HOME

./mvnw -q verify -Dplan.skip=true -Dtest=none -Dit.test=ChaosIT -Dgroups=extended \
  -DexcludedGroups=nightly -Dchaos.seconds="${1:-600}" ${2:+-Dchaos.seed="$2"}

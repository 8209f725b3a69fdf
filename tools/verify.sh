#!/usr/bin/env bash
# Runs Maven's verify on all processors: a line for each module when it starts, what failed in full,
# and a line for each module with its time. The whole output is in target/<name>.log.
# Error Prone has its turn in make check.
# The plan of Pulumi.local.yaml is not recorded: the tests have a stack of their own.
# With GATEHOUSE_SKIPS=fail, as in .ci/run, a skipped test fails the run.
set -uo pipefail
cd "$(dirname "$0")/.."

JAVA_HOME=$(tools/find-jdk) || exit 1
export JAVA_HOME

name=$1
shift
mkdir -p target
log=target/$name.log
started=target/$name.started
touch "$started"
# A failed run leaves it behind, and would fail the next one, whatever that runs.
find . -path '*/target/failsafe-reports/failsafe-summary.xml' -delete

./mvnw -B -V -T1C --no-transfer-progress verify -Dplan.skip=true -Dcompiler.checks=-parameters "$@" 2>&1 | tee "$log" | awk '
  /^\[INFO\] Building .* \[[0-9]+\/[0-9]+\]$/ { sub(/^\[INFO\] Building /, ""); print "  " $1 "  " $NF; fflush(); next }
  /^\[INFO\] Reactor Summary/ { summary = 1; print ""; next }
  /^\[ERROR\]/ { print; fflush(); next }
  / is skipped: |^Disposable/ { print; fflush(); next }
  summary && /(SUCCESS|FAILURE|SKIPPED)/ { sub(/^\[INFO\] /, ""); print; next }
  /^\[INFO\] (BUILD|Total time)/ { sub(/^\[INFO\] /, ""); print }
'
status=${PIPESTATUS[0]}
[ "$status" -eq 0 ] || echo "The whole output is in $log" >&2
if [ "$status" -eq 0 ] && [ "${GATEHOUSE_SKIPS:-}" = fail ]; then
  tools/skipped-tests.sh "$started" || exit 1
fi
exit "$status"

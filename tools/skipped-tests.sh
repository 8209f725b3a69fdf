#!/usr/bin/env bash
# Fails and names each skipped test in Maven's reports that are newer than the given file, with the
# reason. Nothing else in a report counts: a test that an option left out is not in it.
set -euo pipefail
newer=$1
cd "${2:-$(dirname "$0")/..}"

mapfile -t reports < <(
  find . -name .git -prune -o -path '*-reports/TEST-*.xml' -newer "$newer" -print | sort
)
[ "${#reports[@]}" -gt 0 ] || exit 0
skipped=$(awk '
  /<testcase / { test = $0; sub(/.*<testcase /, "", test) }
  /<skipped/ {
    name = test; sub(/^name="/, "", name); sub(/".*/, "", name)
    class = test; sub(/.*classname="/, "", class); sub(/".*/, "", class); sub(/.*\./, "", class)
    reason = $0; if (!sub(/.*message="/, "", reason)) reason = "\""; sub(/".*/, "", reason)
    print "  " class "." name ": " reason
  }' "${reports[@]}")
if [ -n "$skipped" ]; then
  echo "Skipped, and here every test must run:" >&2
  echo "$skipped" >&2
  exit 1
fi

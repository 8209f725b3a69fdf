#!/bin/sh
# Downloads the list of disposable domains into email-rules.
#
# The list is that of github.com/disposable-email-domains, in the public domain (CC0-1.0). It has
# two mirrors, on npm and on PyPI (whose module around the list is under the MIT license); either
# may lag for months, so the newer is taken. The script writes it only if all checks pass.
set -eu

list=email-rules/src/main/resources/dev/gatehouse/emailrules/lists/disposable.txt
suffixes=${PUBLIC_SUFFIX_LIST:-/usr/share/publicsuffix/public_suffix_list.dat}
LC_ALL=C
export LC_ALL

refuse() {
  echo "Not refreshed: $1" >&2
  exit 1
}

cd "$(dirname "$0")/.."
[ -r "$suffixes" ] || refuse "no public suffix list at $suffixes (Debian's package publicsuffix)"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Each mirror leaves a file of its name with a line "date package version license", and the list.
from_npm() {
  package=disposable-email-domains-js
  (cd "$work" && npm pack --silent "$package" >/dev/null && tar xzf "$package"-*.tgz)
  version=$(node -p 'require(process.argv[1]).version' "$work/package/package.json")
  license=$(node -p 'require(process.argv[1]).license' "$work/package/package.json")
  date=$(npm view --silent "$package@$version" time --json |
    node -p 'JSON.parse(require("fs").readFileSync(0))[process.argv[1]].slice(0, 10)' "$version")
  node -p 'require(process.argv[1]).join("\n")' \
    "$work/package/dist/dict/disposable_email_blocklist.json" >"$work/npm.list"
  echo "$date npm $package $version $license" >"$work/npm"
}

from_pypi() {
  package=disposable-email-domains
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: \
    --dest "$work" "$package"
  # Read as text: nothing of the package is run.
  python3 - "$work" "$package" <<'PYTHON'
import ast, glob, os, sys, zipfile

work, package = sys.argv[1:]
wheel = zipfile.ZipFile(glob.glob(os.path.join(work, "*.whl"))[0])
metadata = next(entry for entry in wheel.infolist() if entry.filename.endswith("/METADATA"))
fields = dict(
    line.split(": ", 1) for line in wheel.read(metadata).decode().splitlines() if ": " in line)
source = wheel.read(package.replace("-", "_") + "/__init__.py").decode()
domains = next(
    ast.literal_eval(node.value)
    for node in ast.parse(source).body
    if isinstance(node, ast.Assign) and node.targets[0].id == "blocklist")
with open(os.path.join(work, "pypi.list"), "w") as file:
    file.write("\n".join(domains) + "\n")
with open(os.path.join(work, "pypi"), "w") as file:
    date = "%04d-%02d-%02d" % metadata.date_time[:3]
    print(date, "PyPI", package, fields["Version"], fields["License-Expression"], file=file)
PYTHON
}

for mirror in npm pypi; do
  "from_$mirror" || echo "The mirror $mirror is left out." >&2
done
touch "$work/npm" "$work/pypi"
newest=$(cat "$work/npm" "$work/pypi" | sort | tail -1)
[ -n "$newest" ] || refuse "no mirror can be read (node and npm, or python3 with pip)"
read -r date registry package version license <<LINE
$newest
LINE
case "$registry $license" in
  "npm CC0-1.0") sort -u "$work/npm.list" >"$work/new" ;;
  "PyPI MIT") sort -u "$work/pypi.list" >"$work/new" ;;
  *) refuse "the license of $package on $registry is $license now" ;;
esac
grep -v '^#' "$list" 2>/dev/null >"$work/old" || cp "$work/new" "$work/old"

# The checks. DisposableListTest repeats those that need no other file.
count=$(wc -l <"$work/new")
was=$(wc -l <"$work/old")
comm -23 "$work/old" "$work/new" >"$work/removed"
comm -13 "$work/old" "$work/new" >"$work/added"
removed=$(wc -l <"$work/removed")
added=$(wc -l <"$work/added")
[ "$count" -ge 5000 ] && [ "$count" -le 30000 ] || refuse "it has $count entries"
[ $((removed * 20)) -le "$was" ] || refuse "$removed of $was entries are missing"
[ $((added * 4)) -le "$was" ] || refuse "$added entries are new, and there were $was"
malformed=$(grep -Evm1 '^[a-z0-9-]+(\.[a-z0-9-]+)+$' "$work/new" || true)
[ -z "$malformed" ] || refuse "an entry is not a domain: $malformed"
grep -Ev '^(//|[[:space:]]*$)' "$suffixes" | sed 's/^[*!]\.*//' | sort -u >"$work/suffixes"
public=$(comm -12 "$work/new" "$work/suffixes" | head -1)
[ -z "$public" ] || refuse "$public is a public suffix"

{
  echo "# Domains of disposable e-mail addresses; written by make refresh-disposable"
  echo "# source: https://github.com/disposable-email-domains/disposable-email-domains"
  echo "# package: $registry $package $version"
  echo "# license: CC0-1.0"
  echo "# date: $date"
  echo "# count: $count"
  echo "# sha256: $(sha256sum "$work/new" | cut -d ' ' -f 1)"
  cat "$work/new"
} >"$work/list"
cp "$work/list" "$list"
sed -i.old "s/^The list is of .* domains from .*\.\$/The list is of $date: $count domains from $registry $package $version./" docs/email-rules.md
rm docs/email-rules.md.old
sed 's/^/- /' "$work/removed"
sed 's/^/+ /' "$work/added"
echo "$list: $count domains of $date; $removed removed, $added added"

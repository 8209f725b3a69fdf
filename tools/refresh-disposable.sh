#!/bin/sh
# Downloads the list of disposable domains into email-rules.
#
# The list is that of github.com/disposable-email-domains, in the public domain (CC0-1.0), from its
# weekly mirror on npm. The script writes it only if all checks pass.
set -eu

package=disposable-email-domains-js
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
(cd "$work" && npm pack --silent "$package" >/dev/null && tar xzf "$package"-*.tgz)
version=$(node -p 'require(process.argv[1]).version' "$work/package/package.json")
license=$(node -p 'require(process.argv[1]).license' "$work/package/package.json")
date=$(npm view --silent "$package@$version" time --json |
  node -p 'JSON.parse(require("fs").readFileSync(0))[process.argv[1]].slice(0, 10)' "$version")
node -p 'require(process.argv[1]).join("\n")' \
  "$work/package/dist/dict/disposable_email_blocklist.json" | sort -u >"$work/new"
grep -v '^#' "$list" 2>/dev/null >"$work/old" || cp "$work/new" "$work/old"

# The checks. DisposableListTest repeats those that need no other file.
count=$(wc -l <"$work/new")
was=$(wc -l <"$work/old")
comm -23 "$work/old" "$work/new" >"$work/removed"
comm -13 "$work/old" "$work/new" >"$work/added"
removed=$(wc -l <"$work/removed")
added=$(wc -l <"$work/added")
[ "$license" = CC0-1.0 ] || refuse "the license is $license now"
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
  echo "# package: npm $package $version"
  echo "# license: CC0-1.0"
  echo "# date: $date"
  echo "# count: $count"
  echo "# sha256: $(sha256sum "$work/new" | cut -d ' ' -f 1)"
  cat "$work/new"
} >"$work/list"
cp "$work/list" "$list"
sed 's/^/- /' "$work/removed"
sed 's/^/+ /' "$work/added"
echo "$list: $count domains of $date; $removed removed, $added added"

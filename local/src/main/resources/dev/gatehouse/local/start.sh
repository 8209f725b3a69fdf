#!/bin/sh
# Written by the build. Starts the local emulator of the checkout in which this script lies; see
# --help.

# The folder of this script, also if it is called through symbolic links.
self=$0
while [ -L "$self" ]; do
  target=$(readlink "$self")
  case $target in
    /*) self=$target ;;
    *) self=$(dirname "$self")/$target ;;
  esac
done
here=$(CDPATH='' cd -P "$(dirname "$self")" && pwd) || exit 1
case $here in
  *:*)
    echo "Java runs from no path with a colon: move the checkout out of $here" >&2
    exit 1
    ;;
esac

# Returns whether $1 is a java of version 21 or newer.
is_new() {
  [ -x "$1" ] || return 1
  version=$("$1" -version 2>&1 | sed -n 's/^[a-z]* version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "${version:-0}" -ge 21 ]
}

# The JDK of the build, or else another.
java=@JAVA@
archive=$here/@ARCHIVE@
if [ ! -x "$java" ]; then
  archive= # only the JDK of the build can read it
  java=${JAVA_HOME:-}/bin/java
  is_new "$java" || java=$(command -v java)
  is_new "$java" || {
    echo "The JDK of the build is gone: install a JDK 21 or newer" >&2
    exit 1
  }
fi

# In a locale of another encoding, a JVM passes no letter beyond ASCII on to the functions.
LC_ALL=C.UTF-8
export LC_ALL

class_path="@CLASS_PATH@"
root="$here/@ROOT@"

# Both compilers, since the first has no fast SHA-256 and no fast arithmetic of large integers. A
# small heap at first and few areas of the C library keep the process small.
# The second compiler waits until a method has been called ten times as often as by default: most
# runs end before its work pays, and the loops of the arithmetic reach it by their own count.
flags='-XX:+UseSerialGC -Xms48m -Xmn24m -XX:SurvivorRatio=3 -Xss512k -XX:ReservedCodeCacheSize=64m'
flags="$flags -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
flags="$flags -XX:Tier4CompileThreshold=150000"
export MALLOC_ARENA_MAX=2

# The JVM's archive of loaded and linked classes, with which a start takes half the processor time.
# The JVM refuses one that was made from other jars.

# Returns whether a file was written after the emulator's jars.
is_current() {
  [ -f "$1" ] || return 1
  for jar in @OWN_JARS@; do
    [ "$1" -nt "$jar" ] || return 1
  done
}

# Prints the task roots of functions that have no archive of their classes beside them.
functions_without_archive() {
  for function in "$here"/functions/*/; do
    function=${function%/}
    case $function in *'/*' | *.partial-*) continue ;; esac
    [ -e "$function@SUFFIX@" ] || printf '%s\n' "$function"
  done
}

# Makes the archives that are missing from a short run of the emulator, which calls this when it is
# ready.
if [ "${1:-}" = --archive ]; then
  new=$archive.$$
  if ! is_current "$archive"; then
    set -- "@RECORD@=$new"
  elif [ -z "$(functions_without_archive)" ]; then
    exit 0
  else
    : > "$new"
    set -- "@USE@=$archive" '-Xlog:@LOG@'
  fi
  if "$java" $flags "$@" -cp "$class_path" dev.gatehouse.local.ClassArchiveRun "$root" \
    >"$archive.log" 2>&1 && [ -e "$new" ]; then
    # Functions of another plan, and those that are no jars, are not tried again.
    functions_without_archive | while IFS= read -r function; do : > "$function@SUFFIX@"; done
    if [ -s "$new" ]; then exec mv "$new" "$archive"; fi
    exec rm "$new"
  fi
  rm -f "$new" "$new.config"
  echo "The archive was not made; see $archive.log" >&2
  exit 1
fi

set -- -cp "$class_path" dev.gatehouse.local.Main --root "$root" "$@"
if is_current "$archive"; then set -- "@USE@=$archive" '-Xlog:@LOG@' "$@"; fi
if [ -n "$archive" ]; then set -- "-Dgatehouse.archive=$here/start" "$@"; fi
exec "$java" $flags "$@"

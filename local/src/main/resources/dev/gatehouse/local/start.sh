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
if [ ! -x "$java" ]; then
  java=${JAVA_HOME:-}/bin/java
  is_new "$java" || java=$(command -v java)
  is_new "$java" || {
    echo "The JDK of the build is gone: install a JDK 21 or newer" >&2
    exit 1
  }
fi

exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -cp "@CLASS_PATH@" \
  dev.gatehouse.local.Main --root "$here/@ROOT@" "$@"

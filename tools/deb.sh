#!/bin/sh
# make deb: the packages postgresql-15-harmony and harmonyd of the committed state, in $BUILD/deb; built twice, which must give the same
# bytes; looked at by lintian; as root also installed, tried and removed again in a bare root.
#
#   tools/deb.sh [SUITE]    the Debian of the bare root: bookworm
. "$(dirname "$0")/common.sh"

suite=${1:-bookworm}
tools/deps.sh deb
out=$(mkdir -p "$BUILD/deb" && cd "$BUILD/deb" && pwd)
rm -rf "${out:?}"/*

# built FOLDER: the packages of the committed state; built at the same path each time, which debug information would hold.
built() {
  rm -rf "$out/work"
  mkdir -p "$out/work/harmony" "$1"
  git archive HEAD | tar -C "$out/work/harmony" -xf -
  (cd "$out/work/harmony" && env -u BUILD -u PG_CONFIG DEB_BUILD_OPTIONS=noautodbgsym dpkg-buildpackage -us -uc -b) >"$1.log" 2>&1 \
    || { tail -40 "$1.log"; fail "The build failed: $1.log"; }
  mv "$out"/work/*.deb "$1"
  rm -rf "$out/work"
}
say "-- build"
built "$out/first"
say "-- build once more"
built "$out/second"
(cd "$out/first" && sha256sum ./*.deb) >"$out/SHA256SUMS"
(cd "$out/second" && sha256sum -c --quiet "$out/SHA256SUMS") || fail "Two builds differ; diffoscope $out/first $out/second tells in what"
mv "$out"/first/*.deb "$out"
cat "$out/SHA256SUMS"

say "-- lintian"
lintian --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs "$out"/*.deb
if [ "$(id -u)" != 0 ]; then
  say "Not installed anywhere: that takes root, for a bare system of its own."
  exit 0
fi

say "-- install, try and remove on a bare $suite"
. tools/bare.sh
mkdir "$base/$suite"
bare_root "$suite" "$base/$suite"
cp "$out"/*.deb debian/tests/installed "$base/$suite/opt"
# shellcheck disable=SC2016
inside "$base/$suite" 'export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends /opt/*.deb postgresql-common >/dev/null &&
  /opt/installed && before=$(find /usr/lib/postgresql /usr/share/postgresql -name "*harmony*" | wc -l) &&
  apt-get purge -y -qq postgresql-15-harmony harmonyd >/dev/null &&
  left=$(find /usr /etc -name "*harmony*") && echo "$before files and folders named harmony before, left: ${left:-none}" && [ -z "$left" ]'
say "The packages are in $out."

#!/bin/sh
# The systemd units of deploy/systemd: read without a complaint, and sandboxed. Needs no systemd that runs.
set -eu
if ! command -v systemd-analyze >/dev/null; then
  echo "ok - units # SKIP systemd-analyze is not here"
  exit 0
fi
folder=$(mktemp -d "${TMPDIR:-/tmp}/harmony-units.XXXXXX")
trap 'rm -rf "$folder"' EXIT
# verify UNIT: what systemd says of it, with a program that is there.
verify() {
  sed 's|^ExecStart=/usr/local/bin/[a-z]*|ExecStart=/bin/true|' "$1" >"$folder/${1##*/}"
  systemd-analyze verify --man=no --recursive-errors=no "$folder/${1##*/}" 2>&1 || echo "status $?"
}
for unit in deploy/systemd/*.service; do
  name=${unit##*/}
  complaints=$(verify "$unit")
  if [ -z "$complaints" ]; then echo "ok - $name is read"; else echo "not ok - $name: $complaints"; fi
  # 0 is best; 10 is what a unit without a sandbox has nearly.
  if systemd-analyze security --offline=true --threshold=25 "$folder/$name" >"$folder/security" 2>&1; then
    echo "ok - $name is sandboxed: $(sed -n 's/.*exposure level for [^:]*: \([0-9.]*\).*/\1/p' "$folder/security")"
  else
    echo "not ok - $name is sandboxed: $(tail -2 "$folder/security")"
  fi
done
# Both find faults where there are some.
mkdir "$folder/faulty"
printf '[Service]\nExecStart=/bin/true\nProtectSytem=strict\n' >"$folder/faulty/faulty.service"
case $(verify "$folder/faulty/faulty.service") in *ProtectSytem*) echo "ok - a fault is told" ;; *) echo "not ok - a fault is told" ;; esac
if systemd-analyze security --offline=true --threshold=25 "$folder/faulty.service" >/dev/null 2>&1; then
  echo "not ok - a unit without a sandbox is found"
else
  echo "ok - a unit without a sandbox is found"
fi

#!/bin/sh
# A large document to S3: sent in parts, harmonyd and the database killed half-way, then checked with constant memory.
#
#   DOCUMENTS_MIB=1024    its size; three times that is needed in TMPDIR
. "$(dirname "$0")/lib/deep.sh"
mib=${DOCUMENTS_MIB:-1024}
deep_start 'fsync = off' 'shared_buffers = 16MB'
. "$root/test/lib/worker.sh"
trap 'finish; cluster_stop' EXIT
. "$root/test/lib/documents.sh"
worker_database documents
s3
s3_settings
configure a

kill_database() {
  postmaster=$(head -1 "$cluster/data/postmaster.pid")
  children=$(ps -o pid= --ppid "$postmaster")
  kill -9 "$postmaster"
  for child in $children; do while kill -0 "$child" 2>/dev/null; do sleep 0.02; done; done
  as_server "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w start >/dev/null
}
# backends: writes down, several times a second, how much memory of its own each server process has.
backends() {
  while :; do
    for child in $(ps -o pid= --ppid "$(head -1 "$cluster/data/postmaster.pid" 2>/dev/null || echo 0)"); do
      awk '/^RssAnon:/ { print $2 }' "/proc/$child/status" 2>/dev/null || true
    done >>"$folder/backends"
    sleep 0.2
  done
}
backends &
processes="$processes $!"

{ printf '%%PDF-1.7\n'; head -c $((mib * 1048576 - 9)) /dev/urandom; } >"$folder/large.pdf"
digest=$(sha256sum "$folder/large.pdf" | cut -d' ' -f1)
parts=$(((mib + 15) / 16))
start a
d=$(upload plan "$folder/large.pdf" large.pdf application/pdf "'$digest'")
upload send "$d" "$folder/large.pdf" 1 $((parts / 2))
kill -9 "$started"
kill_database
start a
upload send "$d" "$folder/large.pdf" $((parts / 2 + 1)) "$parts"
upload complete "$d" >"$folder/completed"
figure "document of $mib MiB, killed half-way, ready" "$([ "$(settled "$d" 600)" = ready ] && echo 1 || echo 0)" -eq 1
figure "its bytes as they were sent" "$(upload fetch "$d" "$folder/back" >"$folder/fetched"
  [ "$(sha256sum "$folder/back" | cut -d' ' -f1)" = "$digest" ] && echo 1 || echo 0)" -eq 1
figure "peak memory of harmonyd, MiB" "$(awk '/^VmHWM:/ { print int($2 / 1024) }' "/proc/$started/status")" -le 64
figure "peak memory of a server process of its own, MiB" "$(sort -n "$folder/backends" | tail -1 | awk '{ print int($1 / 1024) }')" -le 64

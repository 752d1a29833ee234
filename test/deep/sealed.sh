#!/bin/sh
# Sealed typings: with every statement logged, nothing of a known genotype in data, temporary files, log, dump, statistics or memory.
# Then a rotation of the key while readers score. ROWS=100000 typings of it.
. "$(dirname "$0")/lib/deep.sh"
ROWS=${ROWS:-100000}
deep_start 'wal_keep_size = 4GB' "shared_preload_libraries = 'pg_stat_statements'" 'pg_stat_statements.track = all' 'log_statement = all' \
  'log_duration = on' 'log_parameter_max_length = 0' 'log_parameter_max_length_on_error = 0' 'remove_temp_files_after_crash = off' \
  'work_mem = 64kB' 'restart_after_crash = on'
kept=$work/kept
rm -rf "$kept"
mkdir -p "$kept"
createdb sealed
export PGDATABASE=sealed
query -o /dev/null -c 'CREATE EXTENSION harmony' -c 'CREATE EXTENSION pg_stat_statements' -c "SELECT harmony.install('affinity')" \
  -c "ALTER DATABASE sealed SET harmony.seal_key_file = 'harmony_test_seal_key_file'"
# Twelve people; their typings are put together in the server, so that no statement holds one.
query -o /dev/null -f test/lib/secrets.sql -f test/lib/affinity.sql -c 'SELECT night(1)'
query -c 'SELECT DISTINCT typing(n) FROM generate_series(1, 12) n' | tr '^' '\n' | sort -u >"$work/typings"
figure 'loci of known genotypes' "$(wc -l <"$work/typings")" -ge 15
figure 'pairs of them with a score' "$(query -c 'SELECT count(biological) FROM affinity.pair')" -ge 60

# found FILES…: how many of them stand there.
found() { grep -rahoFf "$work/typings" "$@" 2>/dev/null | sort -u | wc -l; }

# A session that scores, and rests while its memory is read; then it scores again, and is killed amid its sorting into files. While it
# scores, the pair that it compares lies open in it; nothing does afterwards.
score='harmony.hla_sealed_dissimilarity(a.sealed, a.person_id, b.sealed, b.person_id)'
(query -c "SELECT count($score) FROM affinity.hla_typing a, affinity.hla_typing b, generate_series(1, 100)" -c 'SELECT pg_sleep(5)' \
  -c "SELECT count(*) FROM (SELECT row_number() OVER (ORDER BY $score, a.sealed, g)
  FROM affinity.hla_typing a CROSS JOIN affinity.hla_typing b CROSS JOIN generate_series(1, 50000) g) sorted" >/dev/null 2>&1 || true) &
# backend_of PATTERN: waits for a session with such a statement.
backend_of() {
  for _ in $(seq 100); do
    pid=$(query -d postgres -c "SELECT pid FROM pg_stat_activity WHERE query LIKE '$1' AND state = 'active' AND pid <> pg_backend_pid()")
    if [ -n "$pid" ]; then break; fi
    sleep .1
  done
  echo "$pid"
}
/usr/bin/python3 - "$(backend_of '%pg_sleep(5)')" >"$kept/memory" <<'EOF'
import sys
with open(f'/proc/{sys.argv[1]}/maps') as maps, open(f'/proc/{sys.argv[1]}/mem', 'rb') as memory:
    for line in maps:
        where, rights = line.split()[:2]
        if not rights.startswith('rw'):
            continue
        begin, end = (int(x, 16) for x in where.split('-'))
        try:
            memory.seek(begin)
            sys.stdout.buffer.write(memory.read(end - begin))
        except OSError:
            pass
EOF
figure 'bytes of memory of a backend that has scored' "$(wc -c <"$kept/memory")" -ge 1000000
figure 'found in it' "$(found "$kept/memory")" -eq 0
backend=$(backend_of '%) sorted')
sleep 2
kill -9 "$backend"
wait
for _ in $(seq 50); do query -c 'SELECT 1' >/dev/null 2>&1 && break; sleep .2; done
figure 'temporary files that it has left' "$(find "$cluster/data/base/pgsql_tmp" -type f | wc -l)" -ge 1

# The dump, and what the statistics of statements hold.
pg_dump sealed >"$kept/dump.sql"
query -c 'SELECT query FROM pg_stat_statements' >"$kept/statements"
figure 'found in a dump' "$(found "$kept/dump.sql")" -eq 0
figure 'in pg_stat_statements' "$(found "$kept/statements")" -eq 0
query -c CHECKPOINT
cp "$cluster/log" "$kept/server.log"
figure 'in the log of the server' "$(found "$kept/server.log")" -eq 0
figure 'in the data directory, temporary files and write-ahead log among it' "$(found "$cluster/data")" -eq 0
# The search finds what is there.
query -c 'CREATE TABLE planted AS SELECT typing(n) FROM generate_series(1, 12) n' -c CHECKPOINT
figure 'found once it is written in the open' "$(found "$cluster/data")" -ge 15

# Rotation. Two keys, the new one first; readers score all the while.
query -o /dev/null -c 'DROP TABLE planted' \
  -c "CREATE TABLE other AS SELECT md5('rotation ' || n)::uuid AS id, n FROM generate_series(1, $ROWS) n" \
  -c "INSERT INTO platform.account (id, email) SELECT id, 'r' || n || '@example.org' FROM other" \
  -c 'ALTER TABLE affinity.hla_typing DISABLE TRIGGER USER' \
  -c "INSERT INTO affinity.hla_typing (person_id, sealed, key_id, loci, quality)
      SELECT o.id, harmony.hla_seal(typing(o.n), o.id), 1, '{A,B,DRB1}', 1 FROM other o" \
  -c 'ALTER TABLE affinity.hla_typing ENABLE TRIGGER USER'
one="{\"id\": 1, \"key\": \"$(printf one | openssl dgst -sha256 -binary | base64)\"}"
two="{\"id\": 2, \"key\": \"$(printf two | openssl dgst -sha256 -binary | base64)\"}"
put_keys() { query -o /dev/null -f test/lib/secrets.sql -c "SELECT pg_temp.put_secret('harmony.seal_key_file', '{\"keys\": [$1]}')"; }
put_keys "$two, $one"
: >"$work/going"
for reader in 1 2; do
  (while [ -e "$work/going" ]; do
    query -c "SELECT count($score) FROM affinity.hla_typing a
      JOIN other o ON o.id = a.person_id JOIN other p ON p.n = 1 + (o.n * 7919) % $ROWS JOIN affinity.hla_typing b ON b.person_id = p.id
      WHERE o.n % 20 = $reader" || true
  done) >"$work/reader.$reader" 2>&1 &
done
since=$(date +%s)
resealed=$(query -c 'SELECT affinity.reseal(1)')
spent=$(($(date +%s) - since))
rm "$work/going"
wait
figure 'typings sealed anew' "$resealed" -ge "$ROWS"
figure 'seconds that took' "$spent" -le 120
figure 'passes of readers meanwhile' "$(cat "$work"/reader.* | grep -c '^[0-9]*$')" -ge 2
figure 'of them with an error' "$(cat "$work"/reader.* | grep -vc '^[0-9]*$' || true)" -eq 0
put_keys "$two"
figure 'that open without the old key' "$(query -c "SELECT count($score)
  FROM affinity.hla_typing a JOIN affinity.hla_typing b ON b.person_id = a.person_id")" -ge "$ROWS"

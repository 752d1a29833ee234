#!/bin/sh
# Live events from the database to the listener: triggers, two harmonyd of which one publishes, nginx with nchan, PostgREST that says who
# may listen. events.mjs plays it.
. "$(dirname "$0")/../lib/postgrest.sh"
nginx=$(PATH=$PATH:/usr/sbin command -v nginx) || nginx=''
if [ -z "$nginx" ] || ! [ -e /usr/lib/nginx/modules/ngx_nchan_module.so ]; then
  echo 'ok 1 - live events # SKIP tools/deps.sh serve installs nginx with nchan'
  exit 0
fi
make -s harmonyd >"$BUILD/worker.log" 2>&1 || { echo 'ok 1 - live events # SKIP harmonyd is not built'; exit 0; }
postgrest_start events
trap 'events_stop; postgrest_stop; cluster_stop' EXIT
events_stop() {
  for file in "$gateway"/*.pid "$gateway/nginx/run/nginx.pid"; do
    if [ -s "$file" ]; then kill "$(cat "$file")" 2>/dev/null || true; fi
  done
}
psql -Xq -d "$DATABASE" -o /dev/null -v ON_ERROR_STOP=1 -f test/lib/crew.sql \
  -c 'UPDATE platform.schedule SET is_active = false'  # dashboards are rebuilt when the test says so
mkdir -p "$gateway/nginx/run" "$gateway/nginx/log" "$gateway/pages"
sed "s|/run/harmony/postgrest.sock|$API_SOCKET|; s|/run/harmony|$gateway|g" deploy/nginx/nginx.conf >"$gateway/nginx/nginx.conf"
for part in headers error proxy limits monitoring; do cp "deploy/nginx/$part.conf" "$gateway/nginx"; done
echo "listen unix:$gateway/www;" >"$gateway/nginx/listen.conf"
echo "map \"\" \$pages { default $gateway/pages; }" >"$gateway/nginx/site.conf"
install -m 755 "$BUILD/worker/harmonyd" "$gateway/harmonyd"
printf '{"database": "host=%s dbname=%s user=harmony_worker", "workers": 1, "grace_s": 2, "events": {"socket": "%s/publish.sock"}}\n' \
  "$PGHOST" "$DATABASE" "$gateway" >"$gateway/harmonyd.json"
if [ "$(id -u)" = 0 ]; then chown -R postgres "$gateway/nginx" "$gateway/harmonyd.json" "$gateway"; fi
as_server "$nginx" -p "$gateway/nginx" -c nginx.conf
# As another user, and so with their numbers in files, which are theirs to be ended by.
cat >"$gateway/start" <<'SH'
#!/bin/sh
folder=$(dirname "$0")
echo $$ >"$folder/harmonyd$1.pid"
exec env -i PATH="$PATH" LC_ALL=C.UTF-8 "$folder/harmonyd" --config "$folder/harmonyd.json" >>"$folder/harmonyd$1.log" 2>&1
SH
chmod 755 "$gateway/start"
export GATEWAY="$gateway"
for n in 1 2; do as_server "$gateway/start" $n 8>&- & done
node test/api/events.mjs

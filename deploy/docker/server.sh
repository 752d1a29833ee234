#!/bin/sh
# The container of the server: makes the cluster and database harmony where the volume has none, then is the server. Secrets are files of
# /run/secrets: authenticator_password, worker_password, jwt_key.
set -eu
data=/var/lib/postgresql/data
secrets=/run/secrets

if [ ! -s "$data/PG_VERSION" ]; then
  initdb -D "$data" --auth=peer --encoding=UTF8 --locale=C.UTF-8 --data-checksums
  cat >>"$data/postgresql.conf" <<'X'
listen_addresses = '*'
password_encryption = 'scram-sha-256'
log_destination = 'stderr'
X
  echo 'host harmony harmony_authenticator,harmony_worker samenet scram-sha-256' >>"$data/pg_hba.conf"
  pg_ctl -D "$data" -o "-c listen_addresses=''" -w start
  createdb harmony
  psql -Xq -v ON_ERROR_STOP=1 -d harmony -o /dev/null <<'X'
\set authenticator `cat /run/secrets/authenticator_password`
\set worker `cat /run/secrets/worker_password`
CREATE EXTENSION harmony;
SELECT harmony.install(m) FROM unnest('{crew,signals,delivery,affinity,oversight,workforce}'::text[]) m;
SELECT platform.grant_application();
ALTER DATABASE harmony SET harmony.jwt_key_file = '/var/lib/postgresql/jwt_key';
ALTER ROLE harmony_authenticator PASSWORD :'authenticator';
ALTER ROLE harmony_worker PASSWORD :'worker';
X
  pg_ctl -D "$data" -w stop
fi
# A key that others may read is refused: the server has a copy of its own.
(umask 077; cat "$secrets/jwt_key" >/var/lib/postgresql/jwt_key)
exec postgres -D "$data" "$@"

-- How the server is, over HTTP.

SELECT platform.expose('platform.health()',
  'Whether the server works.

For anybody: {status, version}; status ok, read_only, or dead, which is answered with 503. For administrators and harmony_monitor also
database, modules, migrations, queue, outbox, snapshots, workers, oldest_transaction_s and extensions.');

CREATE OR REPLACE FUNCTION api.metrics() RETURNS api."*/*"
LANGUAGE sql STABLE PARALLEL UNSAFE
  RETURN convert_to(platform.metrics(), 'UTF8');
COMMENT ON FUNCTION api.metrics() IS
'Figures of the server in the text format of Prometheus.

For harmony_monitor and administrators. Errors: 403.';

SELECT platform.secure_api();

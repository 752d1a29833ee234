-- The schema that is exposed over HTTP. Each module brings its part of it in its folder api.

CREATE SCHEMA IF NOT EXISTS api;
COMMENT ON SCHEMA api IS 'Harmony

People analytics over HTTP: sign in with POST /rpc/login, send its access_token as Authorization: Bearer.';

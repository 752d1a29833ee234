\echo Use "CREATE EXTENSION harmony" to load this file. \quit

SET LOCAL search_path TO pg_catalog, pg_temp;

CREATE SCHEMA harmony;
COMMENT ON SCHEMA harmony IS 'People analytics: scoring, snapshots, ranking and statistics as functions and aggregates on any table.';
GRANT USAGE ON SCHEMA harmony TO PUBLIC;

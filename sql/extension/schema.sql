\echo Use "CREATE EXTENSION harmony" to load this file. \quit

SET LOCAL search_path TO pg_catalog, pg_temp;

CREATE SCHEMA harmony;
COMMENT ON SCHEMA harmony IS 'People analytics: scoring, snapshots, ranking and statistics as functions and aggregates on any table.';
GRANT USAGE ON SCHEMA harmony TO PUBLIC;

CREATE SCHEMA harmony_internal;
GRANT USAGE ON SCHEMA harmony_internal TO PUBLIC;
COMMENT ON SCHEMA harmony_internal IS
'What is not called by hand: support functions of the aggregates and types of harmony, and what the modules keep beside their tables.';

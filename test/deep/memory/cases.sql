-- Prints the lines that loop.c reads: name, kind and statement, separated by tabs. A carriage return ends a line within a statement.
\pset format unaligned
\pset tuples_only on
\pset fieldsep '\t'
SET client_min_messages = error;
\ir ../../lib/good_calls.sql
\ir ../../lib/calls.sql
\ir module_calls.sql
-- The sessions of loop.c have the files of this one.
SELECT format('ALTER DATABASE %I SET %s = %L', current_database(), s, current_setting(s))
  FROM unnest('{harmony.jwt_key_file,harmony.s3_credentials_file,harmony.seal_key_file}'::text[]) s \gexec
\o :file
SELECT split_part(r.signature, '(', 1) || '/' || cardinality(r.types), 'warm',
    translate(pg_temp.statement(r, r.good), E'\n', E'\r') FROM routine r WHERE NOT r.is_support ORDER BY r.signature;
SELECT left(statement, 100), 'warm', statement FROM module_call;
SELECT 'commit: ' || left(statement, 90), 'commit', statement FROM module_call
  WHERE statement ~ '^UPDATE crew.pulse|^SELECT crew.rebuild_stale|^INSERT INTO crew.assignment|^SELECT crew.set_environment|resilience-10';
SELECT 'cold: ' || left(statement, 90), 'cold', statement FROM module_call
  WHERE statement ~ '^SELECT (count...)?( FROM )?crew.matching|^INSERT INTO crew.pulse|module_file';
\o

-- As cases.sql, of the bare server.
\pset format unaligned
\pset tuples_only on
\pset fieldsep '\t'
\ir bare.sql
\o :file
SELECT left(statement, 100), 'warm', statement FROM bare_call;
SELECT 'commit: ' || left(statement, 90), 'commit', statement FROM bare_call WHERE statement ~ '^(UPDATE|SELECT bare_sql|CREATE OR)';
SELECT 'cold: ' || left(statement, 90), 'cold', statement FROM bare_call WHERE statement ~ '^(SELECT|DO)';
\o

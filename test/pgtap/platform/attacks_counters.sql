-- The server's counters tell what hidden code did: whether a trigger counted one row or none, whether a score of more digits was written.
-- platform.telling_functions() names them all, and they are taken from PUBLIC.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql

-- Complete: every function behind the server's own views of such counters, whatever its version.
CREATE TEMP TABLE behind AS
  SELECT DISTINCT v.relname AS view, m[1] AS function
  FROM pg_class v CROSS JOIN LATERAL regexp_matches(pg_get_viewdef(v.oid), '\m(pg_stat_get_\w+)\(', 'g') m
  WHERE v.relnamespace = 'pg_catalog'::regnamespace AND v.relkind = 'v' AND v.relname ~ '^pg_stat(io)?_'
    AND v.relname !~ '^pg_stat_(activity|progress_|ssl|gssapi)';
SELECT cmp_ok((SELECT count(DISTINCT function) FROM behind), '>', 60::bigint, 'views of counters call many functions');
SELECT cmp_ok((SELECT count(*) FROM behind WHERE view ~ '^pg_stat_xact_|^pg_stat_wal$|^pg_statio_'), '>', 15::bigint,
  'those of this transaction, of blocks and of the log among them');
CREATE TEMP VIEW named AS SELECT p.proname::text AS name FROM platform.telling_functions() f JOIN pg_proc p ON p.oid = f;
SELECT is_empty($$SELECT view, function FROM behind
  WHERE function NOT IN (SELECT name FROM named) AND function !~ '^pg_stat_get_(activity|backend_(idset|pid|subxact))$'$$,
  'all of them are named');
SELECT is_empty($$SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace
  AND p.proname ~ '^pg_stat_get_(xact_|.*tuples|.*blocks|.*numscans|.*function_|wal|db_|io|backend_io|backend_wal)'
  AND p.proname NOT IN (SELECT name FROM named)$$, 'nor is there another of these families');
SELECT is_empty($$SELECT n FROM unnest('{pg_current_wal_lsn,pg_current_wal_insert_lsn,pg_current_wal_flush_lsn,pg_last_wal_replay_lsn,
  pg_control_checkpoint,pg_get_replication_slots,pg_logical_emit_message,pg_lock_status,pg_relation_size,pg_total_relation_size,
  pg_database_size}'::text[]) n WHERE n NOT IN (SELECT name FROM named)$$, 'sizes, locks and positions of the log too');
SELECT is_empty($$SELECT name FROM named WHERE name ~ 'pg_lsn|^pg_logical_slot|^pg_current_xact|^pg_size_|^pg_column_size|activity'$$,
  'and nothing that tells nothing');

-- Before: an employer archives a campaign, takes it back, and reads whether candidates of one group were among those counted.
CREATE FUNCTION public.counted() RETURNS text LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
  UPDATE crew.campaign SET status = 'closed' WHERE id = id('campaign1');
  UPDATE crew.campaign SET status = 'archived' WHERE id = id('campaign1');
  SELECT s.n_tup_ins INTO n FROM pg_stat_xact_all_tables s WHERE s.schemaname = 'crew' AND s.relname = 'selection_count';
  RETURN n;
END $$;
SELECT matches(pg_temp.tries('client1', 'SELECT counted()'), '^\d+$', 'what a trigger counted is read from statistics');
SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f) FROM platform.telling_functions() f \gexec
SELECT is(pg_temp.tries('client1', q), '42501', q) FROM unnest(ARRAY['SELECT counted()',
  'SELECT sum(n_tup_ins) FROM pg_stat_user_tables', 'SELECT sum(heap_blks_hit) FROM pg_statio_user_tables',
    'SELECT sum(idx_scan) FROM pg_stat_user_indexes',
  'SELECT sum(calls) FROM pg_stat_xact_user_functions', 'SELECT count(*) FROM pg_stat_wal', 'SELECT count(*) FROM pg_locks',
  'SELECT pg_current_wal_insert_lsn()', 'SELECT pg_relation_size(''assessment.result'')',
    'SELECT sum(tup_fetched) FROM pg_stat_database']) q;
-- What the modules do needs none of them.
SELECT is(pg_temp.tries('client1', 'SELECT length(crew.invite(id(''campaign1'')))'), '43', 'an act that is audited');
SELECT is(pg_temp.tries('client1', 'SELECT count(*) FROM crew.matching(id(''campaign1''))'), '7', 'a ranking');
SELECT is(pg_temp.tries('candidate1', 'SELECT crew.withdraw(id(''campaign1''))::text'), '', 'a withdrawal');
SELECT * FROM finish();
ROLLBACK;

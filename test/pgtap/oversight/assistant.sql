-- An assistant's statements: judged by policies of an organisation, learnt from without what they were about, texts searched by likeness.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
CREATE FUNCTION public.id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('harmony oversight test ' || name)::uuid;
CREATE FUNCTION public.become(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('request.jwt.claims', CASE WHEN name IS NULL THEN '' ELSE json_build_object('sub', id(name))::text END, true),
    set_config('role', CASE WHEN name IS NULL THEN 'none' ELSE 'harmony_user' END, true);
END $$;
SELECT platform.grant_application() \g /dev/null
GRANT EXECUTE ON FUNCTION public.id(text), public.become(text) TO harmony_user;
INSERT INTO platform.organization (id, name) VALUES (id('A'), 'Organisation A'), (id('B'), 'Organisation B');
INSERT INTO platform.account (id, email, full_name)
  SELECT id(n), n || '@oversight.example.org', n FROM unnest('{a,b,both,stranger,admin}'::text[]) n;
INSERT INTO platform.account_role VALUES (id('admin'), 'admin');
INSERT INTO platform.membership (account_id, organization_id) VALUES (id('a'), id('A')), (id('b'), id('B')), (id('both'), id('A')),
  (id('both'), id('B'));
-- A database of a customer, which an assistant asks.
CREATE SCHEMA shop;
CREATE TABLE shop.sale (tenant uuid NOT NULL, customer text, amount numeric);
CREATE FUNCTION shop.trip() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'it ran'; END $$;
GRANT USAGE ON SCHEMA shop TO harmony_user;
INSERT INTO oversight.sql_policy (organization_id, name, options, tenant_column, search_path) VALUES
  (id('A'), 'shop', '{"relations": ["shop.sale"]}', 'tenant', '{shop}'), (NULL, 'shared', '{"relations": ["shop.sale"]}', 'tenant',
  '{shop}');
SELECT throws_ok($$INSERT INTO oversight.sql_policy (name, options) VALUES ('bad', '{"relatons": []}')$$, '22023', NULL,
  'a policy with an unknown option is refused when it is written');
SELECT throws_ok($$INSERT INTO oversight.sql_policy (name, options) VALUES ('bad', '{"tenant": {"column": "x", "value": 1}}')$$, '23514',
  NULL, 'the tenant is not in the options');
-- Columns that are named are there, in what the policy lists or what its views read; patterns stand for what is there now.
CREATE TABLE shop.part (tenant uuid, day date, secret text) PARTITION BY RANGE (day);
CREATE TABLE shop.part_2026 PARTITION OF shop.part FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE shop."Odd" ("Tenant" uuid, "its.column" text);
CREATE SCHEMA shown;
CREATE VIEW shown.inner_sale AS SELECT amount, tenant FROM shop.sale;
CREATE VIEW shown.sale AS SELECT amount FROM shown.inner_sale;
CREATE FUNCTION pg_temp.writes(options jsonb, tenant_column text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
  INSERT INTO oversight.sql_policy (name, options, tenant_column) VALUES ('written', options, tenant_column);
  DELETE FROM oversight.sql_policy WHERE name = 'written';
  RETURN 'written';
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS answer = PG_EXCEPTION_HINT;
  RETURN SQLSTATE || CASE WHEN answer = '' THEN '' ELSE ' with a hint' END;
END $$;
SELECT is(pg_temp.writes(jsonb_build_object('relations', relations) || CASE WHEN denied IS NULL THEN '{}'
  ELSE jsonb_build_object('columns_denied', jsonb_build_array(denied)) END, tenant), want, concat_ws(' ', relations, denied, tenant))
FROM (VALUES ('["shop.sale"]'::jsonb, 'shop.sale.customer', 'tenant', 'written'),
  ('["shop.sale"]', 'shop.sale.custmer', 'tenant', '22023 with a hint'), ('["shop.sale"]', 'shop.sales.customer', NULL,
    '22023 with a hint'),
  ('["shop.sale"]', 'shop.part.secret', NULL, '22023 with a hint'), ('["shop.sale"]', NULL, 'tenant_id', '22023 with a hint'),
  ('["shop.*"]', 'shop.part.secret', 'tenant', 'written'), ('["shop.part_2026"]', 'shop.part.secret', 'tenant', 'written'),
  ('["shop.part"]', 'shop.part_2026.secret', 'tenant', 'written'),
  ('["shop.*"]', 'SHOP."Odd"."its.column"', '"Tenant"', 'written'), ('["shop.\"Odd\""]', NULL, 'Tenant', '22023 with a hint'),
  ('["shown.sale"]', 'shop.sale.customer', 'tenant', 'written'), ('["shown.*"]', 'shown.inner_sale.tenant', 'tenant', 'written'),
  ('["shown.*"]', NULL, 'amount2', '22023 with a hint'), ('["nowhere.*"]', NULL, 'tenant', '22023 with a hint'), ('[]', NULL, NULL,
    'written'))
  v (relations, denied, tenant, want);
SELECT throws_ok($$UPDATE oversight.sql_policy SET tenant_column = 'none' WHERE name = 'shop'$$, '22023',
  'no relation of the policy has the tenant''s column "none"', 'nor is one changed so');
-- Rows that are restored, with triggers off or not yet there, come in as they were.
SET LOCAL session_replication_role = replica;
SELECT lives_ok($$INSERT INTO oversight.sql_policy (name, options, tenant_column)
  VALUES ('restored', '{"relations": ["later.sale"]}', 'tenant')$$,
  'a restore does not ask for tables');
SET LOCAL session_replication_role = origin;
DELETE FROM oversight.sql_policy WHERE name = 'restored';

CREATE FUNCTION pg_temp.rules(answer jsonb) RETURNS text LANGUAGE sql AS $$
  SELECT coalesce(string_agg(DISTINCT e ->> 'rule', ' ' ORDER BY e ->> 'rule'), 'ok') FROM jsonb_array_elements(answer -> 'errors') e $$;
SELECT become('a');
SELECT is(pg_temp.rules(api.check_sql(format('SELECT sum(amount) FROM sale WHERE tenant = %L', id('A')), 'shop')), 'ok',
  'one''s own tenant, names by the policy''s path');
SELECT is(pg_temp.rules(api.check_sql('SELECT sum(amount) FROM sale', 'shop')), 'tenant', 'without it');
SELECT is(pg_temp.rules(api.check_sql(format('SELECT sum(amount) FROM sale WHERE tenant = %L', id('B')), 'shop')), 'tenant',
  'another''s');
SELECT is(pg_temp.rules(api.check_sql(format('SELECT shop.trip() FROM sale WHERE tenant = %L', id('A')), 'shop')), 'function',
  'nothing runs');
SELECT is(pg_temp.rules(api.check_sql(format('SELECT amount FROM shop.sale WHERE tenant = %L LIMIT 5', id('A')), 'default')), 'relation',
  'the shipped policy knows schema api alone');
SELECT is(pg_temp.rules(api.check_sql('SELECT count(*) FROM api.campaigns')), 'ok', 'and that it knows');
SELECT is(current_setting('search_path'), 'public, pg_catalog', 'the path is as it was');
SELECT throws_ok($$SELECT api.check_sql('SELECT 1', 'none')$$, '22023', 'policy "none" does not exist', 'no such policy');
SELECT throws_ok($$SELECT api.check_sql(NULL)$$, '22004', NULL, 'no statement');
SELECT throws_ok(format($$SELECT api.check_sql('SELECT 1', organization => %L)$$, id('B')), '42501', NULL, 'not for another organisation');
SELECT become('both');
SELECT throws_ok($$SELECT api.check_sql('SELECT 1')$$, '22023', 'it is not clear for which organisation', 'of two one has to be named');
SELECT is(pg_temp.rules(api.check_sql(format('SELECT 1 FROM sale WHERE tenant = %L', id('B')), 'shared', id('B'))), 'ok',
  'and then counts');
SELECT throws_ok($$SELECT api.check_sql('SELECT 1', 'shop', id('B'))$$, '22023', NULL, 'another organisation''s policy is none');
SELECT become('stranger');
SELECT throws_ok($$SELECT api.check_sql('SELECT 1')$$, '42501', NULL, 'a stranger is refused');
SELECT throws_ok($$SELECT api.find_similar('x')$$, '42501', NULL, 'everywhere');
SELECT throws_ok($$SELECT api.check_data('rework', '[]')$$, '42501', NULL, 'and everywhere');
SELECT become(NULL);
SELECT results_eq($$SELECT organization_id = id('A'), is_ok, rules::text, count(*) FROM oversight.sql_check
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3$$,
  $$VALUES (false, true, '{}', 1::bigint), (true, false, '{function}', 1), (true, false, '{relation}', 1), (true, false, '{tenant}', 2),
    (true, true, '{}', 2)$$, 'each is counted, by its rules');
SELECT is_empty($$SELECT 1 FROM oversight.sql_check c WHERE c::text ~ 'sale|amount'$$, 'without the statement');

-- Intent and structure.
SELECT become('a');
SELECT is(api.check_sql_intent(format('SELECT count(*) FROM sale WHERE tenant = %L', id('A')), 'how many sales', 'shop'),
  '{"confidence": 1, "missed": [], "extra": []}', 'what was asked for');
SELECT is(api.check_sql_intent(format('SELECT count(*) FROM sale WHERE tenant = %L', id('A')), 'how many sales per month',
  'shop') -> 'missed', '["group:month"]', 'and what is missed');
SELECT is(api.check_data('rework', '[{"work_item": "W-1", "returns": 2}]') -> 'ok', 'true', 'a row as it should be');
SELECT is(api.check_data('rework', '[{"work_item": "W-1", "returns": 2}, {"work_item": 7}]') -> 'ok', 'false', 'one that is not');
SELECT is(api.check_data('rework', '[{"work_item": "W-1", "returns": 2}, {"work_item": 7, "returns": 1}]') #>> '{errors,0,path}',
  'work_item', 'by its path');
SELECT throws_ok($$SELECT api.check_data('poem', '[]')$$, '22023', NULL, 'another kind');
SELECT become(NULL);
INSERT INTO oversight.lexicon VALUES ('takings', 'aggregate:sum');
SELECT become('a');
SELECT is(api.check_sql_intent(format('SELECT count(*) FROM sale WHERE tenant = %L', id('A')), 'how many takings', 'shop') -> 'missed',
  '["aggregate:sum"]', 'a site''s lexicon takes the place of the shipped one');
SELECT become(NULL);
DELETE FROM oversight.lexicon;

-- Learning: masked, one's own, re-checked.
SELECT become('a');
SELECT is(api.record_feedback(format($$SELECT amout FROM sale WHERE tenant = %L AND customer = 'Ann Secret'$$, id('A')),
  'how many secrets per month for Ann', true, format($$SELECT amount FROM sale WHERE tenant = %L AND customer = 'Ann Secret' LIMIT 5$$,
  id('A')), '42703') - 'id', '{"successes": 1, "failures": 0, "confidence": 0.6666666666666666}', 'kept');
SELECT is(current_setting('response.status'), '201', 'as made');
SELECT is(api.record_feedback(format($$SELECT amout FROM sale WHERE tenant = %L AND customer = 'Bob'$$, id('A')),
  'how many secrets per month',
  false, format($$SELECT amount FROM sale WHERE tenant = %L AND customer = 'Bob' LIMIT 5$$, id('A')), '42703') - 'id',
  '{"successes": 1, "failures": 1, "confidence": 0.5}', 'the same failure with other constants is the same row');
SELECT is_empty($$SELECT 1 FROM oversight.learning_memory m WHERE m::text ~* 'ann|secret|bob'$$, 'nothing that it was about');
SELECT results_eq($$SELECT intent, statement, correction FROM api.learning_memory$$, format($$VALUES ('how many, per {unit}',
  'SELECT amout FROM sale WHERE tenant = ''%1$s'' AND customer = $1',
  'SELECT amount FROM sale WHERE tenant = ''%1$s'' AND customer = $1 LIMIT 5')$$,
  id('A')), 'what is kept');
SELECT results_eq(format($q$SELECT sql, confidence, reason FROM api.suggest_fix(
  $$SELECT amout FROM sale WHERE tenant = %L AND customer = 'Eve'$$,
  'how many per week', '42703', 'shop')$q$, id('A')), format($$VALUES (
  'SELECT amount FROM sale WHERE tenant = ''%s'' AND customer = $1 LIMIT 5',
  0.5::float8, 'helped 1 of 2 times with a statement 100 %% alike, which failed in the same way')$$, id('A')), 'and is suggested');
SELECT is_empty(format($q$SELECT 1 FROM api.suggest_fix($$SELECT amout FROM sale WHERE tenant = %L AND customer = 'Eve'$$)$q$, id('A')),
  'but by the policy that lets it pass alone');
SELECT is((SELECT reason FROM api.suggest_fix(format('SELECT amout, sold_on FROM sale WHERE tenant = %L', id('A')), NULL, '42703', 'shop')),
  'helped 1 of 2 times with a statement 79 % alike, which failed in the same way', 'by how alike the statements are');
SELECT is_empty($$SELECT 1 FROM api.suggest_fix('VALUES (1)', NULL, '42703', 'shop')$$, 'and not to one that is not like it');
SELECT throws_ok($$SELECT api.record_feedback('SELECT 1', 'x', true, NULL, 'no')$$, '22023', NULL, 'no SQLSTATE');
SELECT throws_ok($$SELECT api.record_feedback('  ', 'x', true)$$, '22023', NULL, 'no statement');
SELECT throws_ok($$SELECT api.record_feedback(repeat('x', 10001), 'x', true)$$, '54000', NULL, 'too long a one');
SELECT throws_ok($$SELECT api.record_feedback('SELECT 1', 'x', NULL)$$, '22004', NULL, 'no judgement');
SELECT lives_ok($$SELECT api.record_feedback('SELEC 1', NULL, false, NULL, '42601')$$, 'what no parser takes is kept, too');
SELECT lives_ok($$SELECT api.record_feedback('Ann Doe lives at 5 Main Street, SELECT her', NULL, false,
  'SELECT amount AS "Ann Doe, 1980" FROM sale
  ORDER BY 1 LIMIT 4155551234')$$, 'nor is what is no SQL refused');
SELECT is((SELECT statement || ' | ' || correction FROM api.learning_memory WHERE sqlstate = '00000'),
  '? at $1 ? , SELECT ? | SELECT amount AS "?" FROM sale ORDER BY 1 LIMIT $1', 'but of it keywords alone are kept, and no names in quotes');
SELECT is(oversight.count_check(id('A'), 'own',
  '{"ok": true, "errors": [{"rule": "Ann Doe"}, {"rule": "tenant"}], "fingerprint": "Ann"}')::text,
  '', 'counting by hand');
SELECT is((SELECT rules::text || coalesce(fingerprint, '') FROM oversight.sql_check ORDER BY id DESC LIMIT 1), '{tenant}',
  'keeps names of rules');
SELECT throws_ok($$SELECT api.check_sql_intent('SELECT 1', repeat('x', 10001))$$, '54000', NULL, 'an intent of a book');
SELECT become('b');
SELECT is_empty($$SELECT 1 FROM api.learning_memory$$, 'another organisation sees nothing of it');
SELECT is_empty($$SELECT 1 FROM api.suggest_fix('SELECT amout FROM sale', policy => 'shared')$$, 'nor is it told');
SELECT become(NULL);
UPDATE oversight.learning_memory SET last_seen_at = now() - interval '181 days' WHERE sqlstate = '42601';
UPDATE oversight.sql_check SET checked_at = now() - interval '181 days' WHERE NOT is_ok;
SELECT is(oversight.forget_job('{}'), '{"checks": 4, "learnt": 1}', 'after 180 days it is forgotten');

-- Searching.
INSERT INTO crew.vessel (id, organization_id, name, environment) VALUES (id('v1'), id('A'), 'Northern Star', '{}'), (id('v2'), id('A'),
  'Southern Cross', '{}'), (id('v3'), id('B'), 'Northern Star', '{}');
SELECT cmp_ok(oversight.index_texts(), '>=', 3::bigint, 'texts are indexed');
SELECT is(oversight.index_texts(), 0::bigint, 'once');
SELECT become('a');
SELECT results_eq($$SELECT kind, id, title, similarity FROM api.find_similar('northern star', 'vessel', 1)$$,
  $$VALUES ('vessel', id('v1')::text, 'Northern Star', 1::float8)$$, 'the same text in other letters, of one''s own');
SELECT is((SELECT string_agg(title, ', ') FROM api.find_similar('the southern cros', 'vessel')), 'Southern Cross, Northern Star',
  'the most alike first');
SELECT throws_ok($$SELECT api.find_similar('x', 'poem')$$, '22023', NULL, 'another kind');
SELECT throws_ok($$SELECT api.find_similar('x', NULL, 101)$$, '22023', NULL, 'too many');
SELECT throws_ok($$SELECT api.find_similar(' ')$$, '22023', NULL, 'nothing to look for');
SELECT become(NULL);
UPDATE crew.vessel SET name = 'Eastern Wind' WHERE id = id('v1');
DELETE FROM crew.vessel WHERE id = id('v2');
SELECT is(oversight.index_texts(), 1::bigint, 'what changed is indexed anew');
SELECT is((SELECT string_agg(title, ', ' ORDER BY title) FROM oversight.search_text WHERE kind = 'vessel'), 'Eastern Wind, Northern Star',
  'what is gone goes');

SELECT * FROM finish();
ROLLBACK;

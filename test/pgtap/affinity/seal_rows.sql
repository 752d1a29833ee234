-- Sealed genotypes: whose the functions are, rotation, lost keys, rows that were swapped, changed or cut, and that nothing of a genotype is
-- told by an error, a plan or a statistic.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\ir ../../lib/secrets.sql
-- A file of keys: ids in their order, each of one letter 32 times.
CREATE FUNCTION pg_temp.keys(VARIADIC ids integer[]) RETURNS void LANGUAGE sql AS $$
  SELECT pg_temp.put_secret('harmony.seal_key_file', jsonb_build_object('keys', (
    SELECT jsonb_agg(jsonb_build_object('id', id, 'key', encode(repeat(chr(64 + id), 32)::bytea, 'base64')) ORDER BY n)
    FROM unnest(ids) WITH ORDINALITY i (id, n)))::text) $$;
-- The value of a statement, or all that is told of its error.
CREATE FUNCTION pg_temp.outcome(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  result text;
  detail text;
  hint text;
BEGIN
  EXECUTE statement INTO result;
  RETURN coalesce(result, 'null');
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  RETURN concat_ws(' | ', SQLSTATE, SQLERRM, nullif(detail, ''), nullif(hint, ''));
END $$;
\set one '''11111111-1111-1111-1111-111111111111'''
\set two '''22222222-2222-2222-2222-222222222222'''

-- Whose they are.
SELECT is((SELECT array_agg(oid::regprocedure::text ORDER BY oid::regprocedure::text COLLATE "C") FROM pg_proc
  WHERE proname ~ '^(hla_|fernet_)' AND has_function_privilege('public', oid, 'EXECUTE')),
  '{"harmony.hla_dissimilarity(text,text,text,text[])",harmony.hla_normalize(text),harmony.hla_two_field(text)'
  ',"harmony_internal.hla_frequencies(text[],double precision[])","harmony_internal.hla_typing_summary(text,text[])"}',
  'what is for everybody opens nothing');
SELECT is((SELECT array_agg(concat(proname, ' ', provolatile, proparallel, proisstrict) ORDER BY proname) FROM pg_proc
  WHERE pronamespace = 'harmony'::regnamespace AND proname ~ '^hla_'),
  '{"hla_dissimilarity ist","hla_normalize ist","hla_reseal vst","hla_seal vst","hla_sealed_dissimilarity sst",'
  '"hla_two_field ist"}', 'marks');
SELECT harmony.version() IS NOT NULL AS loaded \gset
CREATE ROLE harmony_test_stranger;
SET LOCAL ROLE harmony_test_stranger;
SELECT throws_ok('SHOW harmony.seal_key_file', '42501', NULL, 'where the keys are cannot be asked');
SELECT throws_ok('SET LOCAL harmony.seal_key_file = a', '42501', NULL, 'nor said');
SELECT throws_ok($$SELECT harmony.hla_seal('', gen_random_uuid())$$, '42501', NULL, 'a stranger seals nothing');
RESET ROLE;

-- Files that cannot be used.
CREATE FUNCTION pg_temp.sealing() RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.outcome($q$SELECT harmony.hla_seal('A*01:01+A*02:01', '11111111-1111-1111-1111-111111111111') IS NOT NULL$q$) $$;
CREATE FUNCTION pg_temp.unusable(reason text) RETURNS text LANGUAGE sql AS $$
  SELECT '58030 | file of setting "harmony.seal_key_file" cannot be used | ' || reason ||
    ' | A superuser sets it to a file that the server''s user can read and others cannot.' $$;
SELECT is(pg_temp.sealing(), pg_temp.unusable('The setting is empty.'), 'no file is set');
CREATE FUNCTION pg_temp.sealing_with(content text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_temp.put_secret('harmony.seal_key_file', content);
  RETURN pg_temp.sealing();
END $$;
SELECT is(pg_temp.sealing_with(content), pg_temp.unusable(reason), content)
  FROM (VALUES ('s3cr3t', 'It is no JSON object with a list "keys".'), ('{"keys": []}', 'It is no JSON object with a list "keys".'),
    ('{"keys": [{"id": 0, "key": "s3cr3t"}]}', 'An "id" is not a whole number from 1 to 2147483647.'),
    ('{"keys": [{"id": 1, "key": "s3cr3t"}]}', 'A "key" is not 32 bytes in base64.')) v (content, reason);
SELECT pg_temp.keys(1);
SELECT pg_temp.shell('chmod 644 harmony_test_seal_key_file');
SELECT is(pg_temp.sealing(), pg_temp.unusable('Others may read, write or execute it.'), 'a file that others may read');
SELECT pg_temp.keys(1);
SELECT is(pg_temp.sealing(), 'true', 'a file that is as it should be');

-- Two people.
\set first 'A*01:01+A*02:01^B*07:02+B*08:01^DRB1*03:01+DRB1*15:01'
\set second 'A*01:01+A*03:01^B*07:02+B*35:01^DRB1*04:01+DRB1*15:01'
SELECT harmony.hla_seal(:'first', :one) AS a, harmony.hla_seal(:'second', :two) AS b \gset
CREATE FUNCTION pg_temp.score(a bytea, b bytea) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.outcome(format('SELECT harmony.hla_sealed_dissimilarity(%L, %L, %L, %L)', a, '11111111-1111-1111-1111-111111111111', b,
    '22222222-2222-2222-2222-222222222222')) $$;
SELECT is(pg_temp.score(:'a', :'b')::float8, harmony.hla_dissimilarity(:'first', :'second'), 'sealed and open: the same score');
CREATE FUNCTION pg_temp.resealed(sealed bytea, person uuid DEFAULT '11111111-1111-1111-1111-111111111111') RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.outcome(format('SELECT harmony.hla_reseal(%L, %L)', sealed, person)) $$;
SELECT isnt(harmony.hla_seal(:'first', :one), harmony.hla_seal(:'first', :one), 'no two results are the same');
SELECT is(length(harmony.hla_seal(:'first', :one)), length(harmony.hla_seal('A*01:01+A*02:01', :one)), 'the length tells little');
SELECT is(position('A*01'::bytea in :'a'::bytea), 0, 'it is not to be seen');
SELECT is(harmony.hla_seal(NULL, :one), NULL::bytea, 'nothing to seal');
SELECT is(harmony_internal.hla_sealed_key(:'a'), 1, 'which key has sealed it');

-- Swapped, changed, cut: one error, which tells nothing.
\set refused '22023 | sealed value cannot be opened'
SELECT is(pg_temp.score(:'b', :'a'), :'refused', 'rows of two people, swapped');
SELECT is(pg_temp.resealed(:'a', :two), :'refused', 'sealed anew for another person');
SELECT is_empty(format($$SELECT k FROM generate_series(0, length(%1$L::bytea) - 1) k
  WHERE pg_temp.score(set_byte(%1$L, k, get_byte(%1$L, k) # 1), %2$L) <> %3$L
    OR pg_temp.score(set_byte(%1$L, k, get_byte(%1$L, k) # 255), %2$L) <> %3$L OR pg_temp.score(substr(%1$L::bytea, 1, k), %2$L) <> %3$L
    OR pg_temp.resealed(substr(%1$L::bytea, 1, k)) <> %3$L$$, :'a', :'b', :'refused'),
  'each byte changed, and cut at each length');
SELECT is(pg_temp.score(x, :'b'), :'refused', 'another length')
  FROM unnest(ARRAY[:'a'::bytea || '\x00', :'a'::bytea || :'a'::bytea, '\x', '\x01', decode(repeat('00', 1000000), 'hex')]) x;
SELECT is_empty(format($$SELECT k FROM generate_series(0, 176) k
  WHERE left(pg_temp.outcome(format('SELECT harmony_internal.hla_sealed_key(%%L)', substr(%L::bytea, 1, k))), 5) <> '22023'$$, :'a'),
  'of what is cut no key is told');

-- Another key: the old one opens, the new one seals; then the old one goes.
SELECT harmony_internal.hla_equality_token(:'first') AS token \gset
SELECT pg_temp.keys(2, 1);
SELECT is(pg_temp.score(:'a', :'b')::float8, harmony.hla_dissimilarity(:'first', :'second'), 'rows of the key before are read');
SELECT harmony.hla_reseal(:'a', :one) AS anew, harmony.hla_seal(:'second', :two) AS newer \gset
SELECT is(ARRAY[harmony_internal.hla_sealed_key(:'a'), harmony_internal.hla_sealed_key(:'anew'), harmony_internal.hla_sealed_key(:'newer')],
  '{1,2,2}', 'the first key seals');
SELECT is(pg_temp.score(:'anew', :'b'), pg_temp.score(:'a', :'newer'), 'rows of both keys are compared');
SELECT isnt(harmony_internal.hla_equality_token(:'first'), :'token', 'a token is of one key');
SELECT is(harmony_internal.hla_sealed_equality_token(:'a', :one), harmony_internal.hla_equality_token(:'first'),
  'one of the first key is made of a row of another');
SELECT pg_temp.keys(2);
SELECT concat_ws(' | ', '58030', 'key 1 is not in the file of setting "harmony.seal_key_file"',
  'It has sealed a value that is to be opened.', 'Keep a key in the file until all that it has sealed is sealed anew.') AS lost \gset
SELECT is(pg_temp.score(:'a', :'newer'), :'lost', 'a key that has gone is named');
SELECT is(pg_temp.resealed(:'a'), :'lost', 'wherever it is needed');
SELECT is(pg_temp.score(:'anew', :'newer')::float8, harmony.hla_dissimilarity(:'first', :'second'), 'what was sealed anew is read');
SELECT pg_temp.put_secret('harmony.seal_key_file', jsonb_build_object('keys', jsonb_build_array(jsonb_build_object('id', 2, 'key',
  encode(repeat('x', 32)::bytea, 'base64'))))::text);
SELECT is(pg_temp.score(:'anew', :'newer'), :'refused', 'another key of the same id is no lost key');
SELECT pg_temp.keys(2, 1);

-- Tokens.
SELECT is(harmony_internal.hla_equality_token('DRB1*1501+DRB1*03:01^HLA-B*08:01+B*07:02^A*02:01+A*01:01'),
  harmony_internal.hla_equality_token(:'first'), 'one token for all ways to write a genotype');
SELECT isnt(harmony_internal.hla_equality_token('A*01:01+A*02:01'), harmony_internal.hla_equality_token('A*01:01+A*02:01:01'),
  'and another for another');
SELECT is(length(harmony_internal.hla_equality_token(:'first')), 36, 'of 36 bytes');

-- Nothing is told of a genotype that is refused.
SELECT ok(told NOT LIKE '%99%' AND told LIKE code || ' | %', told) FROM (VALUES ('A*99:01', 'A*99:0199', '22P02'),
    ('A*99:01', 'A*99:01++', '22P02'), ('A*99:01', 'A*99:AB', '0A000'), ('A*99:01', 'A*99:01?A*99:02', '0A000'),
    ('A*99:01', 'A*99:01/B*99:01', '22023'), ('A*99:01', 'A*99:01+A*99:02+A*99:03', '22023'),
    ('A*99:01', 'A*99:01^A*99:02', '22023')) v (good, bad, code),
  unnest(ARRAY[$$harmony.hla_seal(%1$L, '11111111-1111-1111-1111-111111111111')$$, 'harmony_internal.hla_equality_token(%1$L)',
    'harmony_internal.hla_typing_summary(%1$L)', 'harmony.hla_dissimilarity(%2$L, %1$L)', 'harmony.hla_dissimilarity(%1$L, %2$L)']) f,
  LATERAL pg_temp.outcome('SELECT ' || format(f, bad, good)) told;

-- No plan holds a score or a genotype: what opens is not computed while a plan is made.
CREATE FUNCTION pg_temp.plan(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
  EXECUTE 'EXPLAIN (VERBOSE, FORMAT JSON) ' || statement INTO plan;
  RETURN plan;
END $$;
SELECT alike(pg_temp.plan(format('SELECT harmony.hla_sealed_dissimilarity(%L, %L, %L, %L)', :'a', :one, :'b', :two)),
  '%hla_sealed_dissimilarity(%', 'the call stands in the plan, not its answer');
CREATE TEMP TABLE typing AS SELECT md5(i::text)::uuid AS person, harmony.hla_seal(:'first', md5(i::text)::uuid) AS sealed
  FROM generate_series(1, 5) i;
SELECT unalike(pg_temp.plan('SELECT harmony.hla_sealed_dissimilarity(x.sealed, x.person, y.sealed, y.person) FROM typing x, typing y'),
  '%01:01%', 'nor does a plan over rows hold any of it');
SELECT results_eq('SELECT DISTINCT harmony.hla_sealed_dissimilarity(x.sealed, x.person, y.sealed, y.person) FROM typing x, typing y',
  ARRAY[0::float8], 'rows of people with one genotype');

-- Frequencies.
CREATE FUNCTION pg_temp.weighed(a text, b text, alleles text[], frequencies float8[]) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.outcome(format('SELECT harmony_internal.hla_sealed_dissimilarity(harmony.hla_seal(%1$L, %3$L), %3$L,
    harmony.hla_seal(%2$L, %4$L), %4$L, %5$L, %6$L, harmony_internal.hla_frequencies(%7$L, %8$L))', a, b,
    '11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222', 'multiset', '{A}'::text[], alleles, frequencies)) $$;
SELECT is(round(pg_temp.weighed('A*02:01/A*02:05+A*01:01', 'A*02:01+A*01:01', alleles, frequencies)::numeric, 9), wanted, alleles::text)
  FROM (VALUES ('{A*02:01:01,A*02:01:02,A*02:05}'::text[], '{.2,.1,.1}'::float8[], 12.5), ('{}', '{}', 25), ('{A*02:05}', '{1}', 50),
    ('{A*02:01,A*02:05}', '{5e-324,5e-324}', 25), ('{A*02:01}', '{0}', 25)) v (alleles, frequencies, wanted);
SELECT is(left(pg_temp.weighed('A*02:01+A*01:01', 'A*02:01+A*01:01', alleles, frequencies), 5), code, alleles::text || frequencies::text)
  FROM (VALUES ('{A*02}'::text[], '{.1}'::float8[], '22023'), ('{A*02:01}', '{1.1}', '22023'), ('{A*02:01}', '{NaN}', '22023'),
    ('{A*02:01}', '{-0.1}', '22023'), ('{A*02:01}', '{Infinity}', '22023'), ('{A*02:01}', '{}', '22023'), ('{A2}', '{.1}', '22P02'),
    ('{NULL}', '{.1}', '22004'), ('{A*02:01}', '{NULL}', '22004'), ('{{A*02:01}}', '{.1}', '2202E'), ('{A*02:AB}', '{.1}', '0A000'))
    v (alleles, frequencies, code);
SELECT is(left(pg_temp.outcome(format('SELECT harmony_internal.hla_sealed_dissimilarity(%1$L, %2$L, %1$L, %2$L, %3$L, %4$L, %5$L)',
  :'a', :one, 'multiset', '{A}', forged)), 5), '22023', 'a forged table: ' || forged)
  FROM unnest('{"\\x","\\x00","\\x0101"}'::text[]) forged;

-- That the call's memory is given back: 20,000 pairs in one statement.
SELECT lives_ok($$SELECT count(harmony.hla_sealed_dissimilarity(x.sealed, x.person, y.sealed, y.person))
  FROM typing x, typing y, generate_series(1, 800)$$, 'many pairs');
SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;

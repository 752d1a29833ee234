-- Genotypes and names of any length and any bytes: an answer or a clear error, soon; cancelled where it takes longer.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
-- SQLSTATE and message of a call's error, or that it was good, and whether it took less than that many seconds.
CREATE FUNCTION pg_temp.outcome(expression text, seconds float8, VARIADIC arguments text[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  began CONSTANT timestamptz := clock_timestamp();
  result text;
BEGIN
  BEGIN
    EXECUTE 'SELECT ' || expression INTO result USING arguments;
    result := coalesce(result, 'null');
  EXCEPTION WHEN OTHERS THEN
    result := concat_ws(' ', SQLSTATE, SQLERRM);
  END;
  RETURN CASE WHEN extract(epoch FROM clock_timestamp() - began) > seconds THEN 'too late: ' ELSE '' END || result;
END $$;
CREATE FUNCTION pg_temp.score(a text, b text DEFAULT 'A*01:01+A*02:01', method text DEFAULT 'multiset', seconds float8 DEFAULT 1)
  RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.outcome('harmony.hla_dissimilarity($1[1], $1[2], $1[3])', seconds, a, b, method) $$;

-- 10^5 characters and more.
SELECT alike(pg_temp.score(repeat(c, 100000)), '22P02 genotype has an invalid name of an HLA allele', 'all ' || c)
  FROM unnest('{^,|,+,~,/,*,:,A,0," "}'::text[]) c;
SELECT alike(pg_temp.score(repeat('?', 100000)), '22P02 %', 'all ?');
SELECT is(pg_temp.score('A*01:01' || repeat('/A*01:01', 12500) || '+A*02:01'), '0', 'one alternative 12,500 times');
SELECT is(pg_temp.score('A*01:01+A*02:01' || repeat('|A*02:01+A*01:01', 6250)), '0', 'one genotype 6,250 times');
SELECT is(pg_temp.score('A*01:01+A*02:01' || repeat('^A*02:01+A*01:01', 6250)), '22023 a locus is named twice in a genotype',
  'one locus 6,250 times');
SELECT is(pg_temp.score('A*01:01' || repeat('~A*02:01', 12500)), '22023 a locus is named twice in a genotype', 'one haplotype');
SELECT is(pg_temp.score('A*01:01' || repeat('+A*02:01', 12500)), '22023 genotype has more than two copies', 'copies');
SELECT string_agg(format('A*%s:%s', 10 + i / 90, 10 + i % 90), '/') AS many FROM generate_series(0, 8099) i \gset
SELECT is(pg_temp.score(:'many' || '+A*01:01'), '50', '8,100 alternatives beside two certain copies');
SELECT is(pg_temp.score(:'many' || '+' || :'many'), '54000 typings leave too many combinations open at a locus', 'and of both copies');
SELECT string_agg('A*10:10' || repeat('/A*10:11', i) || '+A*01:01', '|') AS ladder FROM generate_series(1, 400) i \gset
SELECT unalike(pg_temp.score(:'ladder'), 'too late%', 'genotypes that begin alike');
SELECT is(pg_temp.score(repeat('A', 1048577)), '54000 genotype has more than 1 MB', 'more than 1 MB');
SELECT is(pg_temp.score('A*01:01+A*02:01', repeat('A*01:01/', 130000) || 'A*01:01+A*02:01'), '0', '1 MB');

-- Bytes.
SELECT alike(pg_temp.score(format('A*01:01%sA*02:01', c)), '22P02 %', 'between names: U+' || to_hex(ascii(c)))
  FROM unnest(ARRAY[' ', E'\t', E'\n', E'\x01', U&'\00A0', U&'\2028', 'é', '🧬', U&'\FF0B', U&'\202E', ',', ';', '\', '''', '%s']) c;
SELECT is(pg_temp.score(E' A*01:01\t+\nA*02:01 '), '0', 'blanks around names');
SELECT alike(pg_temp.outcome('harmony.hla_normalize($1[1])', 1, t), '22P02 %', left(t, 20))
  FROM unnest(ARRAY['', E'\x01', U&'\FF21*01:01', U&'A*\0660\0661:01', 'A*01:01é', 'é', '%s%n', 'A*01:01''', repeat('A', 1000000),
    repeat(' ', 1000000), 'A*' || repeat('1', 1000000), 'A*01' || repeat(':01', 300000)]) t;
SELECT is(pg_temp.outcome('harmony.hla_normalize($1[1])', 1, repeat(' ', 1000000) || 'a*01:01' || repeat(E'\n', 1000000)), 'A*01:01',
  'blanks around a name');

-- Methods and loci.
SELECT alike(pg_temp.score('A*01:01+A*02:01', method => m), '22023 unknown method of HLA dissimilarity', quote_literal(m))
  FROM unnest(ARRAY['', 'Jaccard', 'jaccard ', repeat('x', 100000)]) m;
CREATE FUNCTION pg_temp.among(loci text[]) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.outcome('harmony.hla_dissimilarity($1[1], $1[1], loci => $1[2]::text[])', 1, 'A*01:01+A*02:01^C*07:01+C*07:02',
    loci::text) $$;
SELECT is(pg_temp.among(loci), wanted, left(loci::text, 40)) FROM (VALUES ('{A}'::text[], '0'), ('{a,A,HLA-A,cw,C}', '0'), ('{}', 'null'),
  ('{B}', 'null'), ('{DQB1,B,A}', '0'), ('{E}', '22023 unknown HLA locus'), ('{A*01:01}', '22023 unknown HLA locus'),
  ('{""}', '22023 unknown HLA locus'), ('{NULL}', '22004 array "loci" must not contain nulls'),
  (array_fill('A'::text, ARRAY[100000]), '0')) v (loci, wanted);
SELECT throws_ok($$SELECT harmony.hla_dissimilarity('A*01:01', 'A*01:01', loci => '{{A,B}}')$$, '2202E', NULL, 'loci of two dimensions');
SELECT is(harmony.hla_dissimilarity(a, b, m, l), NULL::float8, 'NULL for NULL') FROM (VALUES (NULL, 'A*01:01', 'multiset', '{A}'::text[]),
  ('A*01:01', NULL, 'multiset', '{A}'), ('A*01:01', 'A*01:01', NULL, '{A}'), ('A*01:01', 'A*01:01', 'multiset', NULL)) v (a, b, m, l);

-- What may be stored may be compared.
SELECT is(pg_temp.outcome('(harmony_internal.hla_typing_summary($1[1])).quality', 1, a || '+' || b), wanted, 'what may be stored')
  FROM (SELECT string_agg(format('A*%s:01', 10 + i), '/') FILTER (WHERE i <= 40), string_agg(format('A*%s:01', 10 + i), '/') FILTER (
      WHERE i <= 25), string_agg(format('A*%s:01', 10 + i), '/') FROM generate_series(1, 41) i) s (forty, twenty_five, more),
    LATERAL (VALUES (forty, twenty_five, '0.3333333333333333'),
      (more, twenty_five, '54000 typing leaves too many combinations open at a locus')) v (a, b, wanted);
SELECT * FROM harmony_internal.hla_typing_summary('DRB1*15:01+DRB1*04:04^C*07:01+C*07:02^A*01:01+A*02:XX', '{C,DRB1,A}') \gset summary_
SELECT is(:'summary_loci'::text, '{C,DRB1}', 'loci that can be compared, in the order of the genes');
SELECT is(:summary_quality::float8, 2 / 3::float8, 'and their share');
SELECT is((harmony_internal.hla_typing_summary('A*01:01', '{}')).quality, NULL::float8, 'of no locus');

-- A million combinations take a moment, and many of these can be cancelled.
SELECT string_agg(format('A*%s:01', 10 + i), '/') AS forty FROM generate_series(1, 40) i \gset
SELECT string_agg(format('A*%s:02', 10 + i), '/') AS others FROM generate_series(1, 25) i \gset
SELECT is(pg_temp.score(:'forty' || '+' || :'others', :'forty' || '+' || :'others', 'offspring')::float8,
  100 * (1 - (1 / 40.0 + 1 / 25.0) / 4)::float8, 'a million combinations');
CREATE FUNCTION pg_temp.is_cancelled(statement text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE statement;
  RETURN false;
EXCEPTION WHEN query_canceled THEN RETURN true;
END $$;
SET LOCAL statement_timeout = '300ms';
SELECT ok(pg_temp.is_cancelled(format($$SELECT count(harmony.hla_dissimilarity(g, g || repeat(' ', i)))
  FROM generate_series(1, 1000) i, (SELECT %L) s (g)$$, :'forty' || '+' || :'others')), 'cancelled');
SET LOCAL statement_timeout = 0;
SELECT * FROM finish();
ROLLBACK;

-- Functions of HLA genotypes: what they give, and what they refuse.
\pset format unaligned
\pset null NULL

-- Names: of today, of before 2010, and what is none.
SELECT t AS name, harmony.hla_normalize(t) AS normalized, harmony.hla_two_field(t) AS two_field
FROM unnest('{A*01:01,HLA-DRB1*15:01:01:01," cw*0702 ",A*9201,B*9501,A*24020102L,A*01:01:01G,A*0101g,DRB1*15,A*02:XX,A*02:1000}'::text[]) t;
SELECT harmony.hla_normalize(NULL), harmony.hla_two_field(NULL);
SELECT harmony.hla_normalize('A2');
SELECT harmony.hla_normalize('A*02:AB');
SELECT harmony.hla_two_field('A*1:01');
SELECT harmony.hla_normalize('A*01:01+A*02:01');
SELECT harmony.hla_normalize(repeat('A', 50));

-- Five measures of two people who share three of six alleles.
SELECT m AS method, harmony.hla_dissimilarity('A*01:01+A*02:01^B*07:02+B*08:01^DRB1*03:01+DRB1*15:01',
  'A*01:01+A*03:01^B*07:02+B*35:01^DRB1*04:01+DRB1*15:01', m) FROM unnest('{multiset,unique,jaccard,optimum,offspring}'::text[]) m;
-- Null alleles, ambiguity, haplotypes, other loci, nothing in common.
SELECT harmony.hla_dissimilarity('A*01:01+A*24:09N', 'A*01:01+A*01:01') AS not_expressed,
  harmony.hla_dissimilarity('A*01:01/A*01:02+A*02:01', 'A*01:01+A*02:01') AS one_of_two,
  harmony.hla_dissimilarity('A*01:01+A*02:01|A*01:02+A*02:02', 'A*01:01+A*02:01') AS one_of_two_genotypes,
  harmony.hla_dissimilarity('A*01:01~B*08:01+A*02:01~B*07:02', 'A*01:01+A*02:01^B*07:02+B*08:01') AS haplotypes,
  harmony.hla_dissimilarity('C*07:01+C*07:02', 'C*07:01+C*04:01', loci => '{c}') AS of_c,
  harmony.hla_dissimilarity('A*01:01+A*02:01', 'B*07:02+B*08:01') AS nothing_in_common,
  harmony.hla_dissimilarity('A*01:01+A*24:09N', 'A*01:01+A*02', 'jaccard') AS one_field;
SELECT harmony.hla_dissimilarity('A*01:01+A*02:01', NULL);
SELECT harmony.hla_dissimilarity('A*99:01++A*99:02', 'A*01:01');
SELECT harmony.hla_dissimilarity('A*99:01+A*99:AB', 'A*01:01');
SELECT harmony.hla_dissimilarity('A*99:01?A*99:02', 'A*01:01');
SELECT harmony.hla_dissimilarity('A*99:01+A*99:02+A*99:03', 'A*01:01');
SELECT harmony.hla_dissimilarity('A*99:01+A*99:02^A*99:03', 'A*01:01');
SELECT harmony.hla_dissimilarity('A*99:01/B*99:02', 'A*01:01');
SELECT harmony.hla_dissimilarity('', '');
SELECT harmony.hla_dissimilarity('A*01:01', 'A*01:01', 'hamming');
SELECT harmony.hla_dissimilarity('A*01:01', 'A*01:01', loci => '{MICA}');
SELECT harmony.hla_dissimilarity('A*01:01', 'A*01:01', loci => '{NULL}');
SELECT harmony.hla_dissimilarity('A*01:01', 'A*01:01', loci => '{{A}}');
SELECT harmony.hla_dissimilarity(t || '+' || t, t || '+' || t)
FROM (SELECT string_agg('A*' || i || ':01', '/') FROM generate_series(10, 42) i) s (t);

-- What of a typing may be told.
SELECT * FROM harmony_internal.hla_typing_summary('DRB1*15:01+DRB1*04:04^A*01:01+A*02:01^B*07:02');
SELECT * FROM harmony_internal.hla_typing_summary('C*07:01+C*07:02', '{C}');
SELECT * FROM harmony_internal.hla_typing_summary('A*01:01');
SELECT harmony_internal.hla_typing_summary(t || '+' || t)
FROM (SELECT string_agg('A*' || i || ':01', '/') FROM generate_series(10, 42) i) s (t);

-- Sealed.
\set ECHO none
\i test/lib/secrets.sql
SELECT pg_temp.put_secret('harmony.seal_key_file', '{"keys": [{"id": 7, "key": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}]}')
\g /dev/null
\set ECHO all
CREATE TEMP TABLE typing AS SELECT person, harmony.hla_seal(gl, person) AS sealed
FROM (VALUES ('11111111-1111-1111-1111-111111111111'::uuid, 'A*01:01+A*02:01'),
  ('22222222-2222-2222-2222-222222222222', 'A*0101+A*03:01')) v (person, gl);
SELECT harmony_internal.hla_sealed_key(sealed), length(sealed) FROM typing;
SELECT harmony.hla_sealed_dissimilarity(a.sealed, a.person, b.sealed, b.person) FROM typing a JOIN typing b ON a.person < b.person;
SELECT harmony.hla_sealed_dissimilarity(a.sealed, b.person, b.sealed, b.person) FROM typing a JOIN typing b ON a.person < b.person;
SELECT harmony_internal.hla_sealed_key('\x01');
SELECT encode(harmony_internal.hla_equality_token('A*01:01+A*02:01'), 'hex');
SELECT harmony_internal.hla_sealed_equality_token(sealed, person) = harmony_internal.hla_equality_token('A*0201+A*0101') AS same
FROM typing;
SELECT harmony.hla_seal('A*99:01+A*99', NULL) IS NULL AS nothing;
SELECT harmony.hla_seal('A*99:01+A*9', '11111111-1111-1111-1111-111111111111');
SELECT pg_temp.put_secret('harmony.seal_key_file', '{"keys": [{"id": 8, "key": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}]}');
SELECT harmony.hla_reseal(sealed, person) FROM typing;
SELECT pg_temp.put_secret('harmony.seal_key_file', '{"keys": "s3cr3t"}');
SELECT harmony.hla_reseal(sealed, person) FROM typing;
SELECT pg_temp.remove_secrets();
RESET harmony.seal_key_file;
SELECT harmony_internal.hla_equality_token('A*01:01');

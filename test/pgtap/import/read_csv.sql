-- harmony.read_csv: what comes out of the bytes of a file, and what is refused with which words.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

SELECT results_eq($$SELECT * FROM harmony.read_csv('a,b
"x, ""y""
z",2

3,4')$$, $$VALUES (1::bigint, 1::bigint, '{a,b}'::text[]), (2, 2, ARRAY[E'x, "y"\nz', '2']), (4, 5, '{3,4}')$$,
  'quotes, line ends inside them, a record without text that is counted');
SELECT results_eq($$SELECT cells FROM harmony.read_csv('\x6c696e650d0a611fe4', 'windows-1252')$$,
  $$VALUES ('{line}'::text[]), (ARRAY[E'a\u001f\u00e4'])$$, 'a named encoding');
SELECT results_eq($$SELECT cells FROM harmony.read_csv('\xfffe61003b0062000d0061003b000a00')$$, $$VALUES ('{a,b}'::text[]), ('{a,""}')$$,
  'UTF-16 by its mark, a semicolon by counting');
SELECT results_eq($$SELECT cells FROM harmony.read_csv('a:b,c', delimiter => ':')$$, $$VALUES ('{a,"b,c"}'::text[])$$, 'a named delimiter');
SELECT is_empty($$SELECT * FROM harmony.read_csv(NULL)$$, 'nothing of nothing');
SELECT is_empty($$SELECT * FROM harmony.read_csv('')$$, 'nothing of an empty file');
SELECT is_empty($$SELECT * FROM harmony.read_csv('\xefbbbf0a2c2c0a20')$$, 'nothing of a mark and blanks');
SELECT is((SELECT cardinality(cells) FROM harmony.read_csv(convert_to(repeat(',', 9999) || 'x', 'UTF8'))), 10000,
  'as many cells as may be');
SELECT is((SELECT count(*) FROM harmony.read_csv(convert_to(repeat(E'a,b\n', 100000), 'UTF8'))), 100000::bigint, 'many records');
SELECT is((SELECT length(cells[2]) FROM harmony.read_csv(convert_to('a,"' || repeat('""', 3000000) || '"', 'UTF8'))), 3000000,
  'a cell of many quotes');

-- State, message, detail and hint of what a file is refused with.
CREATE FUNCTION pg_temp.refusal(content bytea, encoding text DEFAULT NULL, delimiter text DEFAULT NULL) RETURNS text LANGUAGE plpgsql AS $$
DECLARE detail text; hint text;
BEGIN
  PERFORM harmony.read_csv(content, encoding, delimiter);
  RETURN 'none';
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  RETURN concat_ws('|', SQLSTATE, SQLERRM, detail, hint);
END $$;
SELECT is(pg_temp.refusal('\x610a62e4'), '22021|content is not text in encoding utf-8|Line 2, byte 3 of the content.|Name the right one in '
  'encoding: utf-8, windows-1252, iso-8859-1, utf-16le or utf-16be.', 'bytes that are no UTF-8');
SELECT is(left(pg_temp.refusal('\x6100'), 5), '22021', 'NUL');
SELECT is(left(pg_temp.refusal('\x610062000000', 'utf-16le'), 5), '22021', 'NUL of UTF-16');
SELECT is(left(pg_temp.refusal('\x81', 'windows-1252'), 5), '22021', 'a byte that windows-1252 lacks');
SELECT is(pg_temp.refusal('a', 'latin1'),
  '22023|encoding is not known||It is utf-8, windows-1252, iso-8859-1, utf-16le or utf-16be.', 'another encoding');
SELECT is(left(pg_temp.refusal('a', NULL, d), 5), '22023', format('delimiter %L', d)) FROM unnest('{"\"",ab,"",a,"\n"}'::text[]) d;
SELECT is(pg_temp.refusal(E'a\n"b'), '22P04|quote is not closed|Line 2.|', 'a quote that is not closed');
SELECT is(pg_temp.refusal(E'a\n"b"c'),
  '22P04|there is text after a closing quote|Line 2.|A quote inside a cell in quotes is written twice.',
  'text after a closing quote');
SELECT is(pg_temp.refusal(convert_to(repeat(',', 10000), 'UTF8')), '54000|record has more than 10000 cells|Line 1.|', 'too many cells');
SELECT is((SELECT (provolatile, proparallel, proisstrict)::text FROM pg_proc WHERE oid = 'harmony.read_csv(bytea,text,text)'::regprocedure),
  '(i,s,f)', 'immutable, safe in parallel');

-- Texts as they are compared.
SELECT is(harmony_internal.normalized_text(given COLLATE "und-x-icu"), wanted, format('%L', given))
FROM (VALUES (E' A\u00a0 b\n', 'a b'), (E'\u201cA\u2019', '"a'''), (E'a\u0308\u00c4', E'\u00e4\u00e4'), (E'\ufeffx\u00ad\u200b', 'x'), ('',
  ''),
  (E'\u0130', E'i\u0307')) t (given, wanted);
SELECT is(harmony_internal.trimmed_text(E'\u00a0 a  B\u200b'), 'a  B', 'trimmed');
SELECT results_eq($$SELECT (t).clock, (t).ahead FROM (SELECT harmony_internal.read_time('2026-03-01T09:00:00.5+01', NULL) AS t) r$$,
  $$VALUES ('2026-03-01 09:00:00.5'::timestamp, 3600)$$, 'a time');
SELECT is(harmony_internal.read_time('31.02.2026', '{DD.MM.YYYY}'), NULL, 'no real date');
SELECT is((harmony_internal.read_time('3/1/2026', '{DD.MM.YYYY,MM/DD/YYYY}')).clock, '2026-03-01'::timestamp, 'one of several formats');
SELECT throws_ok($$SELECT harmony_internal.read_time('x', '{DD.MM}')$$, '22023', 'time_format is not valid');
SELECT is(harmony_internal.read_time(NULL, NULL), NULL, 'no text, no time');
SELECT * FROM finish();

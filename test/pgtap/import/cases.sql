-- Every case of the shared data of imports: figures, submissions with their scores, rejects, errors, what a dry run tells. In another time
-- zone and with other ways of writing values than the default's: nothing may change.
-- The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\set present `cd "${HARMONY_DATA:-../shared/data}" 2>&- && [ -r import/cases.jsonl ] && echo true || echo false`
\if :present
SELECT harmony.install('assessment') \g /dev/null
\ir ../../lib/imports.sql
\set instruments `cat "${HARMONY_DATA:-../shared/data}/import/instruments.json"`
\set presets `cat "${HARMONY_DATA:-../shared/data}/import/presets.json"`
\set cases `cat "${HARMONY_DATA:-../shared/data}/import/cases.jsonl"`
\set mutated `gzip -dc "${HARMONY_DATA:-../shared/data}/import/mutated.jsonl.gz"`
\set files `cd "${HARMONY_DATA:-../shared/data}/import/files" && for f in *; do printf '%s %s\n' "$f" "$(base64 -w 0 "$f")"; done`
SELECT public.add_instruments(:'instruments');
CREATE TEMP TABLE content AS
SELECT jsonb_object_agg(split_part(l, ' ', 1), split_part(l, ' ', 2)) AS files FROM regexp_split_to_table(:'files', '\n') l;
CREATE TEMP TABLE cases AS
SELECT row_number() OVER () AS n, l::jsonb AS c FROM (
  SELECT l FROM regexp_split_to_table(:'cases', '\n') l WHERE l <> '' UNION ALL
  SELECT l FROM regexp_split_to_table(:'mutated', '\n') l WHERE l <> '') t;
SELECT is((SELECT count(*) FROM cases), 108::bigint, 'the cases are there');
SELECT is((SELECT jsonb_agg(jsonb_build_object('code', p.code, 'shape', p.shape, 'mapping', p.mapping, 'note', p.note) ORDER BY p.code)
           FROM assessment.import_preset p), (SELECT jsonb_agg(e ORDER BY e ->> 'code') FROM jsonb_array_elements(:'presets') e),
             'the presets');

SET TimeZone = 'Asia/Tokyo';
SET DateStyle = 'German';
SET extra_float_digits = 0;
CREATE FUNCTION pg_temp.run_cases(first bigint, last bigint) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  chosen record;
BEGIN
  FOR chosen IN SELECT c.c, f.files FROM cases c, content f WHERE c.n BETWEEN first AND last ORDER BY c.n LOOP
    RETURN QUERY SELECT * FROM public.check_case(chosen.c, chosen.files);
    PERFORM public.forget_case();
  END LOOP;
END $$;
\set first `echo ${FIRST:-1}`
\set last `echo ${LAST:-1000}`
SELECT pg_temp.run_cases(:first, :last);
\else
SELECT skip('no data of imports in $HARMONY_DATA or ../shared/data', 1);
\endif
SELECT * FROM finish();

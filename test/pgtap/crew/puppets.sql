-- An employer with puppet accounts and a year of time: nothing that is told about groups changes by what fewer than five people who count
-- have said. test/lib/puppets.sql plays the year; test/deep/puppets.sh plays 500 and more. HARMONY_YEARS years of each mode (1).
\set years `printf %s "${HARMONY_YEARS:-1}"`
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\set rights `sed -n '/^-- Rights of requests/,/^-- End of rights/p' docs/explanation/security.md`
:rights
\ir ../../lib/puppets.sql
CREATE TEMP TABLE year AS
  SELECT mode, n, puppets_year(n / 1000.0, mode, 30) AS found FROM unnest('{verified,young}'::text[]) mode, generate_series(1, :years) n;
SELECT is(found -> 'usable', '0', format('%s, year %s: nothing that an employer can use', mode, n)) FROM year;
SELECT is((found -> 'what')::text, 'null', format('%s, year %s: what', mode, n)) FROM year;
SELECT cmp_ok((SELECT sum((found -> 'figures')::int) FROM year), '>=', 60::bigint * :years,
  'many figures were published');
SELECT ok((SELECT bool_or(found -> 'kinds' ? k) FROM year), k || ' among them')
  FROM unnest('{survey,rwg,weather,toxicity,fairness}'::text[]) k;

-- The suite finds what there is to be found: four puppets that have waited know all but one of the first five answers.
SELECT cmp_ok((puppets_year(0.001, 'waiting', 20) -> 'usable')::int, '>', 0, 'what puppets that have waited learn is found');
SELECT * FROM finish();
ROLLBACK;

-- Every case of the shared data of delivery: R's survival, Python (rational arithmetic, whole ancestor sets, IANA zones), and the
-- histories of two repositories (delivery/README.md there), numbers to a relative 1e-9.
-- The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data' 2>&- && [ -r delivery/cases.jsonl ] && [ -r git/pgvector/commits.csv ] && echo true || echo false`
\if :present

-- Whether what was got has all that is wanted. A NULL is an absent key.
CREATE FUNCTION pg_temp.has(got jsonb, want jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF want IS NULL OR jsonb_typeof(want) = 'null' THEN RETURN got IS NULL OR jsonb_typeof(got) = 'null';
  ELSIF jsonb_typeof(got) IS DISTINCT FROM jsonb_typeof(want) THEN RETURN false;
  ELSIF jsonb_typeof(want) = 'number' THEN RETURN abs(got::float8 - want::float8) <= 1e-9 * abs(want::float8);
  ELSIF jsonb_typeof(want) = 'object' THEN
    RETURN NOT EXISTS (SELECT FROM jsonb_object_keys(want) k WHERE NOT pg_temp.has(got -> k, want -> k));
  END IF;
  RETURN got = want;
END $$;
-- The elements of a list.
CREATE FUNCTION pg_temp.items(list jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce((SELECT array_agg(e ORDER BY o) FROM jsonb_array_elements_text(list) WITH ORDINALITY s (e, o)), '{}') $$;
SELECT pg_temp.has('{"a": [1, null], "b": 2}', '{"a": [1, null], "b": 2.0000000001}') AND NOT pg_temp.has('{"a": 1}', '{"a": 1.001}')
  AND NOT pg_temp.has('{"a": null}', '{"a": 1}') AND NOT pg_temp.has('{"a": 1}', '{"a": null}') AS works \gset
SELECT ok(:'works', 'the comparison sees a difference');

\set content `cat "${HARMONY_DATA:-../shared/data}/delivery/cases.jsonl"`
CREATE TEMP TABLE cases AS
SELECT j ->> 'id' AS id, j ->> 'kind' AS kind, j -> 'args' AS a, j -> 'want' AS want
FROM (SELECT line::jsonb AS j FROM regexp_split_to_table(:'content', '\n') line WHERE line <> '') s;
SELECT cmp_ok((SELECT count(*) FROM cases), '>=', 180::bigint, 'the cases are there');

-- What the function of a case gives.
CREATE FUNCTION pg_temp.got(kind text, a jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  CASE kind
    WHEN 'first_containing' THEN
      RETURN (SELECT jsonb_agg(jsonb_build_array(commit_id, head) ORDER BY commit_id)
              FROM harmony.first_containing(pg_temp.items(a -> 0)::bigint[], pg_temp.items(a -> 1)::bigint[],
                pg_temp.items(a -> 2)::bigint[]));
    WHEN 'kaplan_meier' THEN
      RETURN (SELECT to_jsonb(r) || jsonb_build_object('low', r.median_low, 'high', r.median_high)
              FROM (SELECT (harmony.kaplan_meier(t, e)).*
                    FROM unnest(pg_temp.items(a -> 0)::float8[], pg_temp.items(a -> 1)::boolean[]) u (t, e)) r);
    WHEN 'forecast_items' THEN
      RETURN to_jsonb(harmony.forecast_items(pg_temp.items(a -> 0)::integer[], (a ->> 1)::integer, pg_temp.items(a -> 2)::float8[]));
    WHEN 'forecast_periods' THEN
      RETURN to_jsonb(harmony.forecast_periods(pg_temp.items(a -> 0)::integer[], (a ->> 1)::integer, pg_temp.items(a -> 2)::float8[]));
    WHEN 'median_interval' THEN
      RETURN to_jsonb(harmony.median_interval(pg_temp.items(a -> 0)::float8[], (a ->> 1)::float8));
    WHEN 'wilson_interval' THEN RETURN to_jsonb(harmony.wilson_interval((a ->> 0)::bigint, (a ->> 1)::bigint));
    WHEN 'bus_factor' THEN RETURN to_jsonb(harmony.bus_factor(pg_temp.items(a -> 0)::bigint[], (a ->> 1)::float8));
    WHEN 'gini' THEN RETURN to_jsonb(harmony.gini(pg_temp.items(a -> 0)::float8[]));
    WHEN 'working_seconds' THEN
      RETURN to_jsonb(harmony.working_seconds((a ->> 0)::timestamptz, (a ->> 1)::timestamptz, a ->> 2, (a ->> 3)::time, (a ->> 4)::time,
        pg_temp.items(a -> 5)::integer[], pg_temp.items(a -> 6)::date[]));
    WHEN 'deployment_frequency' THEN
      RETURN to_jsonb(harmony.deployment_frequency(pg_temp.items(a -> 0)::timestamptz[], (a ->> 1)::timestamptz, (a ->> 2)::timestamptz,
        a ->> 3));
    WHEN 'flow' THEN
      RETURN to_jsonb(harmony.flow(pg_temp.items(a -> 0),
        (SELECT coalesce(array_agg(to_timestamp(s::float8) ORDER BY o), '{}') FROM unnest(pg_temp.items(a -> 1)) WITH ORDINALITY u (s, o)),
        to_timestamp((a ->> 2)::float8), to_timestamp((a ->> 3)::float8)));
  END CASE;
END $$;
SELECT ok(pg_temp.has(pg_temp.got(kind, a), want), id) FROM cases;

-- ---- histories of two repositories: commits, their parents and the release that was the first to contain them ----
CREATE TEMP TABLE commits (repository text, id text, number bigint, parents text[], authored_at timestamptz, first_release text);
CREATE TEMP TABLE releases (repository text, name text, head text, position integer, released_at timestamptz);
CREATE FUNCTION pg_temp.cells(content text) RETURNS SETOF text[] LANGUAGE sql AS $$
  SELECT string_to_array(line, ',') FROM regexp_split_to_table(content, '\r?\n') WITH ORDINALITY s (line, i) WHERE i > 1 AND line <> '' $$;
\set content `cat "${HARMONY_DATA:-../shared/data}/delivery/git/commits.csv"`
INSERT INTO commits SELECT 'pg_cron', c[1], c[1]::bigint, string_to_array(c[2], ' '), to_timestamp(c[3]::float8), nullif(c[5], '')
FROM pg_temp.cells(:'content') c;
\set content `cat "${HARMONY_DATA:-../shared/data}/delivery/git/releases.csv"`
INSERT INTO releases SELECT 'pg_cron', c[1], c[2], row_number() OVER (ORDER BY c[3]::bigint, c[1]::int), to_timestamp(c[3]::float8)
FROM pg_temp.cells(:'content') c;
\set content `cat "${HARMONY_DATA:-../shared/data}/git/pgvector/commits.csv"`
INSERT INTO commits SELECT 'pgvector', c[1], ('x' || md5(c[1]))::bit(64)::bigint, string_to_array(c[2], ' '), c[3]::timestamptz, NULL
FROM pg_temp.cells(:'content') c;
\set content `cat "${HARMONY_DATA:-../shared/data}/git/pgvector/releases.csv"`
INSERT INTO releases SELECT 'pgvector', c[1], c[2], row_number() OVER (ORDER BY c[3]::timestamptz), c[3]::timestamptz
FROM pg_temp.cells(:'content') c;
\set content `cat "${HARMONY_DATA:-../shared/data}/git/pgvector/release_commits.csv"`
UPDATE commits SET first_release = c[1] FROM pg_temp.cells(:'content') c WHERE repository = 'pgvector' AND id = c[2];

CREATE TEMP TABLE found AS
SELECT e.repository, c.id, f.head
FROM (SELECT c.repository, array_agg(c.number) AS child, array_agg(p.number) AS parent
      FROM commits c LEFT JOIN LATERAL unnest(nullif(c.parents, '{}')) WITH ORDINALITY u (id, o) ON true
        LEFT JOIN commits p ON p.repository = c.repository AND p.id = u.id GROUP BY c.repository) e
  JOIN (SELECT r.repository, array_agg(c.number ORDER BY r.position) AS heads
        FROM releases r JOIN commits c ON c.repository = r.repository AND c.id = r.head GROUP BY r.repository) h USING (repository),
  LATERAL harmony.first_containing(child, parent, heads) f
  JOIN commits c ON c.number = f.commit_id WHERE c.repository = e.repository;
SELECT is_empty($$
  SELECT c.repository, c.id, c.first_release, r.name
  FROM commits c LEFT JOIN found f USING (repository, id) LEFT JOIN releases r ON r.repository = c.repository AND r.position = f.head
  WHERE c.first_release IS DISTINCT FROM r.name
    AND NOT (c.repository = 'pgvector' AND cardinality(c.parents) > 1) -- which its list leaves out
$$, 'the first release that contains each commit, of both repositories');

-- Lead times of what is no merge and in no seed, the first release.
\set figures `cat "${HARMONY_DATA:-../shared/data}/delivery/git/figures.json"`
SELECT ok(pg_temp.has(to_jsonb(g), j.value), j.key || ': counts and lead times')
FROM jsonb_each(:'figures'::jsonb) j,
  LATERAL (SELECT count(*) AS commits, count(f.head) AS released, count(*) FILTER (WHERE cardinality(c.parents) > 1) AS merges,
      (SELECT count(*) FROM releases WHERE repository = j.key) AS releases, (s).n AS lead_n, (s).n_negative AS lead_skewed,
      (s).median AS lead_median, (s).low AS lead_low, (s).high AS lead_high, (s).p75 AS lead_p75, (s).p90 AS lead_p90
    FROM commits c LEFT JOIN found f USING (repository, id),
      (SELECT harmony.duration_summary(c.authored_at, r.released_at) AS s
       FROM found f JOIN commits c USING (repository, id) JOIN releases r ON r.repository = f.repository AND r.position = f.head
       WHERE f.repository = j.key AND f.head > 1 AND cardinality(c.parents) <= 1) l
    WHERE c.repository = j.key GROUP BY s) g;

\else
SELECT skip('no delivery data in $HARMONY_DATA or ../shared/data', 1);
\endif
SELECT * FROM finish();
ROLLBACK;

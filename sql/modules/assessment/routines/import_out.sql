-- What analysts take out again: scores a row, a codebook, a check of the keys. PL/pgSQL, since the views are created after the routines.

-- The submissions that count of one instrument: everybody's newest full form.
CREATE OR REPLACE FUNCTION assessment.newest_submissions(instrument integer, persons uuid[] DEFAULT NULL)
RETURNS TABLE (person_id uuid, id bigint, answers smallint[])
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
  SELECT DISTINCT ON (s.person_id) s.person_id, s.id, s.answers FROM assessment.submission s
  WHERE s.instrument_id = newest_submissions.instrument AND s.mode <> 'adaptive' AND (persons IS NULL OR s.person_id = ANY (persons))
  ORDER BY s.person_id, s.submitted_at DESC, s.id DESC;
END;
COMMENT ON FUNCTION assessment.newest_submissions(integer, uuid[]) IS
'The newest full submission of each of these persons, or of everybody, to an instrument.';

CREATE OR REPLACE FUNCTION assessment.check_key(instrument text, persons uuid[] DEFAULT NULL)
RETURNS TABLE ("position" integer, code text, trait text, keyed smallint, n bigint, r float8, low float8, high float8, verdict text)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 50 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  chosen CONSTANT assessment.instrument := assessment.require_instrument(instrument);
BEGIN
  RETURN QUERY
  WITH scale AS (
    SELECT a.trait, harmony.reliability(a.items) AS found
    FROM assessment.newest_submissions(chosen.id, check_key.persons) w
    JOIN assessment.scale_answers a ON a.person_id = w.person_id AND a.submission_id = w.id GROUP BY a.trait
  ), item AS (
    SELECT i.position, t.code, i.trait, i.keyed, i.place, i.items
    FROM assessment.scale_item i JOIN assessment.item t ON t.instrument_id = i.instrument_id AND t.position = i.position
    WHERE i.instrument_id = chosen.id
  )
  SELECT i.position, i.code, i.trait, i.keyed, coalesce((s.found).n, 0), c.r, (c.ends).low, (c.ends).high,
    CASE WHEN i.items = 1 THEN 'single' WHEN coalesce((s.found).n, 0) < 10 THEN 'few' WHEN c.r IS NULL THEN 'constant'
         WHEN (c.ends).high < 0 THEN 'negative' WHEN (c.ends).low <= 0 THEN 'zero' ELSE 'ok' END
  FROM item i LEFT JOIN scale s ON s.trait = i.trait
  CROSS JOIN LATERAL (
    SELECT (s.found).item_total_r[i.place] AS r,
           harmony_internal.correlation_interval((s.found).item_total_r[i.place], (s.found).n) AS ends) c
  ORDER BY i.position, i.trait;
END
$$;
COMMENT ON FUNCTION assessment.check_key(text, uuid[]) IS
'Whether the items of an instrument point where their keys say: the correlation r of each item, in the direction of its key, with the sum of
the other items of its scale, over everybody''s newest submission that answers the whole scale, with its 95 % interval (Fisher 1921).

verdict: negative, the interval is below 0: look at the key; zero, 0 lies within; ok; constant, nothing varies; few, fewer than 10 people;
single, the scale has no other item. persons NULL: everybody. Of forced choice there is nothing to check: n is 0. Errors: 22023.';

CREATE OR REPLACE FUNCTION assessment.codebook(instrument text)
RETURNS TABLE (variable text, kind text, "position" integer, text text, trait text, keyed smallint, minimum float8, maximum float8,
               labels jsonb, n bigint, missing bigint, mean float8, sd float8, alpha float8)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 60 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  chosen CONSTANT assessment.instrument := assessment.require_instrument(instrument);
  words CONSTANT jsonb := (
    SELECT jsonb_object_agg(l.language, l.labels) FROM (
      SELECT a.language, jsonb_object_agg(a.label, a.value) AS labels FROM assessment.answer_label a WHERE a.instrument_id = chosen.id
      GROUP BY a.language) l);
BEGIN
  RETURN QUERY
  WITH newest AS MATERIALIZED (SELECT w.* FROM assessment.newest_submissions(chosen.id) w),
  answer AS (
    SELECT a.position, count(a.value) AS n, count(*) - count(a.value) AS missing, avg(a.value)::float8 AS mean,
           stddev_samp(a.value)::float8 AS sd
    FROM newest w CROSS JOIN LATERAL unnest(w.answers) WITH ORDINALITY a (value, position) GROUP BY a.position
  ), scale AS (
    SELECT t.trait, count(r.score) AS n, count(*) - count(r.score) AS missing, avg(r.score) AS mean, stddev_samp(r.score) AS sd
    FROM newest w CROSS JOIN (SELECT DISTINCT i.trait FROM assessment.scale_item i WHERE i.instrument_id = chosen.id) t
    LEFT JOIN assessment.result r ON r.person_id = w.person_id AND r.submission_id = w.id AND r.trait = t.trait GROUP BY t.trait
  )
  SELECT coalesce(i.code, i.position::text), 'item', i.position, i.text, i.trait, i.keyed, chosen.scale_min::float8,
    chosen.scale_max::float8,
         words, coalesce(a.n, 0), coalesce(a.missing, 0), a.mean, a.sd, NULL::float8
  FROM assessment.item i LEFT JOIN answer a ON a.position = i.position WHERE i.instrument_id = chosen.id
  UNION ALL
  SELECT t.code, 'scale', NULL, t.label, t.code, NULL, 0, 100, NULL, coalesce(s.n, 0), coalesce(s.missing, 0), s.mean, s.sd,
         (SELECT l.alpha FROM assessment.scale_reliability l WHERE l.instrument_id = chosen.id AND l.trait = t.code)
  FROM assessment.trait t LEFT JOIN scale s ON s.trait = t.code
  WHERE t.code IN (SELECT i.trait FROM assessment.scale_item i WHERE i.instrument_id = chosen.id)
  ORDER BY 2, 3, 1;
END
$$;
COMMENT ON FUNCTION assessment.codebook(text) IS
'What the data of an instrument are: a row an item, then a row a scale (its score, 0 to 100, percentage of maximum possible), over
everybody''s newest submission.

variable: the item''s code, else its position; the trait of a scale. mean and sd (divisor n - 1): of an item''s answers as they were given,
not turned. labels: {language: {label: number}}. alpha: of the scale, as in assessment.scale_reliability. Errors: 22023.';

-- The columns of scores and items of an export, as text of a query.
CREATE OR REPLACE FUNCTION assessment.export_columns(chosen integer[], items boolean) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH trait AS (
    SELECT t.trait, min(t.instrument_id) AS first, min(t.position) AS place, bool_or(k.norm_mean IS NOT NULL) AS has_norms
    FROM assessment.item t JOIN assessment.scoring_key k USING (instrument_id) WHERE t.instrument_id = ANY (chosen) GROUP BY t.trait
  ), item AS (
    SELECT t.instrument_id, t.position, coalesce(t.code, t.position::text) AS name, i.code AS instrument,
           count(*) OVER (PARTITION BY coalesce(t.code, t.position::text)) AS times
    FROM assessment.item t JOIN assessment.instrument i ON i.id = t.instrument_id WHERE t.instrument_id = ANY (chosen)
  )
  SELECT concat_ws(', ',
    (SELECT string_agg(format('max(r.score) FILTER (WHERE r.trait = %L) AS %I', t.trait, t.trait)
       || CASE WHEN t.has_norms THEN
         format(', max(r.t_score) FILTER (WHERE r.trait = %1$L) AS %2$I, max(r.percentile) FILTER (WHERE r.trait = '
          '%1$L) AS %3$I', t.trait, 't_' || t.trait, 'p_' || t.trait) ELSE '' END, ', ' ORDER BY t.first, t.place, t.trait) FROM trait t),
    CASE WHEN items THEN (
      SELECT string_agg(format('CASE s.instrument_id WHEN %s THEN s.answers[%s] END AS %I', m.instrument_id, m.position,
        CASE WHEN m.times > 1 THEN m.instrument || '_' || m.name ELSE m.name END), ', ' ORDER BY m.instrument_id, m.position)
          FROM item m) END);
END;
COMMENT ON FUNCTION assessment.export_columns(integer[], boolean) IS
'The columns of an export as text: the score of each trait, with t_ and p_ where the instrument is read against norms, and the answers by
the items'' codes, with the instrument''s where several have one. Every name is from the catalog, quoted.';

CREATE OR REPLACE FUNCTION assessment.export_scores(name text, instruments text[] DEFAULT NULL, which text DEFAULT 'newest',
                                                    persons text DEFAULT 'email', items boolean DEFAULT false) RETURNS regclass
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT integer[] := CASE WHEN instruments IS NULL
    THEN ARRAY (SELECT DISTINCT s.instrument_id FROM assessment.submission s JOIN assessment.instrument i ON i.id = s.instrument_id
                WHERE NOT i.is_private)
    ELSE ARRAY (SELECT (assessment.require_instrument(i)).id FROM unnest(instruments) i) END;
  who CONSTANT text := CASE
    WHEN persons = 'email' THEN 'a.email' WHEN persons = 'id' THEN 'a.id' WHEN persons = 'pseudonym'
      THEN '(SELECT p.pseudonym FROM platform.pseudonym p WHERE p.account_id = a.id)'
    WHEN starts_with(persons, 'external:')
      THEN format('(SELECT min(k.key) FROM assessment.person_key k WHERE k.person_id = a.id AND k.source = %L)', substr(persons, 10)) END;
BEGIN
  IF coalesce(name, '') = '' OR octet_length(name) > 63 OR items IS NULL THEN
    RAISE EXCEPTION 'a view has a name of 1 to 63 bytes, and items is true or false' USING ERRCODE = 'invalid_parameter_value';
  ELSIF which NOT IN ('newest', 'all') OR which IS NULL THEN
    RAISE EXCEPTION 'which is not known' USING ERRCODE = 'invalid_parameter_value', HINT = 'It is newest or all.';
  ELSIF who IS NULL THEN
    RAISE EXCEPTION 'persons is not known' USING ERRCODE = 'invalid_parameter_value', HINT =
      'It is email, id, pseudonym or external:<source>.';
  ELSIF chosen = '{}' THEN
    RAISE EXCEPTION 'there is nothing to export' USING ERRCODE = 'invalid_parameter_value', HINT = 'Nobody has answered an instrument.';
  END IF;
  EXECUTE format($view$
    CREATE TEMP VIEW %I AS
    SELECT %s AS person, k.instrument, (
        SELECT i.wave FROM assessment.import_row i WHERE i.person_id = s.person_id AND i.submission_id = s.id ORDER BY i.batch DESC LIMIT 1)
        AS wave, s.submitted_at, g.*
    FROM (SELECT %s b.*, (SELECT bool_and(q.reliable) FROM assessment.result q WHERE q.person_id = b.person_id AND q.submission_id = b.id)
            AS is_reliable
          FROM assessment.submission b WHERE b.instrument_id = ANY (%L::integer[])%s) s
    JOIN platform.account a ON a.id = s.person_id JOIN assessment.scoring_key k ON k.instrument_id = s.instrument_id
    CROSS JOIN LATERAL (
      SELECT bool_and(r.reliable) AS reliable, ARRAY (
          SELECT DISTINCT f.flag FROM assessment.result d CROSS JOIN unnest(d.flags) f (flag)
          WHERE d.person_id = s.person_id AND d.submission_id = s.id ORDER BY f.flag) AS flags, %s
      FROM assessment.result r WHERE r.person_id = s.person_id AND r.submission_id = s.id) g$view$,
    name, who, CASE which WHEN 'newest' THEN 'DISTINCT ON (b.person_id, b.instrument_id)' ELSE '' END, chosen,
    CASE which WHEN 'newest' THEN ' ORDER BY b.person_id, b.instrument_id, coalesce((SELECT bool_and(q.reliable) FROM assessment.result q '
      'WHERE q.person_id = b.person_id AND q.submission_id = b.id), false) DESC, b.submitted_at DESC, b.id DESC' ELSE '' END,
    assessment.export_columns(chosen, items));
  PERFORM platform.audit('scores.exported', 'view/' || name, jsonb_build_object('instruments', chosen, 'persons', persons));
  RETURN format('pg_temp.%I', name)::regclass;
END
$$;
COMMENT ON FUNCTION assessment.export_scores(text, text[], text, text, boolean) IS
'Makes a temporary view of scores, a row a person and instrument, and returns its name; audited.

Columns: person, instrument (code@version), wave, submitted_at, reliable, flags; a column a trait, with t_<trait> (T score) and p_<trait>
(percentile) where the instrument is read against norms; with items the answers by the items'' codes. instruments: codes or code@version,
NULL: all that were answered; which: newest, the newest reliable submission, else the newest, or all; persons: email, id,
external:<source>, or pseudonym, by which a person is known to analysts. A number that is not there is NULL. Errors: 42P07 the name is
taken; 22023 an instrument or a word that is not known.';

-- Random statements of every size, then the question whether all is true. HARMONY_ROWS rows are touched (30,000), the seed is fixed.
\set rows `printf %s "${HARMONY_ROWS:-30000}"`
BEGIN;
SET search_path = public, pg_catalog;
SELECT plan(6);
SELECT setseed(0.42) IS NULL AS seeded \gset
ANALYZE assessment.submission, assessment.result, assessment.profile;  -- empty: the plans must hold for what follows
INSERT INTO platform.account (id, email) SELECT ('00000000-0000-0000-0001-' || lpad(k::text, 12, '0'))::uuid, k || '@random.example.org'
  FROM generate_series(1, 2000) k;

CREATE TEMP TABLE tally (what text, statements int, touched bigint);
CREATE FUNCTION pg_temp.some_answers(n_items int, lowest int, highest int) RETURNS smallint[] LANGUAGE sql VOLATILE AS $$
  SELECT array_agg(CASE WHEN random() < 0.9 THEN lowest + floor(random() * (highest - lowest + 1)) END::smallint)
    FROM generate_series(1, n_items) $$;
-- New rows of random people and instruments; 1 in 10 carries times.
CREATE FUNCTION pg_temp.some_submissions(n int) RETURNS TABLE (person_id uuid, instrument_id int, submitted_at timestamptz,
  answers smallint[], response_ms int[]) LANGUAGE plpgsql VOLATILE AS $$
DECLARE k record;
BEGIN
  FOR i IN 1 .. n LOOP
    SELECT s.instrument_id, cardinality(s.keyed) AS n_items, s.scale_min, s.scale_max INTO k FROM assessment.scoring_key s
    WHERE s.instrument LIKE ANY
      ('{ipip-ffm-50@1,reasoning-18@1,motivation-24@1,resilience-10@1,leadership-preferences-12@1,forced-choice-30@1}')
      ORDER BY s.instrument_id OFFSET floor(random() * 6)::int LIMIT 1;
    person_id := ('00000000-0000-0000-0001-' || lpad((1 + floor(random() * 2000))::text, 12, '0'))::uuid;
    instrument_id := k.instrument_id;
    submitted_at := timestamptz '2024-01-01' + floor(random() * 300) * interval '1 day';
    answers := pg_temp.some_answers(k.n_items, k.scale_min, k.scale_max);
    response_ms := CASE WHEN random() < 0.1 THEN (SELECT array_agg((random() * 8000)::int) FROM generate_series(1, k.n_items)) END;
    RETURN NEXT;
  END LOOP;
END $$;

CREATE FUNCTION pg_temp.run(goal bigint) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE done bigint := 0; n int; choice float8; size int; touched bigint; what text;
BEGIN
  WHILE done < goal LOOP
    choice := random();
    -- Single rows most of the time, now and then up to 5,000 at once.
    size := CASE WHEN random() < 0.5 THEN 1 ELSE floor(exp(random() * ln(5000))) END;
    size := least(size, goal - done);
    IF choice < 0.55 THEN
      what := 'insert';
      INSERT INTO assessment.submission (person_id, instrument_id, submitted_at, answers, response_ms) SELECT *
        FROM pg_temp.some_submissions(size);
    ELSIF choice < 0.7 THEN
      what := 'update answers';
      UPDATE assessment.submission s SET answers = CASE WHEN random() < 0.5 THEN array_replace(s.answers, 2::smallint, 1::smallint)
        ELSE s.answers[2:] || s.answers[1] END
      WHERE s.ctid = ANY (ARRAY (SELECT t.ctid FROM assessment.submission t ORDER BY random() LIMIT size));
    ELSIF choice < 0.8 THEN
      what := 'update time';
      UPDATE assessment.submission s SET submitted_at = s.submitted_at - interval '100 days' * random()
        WHERE s.ctid = ANY (ARRAY (SELECT t.ctid FROM assessment.submission t ORDER BY random() LIMIT size));
    ELSIF choice < 0.85 THEN
      what := 'update person';
      UPDATE assessment.submission s SET person_id = ('00000000-0000-0000-0001-' || lpad((1 + floor(random() * 2000))::text, 12, '0'))::uuid
      WHERE s.ctid = ANY (ARRAY (SELECT t.ctid FROM assessment.submission t ORDER BY random() LIMIT size));
    ELSE
      what := 'delete';
      DELETE FROM assessment.submission s WHERE s.ctid = ANY (ARRAY (SELECT t.ctid FROM assessment.submission t
        ORDER BY random() LIMIT size));
    END IF;
    GET DIAGNOSTICS touched = ROW_COUNT;
    done := done + touched;
    INSERT INTO tally VALUES (what, 1, touched);
  END LOOP;
  RETURN done;
END $$;

SELECT cmp_ok(pg_temp.run(:rows), '>=', :rows::bigint, 'rows were inserted, changed and deleted');
SELECT is((SELECT count(DISTINCT what) FROM tally), 5::bigint, 'by every kind of statement');
SELECT cmp_ok((SELECT count(*) FROM assessment.result), '>', 0::bigint, 'there are results');
SELECT is((SELECT count(*) FROM assessment.verify_snapshots()), 0::bigint, 'and all of them are true');
ANALYZE assessment.submission, assessment.result;
-- A person who left by UPDATE or DELETE keeps nothing: results without their submission.
SELECT is((SELECT count(*) FROM assessment.result r LEFT JOIN assessment.submission s ON s.person_id = r.person_id
  AND s.id = r.submission_id WHERE s.id IS NULL), 0::bigint, 'no result without its submission');
SELECT is((SELECT count(*) FROM assessment.submission s LEFT JOIN assessment.profile p USING (person_id) WHERE p.person_id IS NULL),
  0::bigint, 'no answers without a profile');
\if `[ -n "$HARMONY_VERBOSE" ] && echo true || echo false`
SELECT '# ' || what, sum(statements), sum(touched) FROM tally GROUP BY 1;
\endif
SELECT * FROM finish();
ROLLBACK;

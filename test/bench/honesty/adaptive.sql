-- People who answer the shipped reasoning test in full and adaptively: table bench.both, one row a person; bench.unfinished, results of
-- sessions that were broken off after two items. Variables: people, seed.
SELECT setseed(:seed) IS NULL AS seeded \gset
CREATE TABLE bench.item AS
SELECT i.id AS instrument, t.position, t.correct_option, p.discrimination AS a, p.difficulty AS b
FROM assessment.instrument i JOIN assessment.item t ON t.instrument_id = i.id
JOIN assessment.item_parameter p ON p.instrument_id = t.instrument_id AND p.position = t.position
WHERE i.code = 'reasoning-18' AND i.version = 1;
-- A normal number from two uniform ones (Box and Muller).
CREATE TABLE bench.person AS
SELECT k, sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) AS theta FROM generate_series(1, :people) k;

-- The right option or the next one.
CREATE FUNCTION bench.answer(item bench.item, theta float8) RETURNS smallint LANGUAGE sql VOLATILE AS $$
  SELECT CASE WHEN random() < 1 / (1 + exp(-item.a * (theta - item.b))) THEN item.correct_option
              ELSE (1 + item.correct_option % 4)::smallint END $$;
CREATE FUNCTION bench.session(theta float8, most integer) RETURNS smallint[] LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  test integer := (SELECT min(instrument) FROM bench.item);
  answers smallint[] := array_fill(NULL::smallint, ARRAY[18]);
  open integer := (assessment.choose_item(test, answers)).item;
  queued integer := assessment.queue_item(test, answers, open);
BEGIN
  FOR k IN 1 .. most LOOP
    EXIT WHEN open IS NULL;
    answers[open] := (SELECT bench.answer(i, theta) FROM bench.item i WHERE i.position = open);
    open := queued;
    queued := assessment.queue_item(test, answers, open);
  END LOOP;
  RETURN answers;
END $$;

INSERT INTO platform.account (id, email)
SELECT md5(form || k)::uuid, form || k || '@example.org' FROM bench.person, unnest('{full,adaptive,broken}'::text[]) form;
INSERT INTO assessment.submission (person_id, instrument_id, mode, answers)
SELECT md5('full' || p.k)::uuid, (SELECT min(instrument) FROM bench.item), 'full',
       (SELECT array_agg(bench.answer(i, p.theta) ORDER BY i.position) FROM bench.item i)
FROM bench.person p;
INSERT INTO assessment.submission (person_id, instrument_id, mode, answers)
SELECT md5('adaptive' || p.k)::uuid, (SELECT min(instrument) FROM bench.item), 'adaptive', bench.session(p.theta, 18) FROM bench.person p;
INSERT INTO assessment.submission (person_id, instrument_id, mode, answers)
SELECT md5('broken' || p.k)::uuid, (SELECT min(instrument) FROM bench.item), 'adaptive', bench.session(p.theta, 2)
FROM bench.person p WHERE p.k <= 20;

CREATE FUNCTION bench.ability(form text, k integer) RETURNS float8 LANGUAGE sql STABLE AS $$
  SELECT (p.psychometric_snapshot #>> '{cognitive,gca}')::float8 FROM assessment.profile p WHERE p.person_id = md5(form || k)::uuid $$;
CREATE TABLE bench.both AS
SELECT p.k, p.theta, bench.ability('full', p.k) AS full_form, bench.ability('adaptive', p.k) AS adaptive, e.score AS expected,
       s.n_asked, r.standard_error, (n.next).stop = 'precise' AS is_precise
FROM bench.person p
CROSS JOIN (SELECT array_agg(a ORDER BY position) AS a, array_agg(b ORDER BY position) AS b, min(instrument) AS test FROM bench.item) i
CROSS JOIN LATERAL harmony.expected_score(p.theta, 0, i.a, i.b) e
JOIN LATERAL (SELECT s.answers, num_nonnulls(VARIADIC s.answers) AS n_asked FROM assessment.submission s
              WHERE s.person_id = md5('adaptive' || p.k)::uuid) s ON true
CROSS JOIN LATERAL (SELECT assessment.choose_item(i.test, s.answers) AS next OFFSET 0) n
-- of the mean of three scores that rest on one ability: their errors go together
JOIN LATERAL (SELECT avg(r.standard_error) AS standard_error FROM assessment.result r
              WHERE r.person_id = md5('adaptive' || p.k)::uuid) r ON true;
CREATE TABLE bench.unfinished AS
SELECT r.* FROM assessment.result r JOIN bench.person p ON r.person_id = md5('broken' || p.k)::uuid;

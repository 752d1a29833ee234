-- Whom to seat with whom at an event, from the scores of the night.

CREATE OR REPLACE FUNCTION affinity.require_people(what text, people uuid[]) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_list(what, people);
  IF cardinality(people) > 2000 THEN
    RAISE EXCEPTION '% are too many: %', what, cardinality(people) USING ERRCODE = 'program_limit_exceeded', HINT = '2000 at most.';
  ELSIF (SELECT count(DISTINCT p.id) FROM unnest(people) p (id)) < cardinality(people) THEN
    RAISE EXCEPTION 'somebody is twice among %', what USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.require_people(text, uuid[]) IS
'Passes for a list of up to 2,000 people, each once, else an error: 22004 NULL, 22023, 54000.';

CREATE OR REPLACE FUNCTION affinity.event_choices(people uuid[]) RETURNS TABLE (person uuid, other uuid, score float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT e.person_id, e.other_id, CASE WHEN e.person_id = p.person_a THEN p.a_to_b ELSE p.b_to_a END
  FROM affinity.eligible(people, people) e
  JOIN affinity.pair p ON p.person_a = least(e.person_id, e.other_id) AND p.person_b = greatest(e.person_id, e.other_id)
  WHERE p.score IS NOT NULL AND NOT EXISTS (
    SELECT FROM affinity.answer w WHERE w.person_id = e.person_id AND w.other_id = e.other_id AND NOT w.is_willing);
END
$$;
COMMENT ON FUNCTION affinity.event_choices(uuid[]) IS
'Whom of these people each would like to meet how much: the score of that direction, of those who may meet and whom it has not said no to.';

CREATE OR REPLACE FUNCTION affinity.match_sides(proposers uuid[], acceptors uuid[]) RETURNS TABLE (proposer uuid, acceptor uuid)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  people CONSTANT uuid[] := ARRAY (SELECT DISTINCT u.id FROM unnest(proposers || acceptors) u (id) ORDER BY 1);
BEGIN
  PERFORM platform.require_admin(), affinity.require_people('proposers', proposers), affinity.require_people('acceptors', acceptors);
  IF cardinality(people) < cardinality(proposers) + cardinality(acceptors) THEN
    RAISE EXCEPTION 'somebody is on both sides' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  RETURN QUERY
  WITH number AS MATERIALIZED (SELECT u.id, u.n FROM unnest(people) WITH ORDINALITY u (id, n)),
  choice AS MATERIALIZED (SELECT c.* FROM affinity.event_choices(people) c),
  stable AS (
    SELECT harmony.stable_matching(p.n, a.n, c.score, r.score) AS pairs
    FROM choice c JOIN choice r ON r.person = c.other AND r.other = c.person
    JOIN number p ON p.id = c.person AND p.id = ANY (proposers) JOIN number a ON a.id = c.other AND a.id = ANY (acceptors))
  SELECT people[s.pairs[i][1]], people[s.pairs[i][2]] FROM stable s CROSS JOIN LATERAL generate_series(1, array_length(s.pairs, 1)) i;
END
$$;
COMMENT ON FUNCTION affinity.match_sides(uuid[], uuid[]) IS
'A stable matching for an event of two sides, the best one for those who propose (harmony.stable_matching), by the scores of the night: no
two people would rather have each other. Who finds nobody is left out.

For the owner and administrators, to whom it tells who sits with whom and no score. Errors: 42501; 22004, 22023, 54000 more than 2,000 on
a side.';

CREATE OR REPLACE FUNCTION affinity.match_all(people uuid[]) RETURNS TABLE (person uuid, other uuid)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  numbered CONSTANT uuid[] := ARRAY (SELECT u.id FROM unnest(people) u (id) ORDER BY 1);
BEGIN
  PERFORM platform.require_admin(), affinity.require_people('people', people);
  RETURN QUERY
  WITH number AS MATERIALIZED (SELECT u.id, u.n FROM unnest(numbered) WITH ORDINALITY u (id, n)),
  stable AS (
    SELECT harmony.stable_roommates(p.n, a.n, c.score) AS pairs
    FROM affinity.event_choices(people) c JOIN number p ON p.id = c.person JOIN number a ON a.id = c.other)
  SELECT numbered[s.pairs[i][1]], numbered[s.pairs[i][2]] FROM stable s CROSS JOIN LATERAL generate_series(1, array_length(s.pairs, 1)) i
  WHERE s.pairs[i][1] < s.pairs[i][2];
END
$$;
COMMENT ON FUNCTION affinity.match_all(uuid[]) IS
'A stable matching for an event of one side (harmony.stable_roommates), by the scores of the night: no row where there is none.

For the owner and administrators, to whom it tells who sits with whom and no score. Errors: 42501; 22004, 22023, 54000 more than 2,000.';

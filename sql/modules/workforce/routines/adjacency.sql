-- Occupations whose tasks are alike.

CREATE OR REPLACE FUNCTION workforce.index_occupations() RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  LOCK TABLE workforce.occupation_text IN SHARE ROW EXCLUSIVE MODE;  -- of two at once the second finds the first's
  DELETE FROM workforce.occupation_text;
  WITH elements AS (
    SELECT t.onet_soc_code, e.place, sum(t.coreweight * e.value ORDER BY t.task_id) AS value
    FROM workforce.onet_task t, unnest(harmony.text_embedding(t.task, 256)) WITH ORDINALITY e (value, place)
    GROUP BY t.onet_soc_code, e.place
  ), vectors AS (
    SELECT e.onet_soc_code, array_agg(e.value ORDER BY e.place) AS sums, sqrt(sum(e.value * e.value ORDER BY e.place)) AS length
    FROM elements e GROUP BY e.onet_soc_code
  )
  INSERT INTO workforce.occupation_text (onet_soc_code, title, embedding)
  SELECT v.onet_soc_code, workforce.require_occupation(v.onet_soc_code),
         ARRAY (SELECT s.value / v.length FROM unnest(v.sums) WITH ORDINALITY s (value, place) ORDER BY s.place)::float4[]
  FROM vectors v WHERE v.length > 0 ORDER BY v.onet_soc_code;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION workforce.index_occupations() IS
'Makes workforce.occupation_text anew of workforce.onet_task; returns how many occupations there are. For the owner of the modules, after
each loading of tasks; seconds for all of O*NET.';

CREATE OR REPLACE FUNCTION workforce.role_adjacency(soc text, top integer DEFAULT 10) RETURNS SETOF workforce.adjacent_role
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asked workforce.occupation_text;
  best harmony_internal.embedding_match[];
BEGIN
  PERFORM workforce.require_some_member(), workforce.require_occupation(soc);
  IF top BETWEEN 1 AND 100 IS NOT TRUE THEN
    RAISE EXCEPTION 'top is %', coalesce(top::text, 'null') USING ERRCODE = 'invalid_parameter_value', HINT = 'It is 1 to 100.';
  END IF;
  SELECT t.* INTO asked FROM workforce.occupation_text t WHERE t.onet_soc_code = soc;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'occupation "%" has not been indexed', left(soc, 100) USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = 'After tasks are loaded: SELECT workforce.index_occupations().';
  END IF;
  SELECT harmony_internal.best_embeddings(t.id, t.embedding, ARRAY[asked.embedding::float8[]], top, 'cosine') INTO best
  FROM workforce.occupation_text t WHERE t.id <> asked.id;
  RETURN QUERY
  SELECT t.onet_soc_code, t.title, b.score FROM unnest(best) b JOIN workforce.occupation_text t ON t.id = b.id
  ORDER BY b.score DESC, t.id;
END
$$;
COMMENT ON FUNCTION workforce.role_adjacency(text, integer) IS
'The occupations whose tasks are worded most like those of this one: soc, title, similarity, -1 to 1, most alike first, at most top of them.

similarity: the cosine of workforce.occupation_text, sums of harmony.text_embedding(task, 256) by the tasks'' time. It compares wording, not
meaning. For members (42501). Errors: PT404 an unknown occupation; 22023 a top that is not 1 to 100; 55000 before
workforce.index_occupations.';

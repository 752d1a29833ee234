-- Hiring events of people who were erased: kept for a time, then of nobody.

CREATE OR REPLACE FUNCTION crew.unlink_evidence(payload jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  WITH gone AS MATERIALIZED (
    SELECT a.id, gen_random_uuid() AS random_id FROM platform.account a
    WHERE a.deleted_at <= now() - platform.setting('keep_evidence')::interval
      AND EXISTS (SELECT FROM crew.hiring_event e WHERE e.person_id = a.id))
  UPDATE crew.hiring_event e SET person_id = g.random_id, dnre = (
    SELECT jsonb_object_agg(d.key, d.value) FROM jsonb_each(e.dnre) d WHERE d.key IN ('g_fit', 'pool', 'crew_measured'))
  FROM gone g WHERE e.person_id = g.id;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN jsonb_build_object('unlinked', n);
END
$$;
COMMENT ON FUNCTION crew.unlink_evidence(jsonb) IS
'Takes people who were erased longer ago than platform.setting keep_evidence out of their hiring events, once a day: each becomes another,
random number, one a person, which nothing leads back from; of dnre the terms that models are learnt and shown with stay, not the person''s
competencies and flags. Returns {unlinked}. The payload of a job is not looked at.';

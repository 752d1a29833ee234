-- What roles do: the defaults, an organisation's own, and those of occupations.

CREATE OR REPLACE FUNCTION workforce.workloads_of(organization uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_object_agg(r.role, r.tasks), '{}')
    FROM (SELECT w.role, jsonb_agg(jsonb_build_array(w.name, w.automatable, w.skill, w."time") ORDER BY w.position) AS tasks
          FROM workforce.workload w
          WHERE w.organization_id = organization OR w.organization_id IS NULL AND NOT EXISTS (
            SELECT FROM workforce.workload o WHERE o.organization_id = organization AND o.role = w.role)
          GROUP BY w.role) r);
END
$$;
COMMENT ON FUNCTION workforce.workloads_of(uuid) IS
'What roles do in an organisation, {role: [[name, automatable, skill, time], ...]}: its own rows of workforce.workload, of other roles the
defaults.';

CREATE OR REPLACE FUNCTION workforce.workload_written() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.organization_id IS NULL THEN
    RAISE EXCEPTION 'the default workloads are not changed' USING ERRCODE = 'insufficient_privilege',
      HINT = 'Write rows of the same role for the organisation.';
  END IF;
  IF TG_OP = 'DELETE' THEN
    PERFORM workforce.require_planner(OLD.organization_id);
    DELETE FROM workforce.workload w WHERE w.id = OLD.id;
    RETURN OLD;
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM workforce.require_planner(OLD.organization_id);
    UPDATE workforce.workload w SET role = NEW.role, position = NEW.position, name = NEW.name, automatable = NEW.automatable,
      skill = NEW.skill, "time" = NEW."time" WHERE w.id = OLD.id;
    RETURN NEW;
  END IF;
  NEW.organization_id := workforce.require_planner(NEW.organization_id);
  PERFORM platform.take_turn('workload_tasks', ARRAY[NEW.organization_id]);
  PERFORM platform.require_limit('workload_tasks', count(*) + 1)
  FROM workforce.workload w WHERE w.organization_id = NEW.organization_id;
  INSERT INTO workforce.workload (organization_id, role, position, name, automatable, skill, "time")
  VALUES (NEW.organization_id, NEW.role, NEW.position, NEW.name, NEW.automatable, NEW.skill, NEW."time") RETURNING id INTO NEW.id;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION workforce.workload_written() IS
'Writes, changes and removes an organisation''s own tasks, for its planners. 54000 for more than platform.limit allows (workload_tasks).';

CREATE OR REPLACE FUNCTION workforce.require_occupation(soc text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  title text;
BEGIN
  SELECT t.title INTO title FROM workforce.onet_task t WHERE t.onet_soc_code = soc ORDER BY t.task_id LIMIT 1;
  IF title IS NULL THEN
    RAISE EXCEPTION 'occupation "%" does not exist', left(soc, 100) USING ERRCODE = 'PT404', HINT = 'Codes are those of O*NET: 15-1252.00.';
  END IF;
  RETURN title;
END
$$;
COMMENT ON FUNCTION workforce.require_occupation(text) IS 'The title of an occupation of workforce.onet_task, else an error PT404.';

CREATE OR REPLACE FUNCTION workforce.task_scores(soc text)
RETURNS TABLE (task text, core boolean, "time" float8, exposure float8, score float8, sd float8, n bigint)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 25 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  PERFORM workforce.require_some_member(), workforce.require_occupation(soc);
  RETURN QUERY
  SELECT t.task, t.coreweight > 1, t.coreweight / sum(t.coreweight) OVER (), x.human_rating_beta, r.score, r.sd, coalesce(r.n, 0)
  FROM workforce.onet_task t LEFT JOIN workforce.occupation_exposure x ON x.onet_soc_code = t.onet_soc_code
  LEFT JOIN LATERAL (
    SELECT avg(g.rating) AS score, stddev_samp(g.rating) AS sd, count(*) AS n FROM workforce.task_rating g
    WHERE g.onet_soc_code = t.onet_soc_code AND g.task_id = t.task_id
      AND (platform.is_privileged() OR g.organization_id = ANY (workforce.member_organizations()))) r ON true
  WHERE t.onet_soc_code = soc ORDER BY t.coreweight DESC, t.task_id;
END
$$;
COMMENT ON FUNCTION workforce.task_scores(text) IS
'The tasks of an occupation, the core ones first: their share of its time (2 for core, 1 for supplemental tasks), the occupation''s
  exposure,
and mean, deviation and number of the ratings (0 to 100) of the organisations of whoever asks; NULL: none. For members
(42501). PT404 for an unknown one.';

CREATE OR REPLACE FUNCTION workforce.workload_from_occupation(soc text) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  title CONSTANT text := workforce.require_occupation(soc);
  exposure CONSTANT float8 := (SELECT x.human_rating_beta FROM workforce.occupation_exposure x WHERE x.onet_soc_code = soc);
  tasks jsonb;
  pay record;
BEGIN
  -- Without ratings the heaviest tasks are taken until their time reaches the exposure.
  SELECT jsonb_agg(jsonb_build_array(left(s.task, 500), CASE WHEN s.score IS NOT NULL THEN s.score >= 50
           ELSE s.before + 1e-9 < coalesce(exposure, 0) END, s.skill, s."time") ORDER BY s.place)
  INTO tasks
  FROM (SELECT t.task, t.score, t."time", CASE WHEN t.core THEN 0.8 ELSE 0.6 END AS skill, row_number() OVER () AS place,
               coalesce(sum(t."time") FILTER (WHERE t.score IS NULL) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
        FROM workforce.task_scores(soc) t) s;
  -- A code may stand for a broad and for a detailed occupation at once.
  SELECT sum(p.headcount) AS headcount, avg(p.salary) AS salary INTO pay
  FROM (SELECT DISTINCT ON (o.occ_code) CASE WHEN o.tot_emp ~ '^[0-9.,]+$' THEN replace(o.tot_emp, ',', '')::float8 END AS headcount,
               CASE WHEN o.a_mean ~ '^[0-9.,]+$' THEN replace(o.a_mean, ',', '')::float8 END AS salary
        FROM workforce.occupation_pay o
        WHERE o.occ_code = left(soc, 7) OR o.occ_code IN (SELECT c.soc_2018 FROM workforce.soc_crosswalk c WHERE c.soc_2010 = left(soc, 7))
          AND NOT EXISTS (SELECT FROM workforce.occupation_pay e WHERE e.occ_code = left(soc, 7))
        ORDER BY o.occ_code, o.o_group = 'detailed' DESC) p;
  RETURN jsonb_build_object('role', left(title, 200), 'workload', tasks, 'exposure', exposure, 'salary', pay.salary,
                            'headcount', pay.headcount);
END
$$;
COMMENT ON FUNCTION workforce.workload_from_occupation(text) IS
'A workload to start from, of an O*NET occupation: {role, workload: [[name, automatable, skill, time], ...], exposure, salary, headcount}.

Times are as 2 for core and 1 for supplemental tasks. A task is automatable where its mean rating (workforce.task_scores) is at least 50;
unrated ones, the heaviest first, until their time reaches the exposure, E1 + E2/2. skill is .8 for core, .6 for supplemental tasks: an
assumption. salary and headcount are those of OEWS, of the whole country, by the crosswalk of SOC 2010 to 2018 where the code is of 2010.
Exposure is not adoption. PT404 for an unknown occupation.';

-- Reports: crew.report_item says what a viewer context is shown, crew.advice has the texts.

CREATE OR REPLACE FUNCTION crew.traits(profile jsonb) RETURNS TABLE (trait text, score float8)
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 20
BEGIN ATOMIC
  SELECT t.key, harmony_internal.trait_percent(t.key, t.value::float8)
  FROM jsonb_each(profile) f
  CROSS JOIN LATERAL jsonb_each(CASE jsonb_typeof(f.value) WHEN 'object' THEN f.value ELSE jsonb_build_object(f.key, f.value) END) t
  WHERE f.key NOT IN ('version', 'quality') AND jsonb_typeof(t.value) = 'number';
END;
COMMENT ON FUNCTION crew.traits(jsonb) IS 'Every trait that a profile holds, one a row, 0 to 100 (harmony_internal.trait_percent).';

CREATE OR REPLACE FUNCTION crew.statement(code text, parameters jsonb, language text DEFAULT 'en') RETURNS jsonb
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  wording record;
  parameter record;
BEGIN
  SELECT w.language, w.text INTO wording FROM crew.wording w
  WHERE w.code = statement.code AND w.language IN (statement.language, 'en') ORDER BY w.language <> statement.language LIMIT 1;
  FOR parameter IN SELECT p.key, replace(p.value, '_', ' ') AS value FROM jsonb_each_text(parameters) p LOOP
    wording.text := replace(wording.text, '{' || parameter.key || '}', parameter.value);
  END LOOP;
  RETURN jsonb_build_object('code', code, 'parameters', parameters, 'language', wording.language, 'text', wording.text);
END
$$;
COMMENT ON FUNCTION crew.statement(text, jsonb, text) IS
'What a report says: code, parameters, and the words of crew.wording in a language, in English where there are none.';

CREATE OR REPLACE FUNCTION crew.rules_applied(campaign uuid, person uuid, language text DEFAULT 'en') RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH known AS (  -- as it was at the last decision, else as it is
    SELECT coalesce(e.dnre -> 'rules', crew.fired_rules(rules_applied.campaign, rules_applied.person)) AS rules,
           CASE WHEN e.dnre IS NULL THEN rules_applied.person = ANY (crew.lifted(rules_applied.campaign))
                ELSE e.dnre -> 'flags' ? 'BARRIER_LIFTED' END AS is_lifted
    FROM (VALUES (1)) one (row)
    LEFT JOIN LATERAL (SELECT h.dnre FROM crew.hiring_event h
                       WHERE h.person_id = rules_applied.person AND h.campaign_id = rules_applied.campaign
                       ORDER BY h.id DESC LIMIT 1) e ON true
  )
  SELECT coalesce(jsonb_agg(crew.statement(
           'RULE_' || CASE WHEN r.rule ->> 'effect' = 'DISQUALIFIED' AND k.is_lifted THEN 'LIFTED' ELSE r.rule ->> 'effect' END,
           r.rule, rules_applied.language) ORDER BY r.n), '[]')
         || jsonb_build_array(crew.statement('HUMAN_REVIEW', jsonb_build_object('campaign', rules_applied.campaign, 'length', 2000),
                                             rules_applied.language))
  FROM known k LEFT JOIN LATERAL jsonb_array_elements(k.rules) WITH ORDINALITY r (rule, n) ON true
  WHERE NOT EXISTS (  -- of a trait the worst
    SELECT FROM jsonb_array_elements(k.rules) WITH ORDINALITY w (rule, n) WHERE w.n < r.n AND w.rule ->> 'trait' = r.rule ->> 'trait')
    AND r.rule IS NOT NULL;
END;
COMMENT ON FUNCTION crew.rules_applied(uuid, uuid, text) IS
'What a candidate is told of the safety barrier: which rules applied, of a trait the worst, whether they were lifted, and how to ask
for a human review, as statements (crew.statement). As it was at the last decision, else as it is.';

CREATE OR REPLACE FUNCTION crew.report_items(document jsonb, profile jsonb) RETURNS TABLE (item text, value jsonb)
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 30
BEGIN ATOMIC
  SELECT t.trait, to_jsonb(t.score) FROM crew.traits(profile) t
  UNION ALL
  SELECT i.item, i.value
  FROM (VALUES
    ('safety_level', document #> '{safety,level}'), ('g_fit', document #> '{fit,g_fit}'), ('fit_label', document #> '{fit,label}'),
    ('centile', document #> '{standing,centile}'),
    ('competencies', (SELECT jsonb_object_agg(c.key, c.value -> 'score') FROM jsonb_each(document #> '{fit,competencies}') c)),
    ('y_success', document #> '{success,score}'), ('success_label', document #> '{success,label}'),
    ('terms', (SELECT jsonb_object_agg(c.key, c.value -> 'value') FROM jsonb_each(nullif(document #> '{success,terms}', 'null')) c)),
    ('g_fit_low', document #> '{fit,g_fit_low}'), ('g_fit_high', document #> '{fit,g_fit_high}'),
    ('y_low', document #> '{success,y_low}'), ('y_high', document #> '{success,y_high}'),
    ('tied_with', document #> '{standing,tied_with}'),
    ('team_delta', document #> '{team,delta,score}'), ('flags', document -> 'flags'), ('imputed', document -> 'imputed'),
    ('unassessed', document #> '{safety,unassessed}'), ('team_flags', document #> '{team,with,flags}'),
    ('sentence', document -> 'sentence'), ('explanation', document -> 'explanation')) i (item, value)
  WHERE i.value IS NOT NULL AND i.value <> 'null';
END;
COMMENT ON FUNCTION crew.report_items(jsonb, jsonb) IS
'Everything that a report may show of a person, by name: the traits of the profile, and the parts of the document of crew.impact.';

CREATE OR REPLACE FUNCTION crew.require_reader(readers text, person uuid, campaign uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF readers = 'self' THEN
    PERFORM platform.require_self(person);
  ELSIF readers = 'campaign' THEN
    PERFORM crew.require_open_candidate(campaign, person);
  ELSE
    PERFORM crew.require_persons(ARRAY[person]);
    IF NOT (crew.sees_everything()
            OR EXISTS (SELECT FROM crew.assignment a
                       WHERE a.person_id = person AND a.status = 'active' AND a.vessel_id = ANY (crew.current_vessels()))
            OR (readers = 'hired' AND EXISTS (SELECT FROM crew.candidacy c WHERE c.person_id = person AND c.status = 'hired'
                                              AND c.campaign_id = ANY (crew.live_campaigns())))) THEN
      RAISE EXCEPTION 'person % is not crew of yours', person USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF campaign IS NOT NULL THEN
      PERFORM crew.require_open_candidate(campaign, person);
    END IF;
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_reader(text, uuid, uuid) IS
'Passes if the request may read a report on the person, by the readers of its context (crew.viewer_context.readers), else an error
42501.';

CREATE OR REPLACE FUNCTION crew.report_readings(person uuid DEFAULT platform.current_account())
RETURNS TABLE (read_on date, context text, employer text, campaign uuid, title text)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  PERFORM platform.require_self(person);
  RETURN QUERY
  SELECT DISTINCT (e.happened_at AT TIME ZONE 'UTC')::date AS read_on, e.details ->> 'context', o.name, c.id, c.title
  FROM platform.audit_event e
  LEFT JOIN crew.campaign c ON c.id::text = e.details ->> 'campaign'
  LEFT JOIN LATERAL (
    SELECT string_agg(n.name, ', ' ORDER BY n.name) AS name FROM platform.organization n
    WHERE n.id = c.organization_id
       OR c.id IS NULL AND n.id IN (SELECT m.organization_id FROM platform.membership m WHERE m.account_id = e.actor_id)
          AND EXISTS (SELECT FROM crew.assignment a JOIN crew.vessel v ON v.id = a.vessel_id
                      WHERE a.person_id = person AND a.status <> 'declared' AND v.organization_id = n.id)) o ON true
  WHERE e.object = 'platform.account/' || person AND e.action = 'report.read'
  ORDER BY read_on DESC, 2, 3, 5, 4;
END
$$;
COMMENT ON FUNCTION crew.report_readings(uuid) IS
'Who has read a report on the person of the request (crew.report, on screen or paper): on which day (UTC), in which context, and for which
employer, which is the campaign''s, else whose crew the person is or was and the reader acts for; NULL: an administrator. The reader is not
named.

The owner''s own work and administrators name a person.';

CREATE OR REPLACE FUNCTION crew.report(person uuid, context text, campaign uuid DEFAULT NULL, language text DEFAULT 'en') RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  readers text;
  profile jsonb;
  document jsonb := '{}';
BEGIN
  SELECT c.readers INTO readers FROM crew.viewer_context c WHERE c.code = context;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'viewer context "%" does not exist', left(context, 100)
      USING ERRCODE = 'invalid_parameter_value',
            HINT = (SELECT 'Contexts: ' || string_agg(c.code, ', ' ORDER BY c.code) || '.' FROM crew.viewer_context c);
  END IF;
  IF readers = 'campaign' AND campaign IS NULL THEN
    RAISE EXCEPTION 'a report for context "%" needs a campaign', left(context, 100)
      USING ERRCODE = 'null_value_not_allowed', HINT = 'crew.report(person, context, campaign)';
  END IF;
  PERFORM crew.require_reader(readers, person, campaign), assessment.require_no_test();
  IF campaign IS NOT NULL AND NOT EXISTS (SELECT FROM crew.candidacy c WHERE c.person_id = person AND c.campaign_id = report.campaign) THEN
    RAISE EXCEPTION 'person % is no candidate of campaign %', person, campaign USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF platform.current_account() <> person THEN
    PERFORM platform.audit('report.read', 'platform.account/' || person, jsonb_build_object('context', context, 'campaign', campaign));
  END IF;
  SELECT p.psychometric_snapshot INTO profile FROM assessment.profile p WHERE p.person_id = person;
  IF campaign IS NOT NULL THEN
    document := coalesce(crew.impact_document(campaign, person, crew.sees_everything()), '{}');
  END IF;
  RETURN jsonb_build_object(
    'person', person, 'context', context, 'campaign', campaign,
    'items', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('item', r.item, r.form,
                        CASE WHEN r.form = 'level' AND jsonb_typeof(i.value) = 'number' THEN to_jsonb(crew.level(i.value::float8))
                             WHEN jsonb_typeof(i.value) = 'number' THEN to_jsonb(harmony_internal.rounded_score(i.value::float8, 1))
                             ELSE platform.rounded(i.value) END) ORDER BY r.sort, r.item), '[]')
      FROM crew.report_item r JOIN crew.report_items(document, profile) i ON i.item = r.item WHERE r.context = report.context),
    'advice', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
        'code', 'ADVICE', 'parameters', jsonb_build_object('trait', a.trait, 'level', a.level), 'trait', a.trait, 'level', a.level,
        'language', a.language, 'text', a.text) ORDER BY a.trait), '[]')
      FROM (SELECT DISTINCT ON (w.trait) w.trait, w.level, w.language, w.text
            FROM crew.advice w JOIN crew.traits(profile) t ON t.trait = w.trait AND crew.level(t.score) = w.level
            WHERE w.context = report.context AND w.language IN (report.language, 'en')
            ORDER BY w.trait, w.language <> report.language) a))
    || CASE WHEN readers = 'self' AND campaign IS NOT NULL
            THEN jsonb_build_object('statements', crew.rules_applied(campaign, person, report.language)) ELSE '{}' END;
END
$$;
COMMENT ON FUNCTION crew.report(uuid, text, uuid, text) IS
'A report on a person for a viewer context: candidate (the person alone), recruiter (the employer of the campaign, which must be
given), onboarding and manager (the employer of the crew).

Which items, as numbers or levels, and which advice, is rows of crew.report_item and crew.advice; what has no row is not shown. With a
campaign, statements tell the candidate which safety rules applied and how to ask for a human review. Texts have a code, parameters and a
language: the one asked for, English where there is none. Employers are shown whole numbers, as in crew.impact, and reports on crew and
open candidates alone (crew.require_open_candidate). A request that
reads somebody else''s report is written into the audit trail. Error 55000 in the transaction of a test that the account takes itself
(assessment.is_taking_test), as from all that computes from profiles.';

CREATE OR REPLACE FUNCTION crew.action_for(crew_type text, risk text, language text) RETURNS crew.recommended_action
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT w FROM crew.recommended_action w
  WHERE w.crew_type = action_for.crew_type AND w.risk = action_for.risk AND w.language IN (action_for.language, 'en')
  ORDER BY w.language <> action_for.language LIMIT 1;
END;
COMMENT ON FUNCTION crew.action_for(text, text, text) IS
'What to do with a crew of this type and risk, in a language, else in English; a row of NULL: nothing is recommended.';

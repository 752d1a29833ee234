-- What is published of answers and groups: rounded, seldom, and never what a few people have added since the last time. Whoever compares
-- two publications finds out about five people together.

CREATE OR REPLACE FUNCTION affinity.rounded(figure float8, digits integer) RETURNS float8
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN round(figure::numeric, digits)::float8;
COMMENT ON FUNCTION affinity.rounded(float8, integer) IS 'A figure as it is published: to so many decimals.';

CREATE OR REPLACE FUNCTION affinity.published_at(figure text, model text) RETURNS timestamptz
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce((SELECT p.published_at FROM affinity.publication p WHERE (p.figure, p.model) = (published_at.figure, published_at.model)),
                  '-infinity');
COMMENT ON FUNCTION affinity.published_at(text, text) IS
'When a figure of a model was published last (affinity.publication); -infinity: never.';

CREATE OR REPLACE FUNCTION affinity.note_publications(figures text[], model text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO affinity.publication (figure, model, published_at) SELECT DISTINCT f, note_publications.model, now() FROM unnest(figures) f
  ON CONFLICT ON CONSTRAINT publication_pkey DO UPDATE SET published_at = excluded.published_at;
END
$$;
COMMENT ON FUNCTION affinity.note_publications(text[], text) IS 'Notes that these figures of a model are published now.';

CREATE OR REPLACE FUNCTION affinity.publish_differences() RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  told affinity.group_difference[];
BEGIN
  WITH side AS (
    SELECT p.person_a AS person, p.model, p.visual_ba AS visual, p.personality FROM affinity.pair p
    UNION ALL SELECT p.person_b, p.model, p.visual_ab, p.personality FROM affinity.pair p
  ), person AS (
    SELECT s.person, s.model, v.phase, avg(v.score) AS mean
    FROM side s CROSS JOIN LATERAL (VALUES (1, s.visual), (2, s.personality)) v (phase, score)
    WHERE affinity.has_consent(s.person, 'research') GROUP BY s.person, s.model, v.phase HAVING count(v.score) > 0
  ), declared AS (
    SELECT p.*, g.attribute, g.group_name,
           g.declared_at > affinity.published_at(format('group %s %s', g.attribute, p.phase), p.model) AS is_new
    FROM person p JOIN affinity.declared_group g ON g.person_id = p.person JOIN affinity.model m ON m.version = p.model AND m.is_active
  ), of_group AS (
    SELECT d.model, d.attribute, d.group_name, d.phase, count(*) AS people, sum(d.mean) AS total, count(*) FILTER (WHERE d.is_new) AS added
    FROM declared d GROUP BY d.model, d.attribute, d.group_name, d.phase
  ), with_all AS (  -- of a group that is not told, its people and mean would follow from those that are
    SELECT g.*, sum(g.people) OVER of_attribute AS all_people, sum(g.total) OVER of_attribute AS all_total,
           min(g.people) OVER of_attribute AS fewest, sum(g.added) OVER of_attribute AS all_added
    FROM of_group g WINDOW of_attribute AS (PARTITION BY g.model, g.attribute, g.phase)
  )
  SELECT array_agg(ROW (w.model, w.attribute, w.group_name, w.phase, w.people, w.all_people - w.people, round(w.total / w.people),
                        round((w.all_total - w.total) / (w.all_people - w.people)), now())::affinity.group_difference)
  INTO told FROM with_all w WHERE w.fewest >= 5 AND w.all_people > w.people AND w.all_added >= 5;
  DELETE FROM affinity.group_difference d USING unnest(told) t WHERE (d.attribute, d.phase) = (t.attribute, t.phase);
  INSERT INTO affinity.group_difference SELECT t.* FROM unnest(told) t;
  PERFORM affinity.note_publications(array_agg(format('group %s %s', t.attribute, t.phase)), t.model) FROM unnest(told) t GROUP BY t.model;
  RETURN coalesce(cardinality(told), 0);
END
$$;
COMMENT ON FUNCTION affinity.publish_differences() IS
'Publishes what people of each declared group score on the mean with others, as faces (phase 1) and in personality (phase 2), and all who
declared another group of the attribute, in whole numbers; returns how many rows. Of people with consent of kind research, by the active
model; of attributes of which every group has at least five people with a score in that phase, and of which five have been declared since
the last time: of others what was published stays. For the owner of the modules.';

CREATE OR REPLACE FUNCTION affinity.researched_answers()
RETURNS TABLE (person bigint, other bigint, is_willing boolean, scores float8[], answered_at timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH person AS MATERIALIZED (
    SELECT c.person_id AS id, row_number() OVER (ORDER BY c.person_id) AS n
    FROM affinity.consent c WHERE c.kind = 'research' AND c.withdrawn_at IS NULL)
  SELECT a.n, b.n, w.is_willing, w.scores, w.answered_at
  FROM affinity.answer w JOIN person a ON a.id = w.person_id JOIN person b ON b.id = w.other_id
  JOIN affinity.model m ON m.version = w.model AND m.is_active;
END
$$;
COMMENT ON FUNCTION affinity.researched_answers() IS
'The answers about meeting between people with consent of kind research, who have numbers for names, and what the phases scored by the
active model, in that direction, when the answer was given; those that another model or none had scored are left out.';

CREATE OR REPLACE FUNCTION affinity.answered_phases(model text, OUT phases integer[], OUT all_together boolean)
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  SELECT array_agg(f.phase) FILTER (WHERE f.of_phase >= 5), bool_and(f.of_all >= 5) INTO phases, all_together FROM (
    SELECT p.phase, count(DISTINCT a.person) FILTER (WHERE a.answered_at > p.phase_at) AS of_phase,
           count(DISTINCT a.person) FILTER (WHERE a.answered_at > p.all_at) AS of_all
    FROM (SELECT n, affinity.published_at('phase ' || n, answered_phases.model), affinity.published_at('answers', answered_phases.model)
          FROM generate_series(1, 3) n) p (phase, phase_at, all_at)
    JOIN affinity.researched_answers() a ON a.scores[p.phase] IS NOT NULL GROUP BY p.phase) f;
END
$$;
COMMENT ON FUNCTION affinity.answered_phases(text) IS
'Of which phases at least five people have given answers since the figure of that phase was published last, and whether they have of every
phase that there are scores of since affinity.answer_model was; NULL: of none.';

CREATE OR REPLACE FUNCTION affinity.publish_phases(model text, phases integer[]) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  n bigint;
BEGIN
  DELETE FROM affinity.validation v WHERE v.phase = ANY (phases);
  INSERT INTO affinity.validation (model, phase, pairs, people, auc, auc_low, auc_high, brier, slope, slope_low, slope_high,
    incremental_r_squared)
  SELECT publish_phases.model, v.phase, v.pairs, v.people, affinity.rounded(v.auc, 2), affinity.rounded(v.auc_low, 2),
         affinity.rounded(v.auc_high, 2), affinity.rounded(v.brier, 2), affinity.rounded(v.slope, 2), affinity.rounded(v.slope_low, 2),
         affinity.rounded(v.slope_high, 2), affinity.rounded(v.incremental_r_squared, 2)
  FROM (SELECT harmony_internal.phase_validities(a.person, a.other, a.is_willing, a.scores, 1000, 1) AS of_phases
        FROM affinity.researched_answers() a) f
  CROSS JOIN LATERAL unnest(f.of_phases) v WHERE v.phase = ANY (phases) AND v.people >= 5;
  GET DIAGNOSTICS n = ROW_COUNT;
  PERFORM affinity.note_publications(array_agg('phase ' || p), publish_phases.model) FROM unnest(phases) p;
  RETURN n;
END
$$;
COMMENT ON FUNCTION affinity.publish_phases(text, integer[]) IS
'Publishes affinity.validation of these phases, in place of what was published of them, of whichever model; returns of how many.';

CREATE OR REPLACE FUNCTION affinity.publish_answers(model text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  DELETE FROM affinity.answer_model;
  INSERT INTO affinity.answer_model (model, people, answers, actor_share, partner_share, relationship_share, weights, coefficients, low,
    high)
  SELECT publish_answers.model, f.people, f.answers, affinity.rounded((f.relations).actor_share, 2),
         affinity.rounded((f.relations).partner_share, 2), affinity.rounded((f.relations).relationship_share, 2),
         affinity.rounded_list((f.fit).weights, 2), affinity.rounded_list((f.fit).coefficients, 3), affinity.rounded_list((f.fit).low, 3),
         affinity.rounded_list((f.fit).high, 3)
  FROM (SELECT count(*) AS answers, (SELECT count(DISTINCT u.n) FROM unnest(array_agg(a.person) || array_agg(a.other)) u (n)) AS people,
               harmony.social_relations(a.person, a.other, a.is_willing::integer::float8) AS relations,
               harmony_internal.phase_weights(a.person, a.other, a.is_willing, a.scores, 1000, 1) AS fit
        FROM affinity.researched_answers() a) f
  WHERE f.people >= 5;
  PERFORM affinity.note_publications('{answers}', publish_answers.model);
END
$$;
COMMENT ON FUNCTION affinity.publish_answers(text) IS
'Publishes affinity.answer_model, in place of what was published before, of whichever model.';

CREATE OR REPLACE FUNCTION affinity.rounded_list(figures float8[], digits integer) RETURNS float8[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT array_agg(affinity.rounded(f.figure, digits) ORDER BY f.n) FROM unnest(figures) WITH ORDINALITY f (figure, n);
END;
COMMENT ON FUNCTION affinity.rounded_list(float8[], integer) IS 'affinity.rounded of each element; NULL of none.';

CREATE OR REPLACE FUNCTION affinity.validate() RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  version CONSTANT text := (affinity.active_model()).version;
  due record;
  n bigint := 0;
BEGIN
  LOCK TABLE affinity.publication IN SHARE ROW EXCLUSIVE MODE;  -- one at a time
  due := affinity.answered_phases(version);
  IF due.phases <> '{}' THEN
    n := affinity.publish_phases(version, due.phases);
  END IF;
  IF due.all_together THEN
    PERFORM affinity.publish_answers(version);
  END IF;
  PERFORM affinity.publish_differences();
  RETURN n;
END
$$;
COMMENT ON FUNCTION affinity.validate() IS
'Publishes how well the scores of the active model have foretold answers (affinity.validation), what lies in these (affinity.answer_model),
and differences between declared groups (affinity.publish_differences); returns for how many phases. Each figure is published where at
least five people have added answers that it is made of since it was published last, of this model (affinity.answered_phases): else what was
published stays as it is, of whichever model. Figures are rounded.

An answer counts with the scores that stood when it was given. Of people with consent of kind research, nothing of fewer than five;
intervals by 1,000 draws of people. For the owner of the modules; the job affinity.validate calls it once in 30 days.';

CREATE OR REPLACE FUNCTION affinity.validate_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  version CONSTANT text := (affinity.active_model()).version;
  -- The schedule is as punctual as jobs are: an hour early is in time.
  since CONSTANT timestamptz := now() - platform.setting('affinity_publish_every')::interval + interval '1 hour';
BEGIN
  LOCK TABLE affinity.publication IN SHARE ROW EXCLUSIVE MODE;
  IF version IS NULL OR EXISTS (SELECT FROM affinity.publication p WHERE p.figure = 'job' AND p.published_at > since) THEN
    RETURN '{"phases": 0}';
  END IF;
  PERFORM affinity.note_publications('{job}', version);
  RETURN jsonb_build_object('phases', affinity.validate());
END
$$;
COMMENT ON FUNCTION affinity.validate_job(jsonb) IS
'A job: affinity.validate(); returns {phases}. Where the last job was less than 30 days ago (platform.setting affinity_publish_every) it
does nothing, whoever has it run. The payload is not looked at.';

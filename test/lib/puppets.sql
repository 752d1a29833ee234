-- An employer with puppet accounts and a year of time. puppets_year(seed, mode) plays a year on a fleet in small steps, most of them a
-- change by ONE person, with runs of crew.publish_figures at arbitrary moments, reads after every step what an employer may read about
-- groups, and returns what the employer could use. It keeps its own ledger of who answered what; nothing of the year stays.
--
-- Modes. verified: only verified accounts count, puppets may wait as long as they like. young: everybody counts whom the other rules let
-- count; no puppet has been aboard for 30 days when a question is asked. waiting: the same, but four puppets a vessel have been there from
-- the beginning, answer every survey as soon as it opens, and so know all but one of the first five answers.
--
-- A change of a figure is usable unless five honest people who count have given answers that are new in it.

CREATE FUNCTION pg_temp.uid(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('harmony puppets ' || name)::uuid;

-- What the employer reads: key, kind, vessel, survey kind, item, number of people, everything told.
CREATE FUNCTION pg_temp.look() RETURNS TABLE (key text, kind text, vessel uuid, of text, item text, n bigint, told jsonb)
LANGUAGE plpgsql AS $$
DECLARE seen jsonb; who CONSTANT text := current_setting('role');
BEGIN
  PERFORM set_config('request.jwt.claims', json_build_object('sub', pg_temp.uid('client'))::text, true);
  SET LOCAL ROLE harmony_user;
  SELECT jsonb_agg(r) INTO seen FROM (
    SELECT 'survey/' || s.survey || '/' || s.item AS key, 'survey' AS kind, v.id AS vessel, s.survey::text AS of, s.item, s.n,
           to_jsonb(s) AS told
    FROM crew.vessel v, crew.survey_results(v.id) s
    UNION ALL
    SELECT x.key, x.kind, x.vessel, x.of, x.item, x.n, x.told
    FROM (VALUES ('*'), ('monthly_pulse'), ('post_season')) k (kind)
    CROSS JOIN LATERAL crew.agreement(md5('harmony puppets employer')::uuid, nullif(k.kind, '*')) a
    CROSS JOIN LATERAL (VALUES
      (concat_ws('/', 'rwg', k.kind, a.item, a.vessel_id), 'rwg', a.vessel_id, k.kind, a.item, a.vessel_people,
       jsonb_build_array(a.vessel_people, a.rwg)),
      (concat_ws('/', 'icc', k.kind, a.item), 'icc', NULL, k.kind, a.item, a.people,
       jsonb_build_array(a.vessels, a.people, a.icc1, a.icc2))) x (key, kind, vessel, of, item, n, told)
    WHERE x.kind = 'rwg' OR a.item <> 'all'
    UNION
    SELECT 'weather/' || v.id, 'weather', v.id, NULL, NULL, (d #> '{weather,n_people}')::bigint, (d -> 'weather') - '{rmssd,n_differences,
      trend_days,slope,slope_low,slope_high,trend,outlook,outlook_low,outlook_high,outlook_status}'::text[]
    FROM crew.vessel v, crew.dashboard(v.id) d WHERE d -> 'weather' <> 'null'
    UNION ALL
    SELECT 'swings/' || v.id, 'swings', v.id, NULL, NULL, NULL, jsonb_build_array(w -> 'week', w -> 'rmssd', w -> 'n_differences')
    FROM crew.vessel v, crew.dashboard(v.id) d, LATERAL (SELECT d -> 'weather' AS w) w WHERE w ->> 'rmssd' IS NOT NULL
    UNION ALL
    SELECT 'trend/' || v.id, 'trend', v.id, NULL, NULL, NULL, jsonb_build_array(w -> 'week', w -> 'trend_days', w -> 'slope',
      w -> 'slope_low', w -> 'slope_high', w -> 'trend', w -> 'outlook', w -> 'outlook_low', w -> 'outlook_high', w -> 'outlook_status')
    FROM crew.vessel v, crew.dashboard(v.id) d, LATERAL (SELECT d -> 'weather' AS w) w
    WHERE num_nonnulls(w ->> 'trend_days', w ->> 'slope', w ->> 'outlook') > 0
    UNION ALL
    SELECT 'diagnosis/' || v.id, 'of weather', v.id, NULL, NULL, NULL, jsonb_build_array(d -> 'diagnosis', d -> 'action')
    FROM crew.vessel v, crew.dashboard(v.id) d WHERE d -> 'weather' <> 'null'
    UNION ALL
    SELECT 'toxicity/' || v.id, 'toxicity', v.id, NULL, NULL, NULL, jsonb_build_array(d -> 'toxicity_flag', d -> 'toxicity_evidence')
    FROM crew.vessel v, crew.dashboard(v.id) d WHERE d -> 'toxicity_evidence' <> 'null'
    UNION ALL
    SELECT 'row/' || v.id, 'of both', v.id, NULL, NULL, NULL,
           jsonb_build_array(v.toxicity_flag)
    FROM crew.vessel v
    UNION ALL
    SELECT 'fleet', 'of both', NULL, NULL, NULL, NULL, jsonb_build_array(f -> 'toxic', f -> 'risk', (
             SELECT jsonb_agg(e - '{crew_count,f_team}'::text[]) FROM jsonb_array_elements(f -> 'vessels') e))
    FROM crew.fleet(md5('harmony puppets employer')::uuid) f
    UNION ALL
    SELECT 'flagged', 'of both', NULL, NULL, NULL, NULL, to_jsonb(crew.judge_toxicity(md5('harmony puppets employer')::uuid))
    UNION ALL
    SELECT concat_ws('/', 'fairness', f.year, f.attribute, f.group_name, f.stage, f.reference), 'fairness', NULL, f.year::text,
           f.attribute, f.n, to_jsonb(f)
    FROM crew.fairness() f) r;
  PERFORM set_config('role', who, true), set_config('request.jwt.claims', '', true);
  RETURN QUERY SELECT r.* FROM jsonb_to_recordset(coalesce(seen, '[]'))
    r (key text, kind text, vessel uuid, of text, item text, n bigint, told jsonb);
END $$;

-- The ledger.
CREATE TEMP TABLE person (id uuid PRIMARY KEY, honest boolean, since timestamptz, gone boolean DEFAULT false);
CREATE TEMP TABLE service (person uuid, vessel uuid, from_at timestamptz, to_at timestamptz);
CREATE TEMP TABLE asked (survey uuid, vessel uuid, kind text, at timestamptz);
CREATE TEMP TABLE answered (person uuid, survey uuid, item text, at timestamptz);
CREATE TEMP TABLE felt (person uuid, vessel uuid, day date);
CREATE TEMP TABLE picked (year int, person uuid, attribute text, group_name text, stage text, passed boolean);
CREATE TEMP TABLE used (key text, person uuid, survey uuid, week date);
CREATE TEMP TABLE reading (key text PRIMARY KEY, kind text, vessel uuid, of text, item text, n bigint, told jsonb);
CREATE TEMP TABLE seen (LIKE reading);
CREATE TEMP TABLE changed (key text, kind text, vessel uuid, of text, item text, n bigint, told jsonb, was jsonb, n_was bigint);
CREATE TEMP TABLE finding (step int, what text, key text, was jsonb, told jsonb, honest int, consumed int);

-- Who counts by the rules that the documentation states, as the ledger sees it.
CREATE FUNCTION pg_temp.counts(who uuid, aboard uuid, at timestamptz, only_honest boolean) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (SELECT FROM service s JOIN person p ON p.id = s.person WHERE s.person = who AND s.vessel = aboard
  AND s.from_at <= at - interval '30 days' AND p.since <= at - interval '30 days'
  AND coalesce(s.to_at, 'infinity') >= date_trunc('day', at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AND (p.honest OR NOT only_honest));

-- contributors(c, at, mode): how many honest people's, and how many people's, answers are new in a figure that has changed.
CREATE FUNCTION pg_temp.contributors(c changed, at timestamptz, mode text, OUT honest_new int, OUT consumed int) LANGUAGE plpgsql AS $$
DECLARE monday CONSTANT date := date_trunc('week', at AT TIME ZONE 'UTC')::date - 7; chosen uuid;
BEGIN
  IF c.kind IN ('survey', 'rwg') THEN
    -- The survey: the one named, or the newest of the vessel (and kind) with five answers that are not yet in this figure.
    SELECT a.survey INTO chosen FROM asked a
    WHERE a.vessel = c.vessel AND (c.kind = 'rwg' AND c.of IN ('*', a.kind) OR a.survey::text = c.of) AND 5 <= (
      SELECT count(*) FROM answered r JOIN person p ON p.id = r.person AND NOT p.gone WHERE r.survey = a.survey AND r.item = c.item
        AND pg_temp.counts(r.person, a.vessel, a.at, mode = 'verified')
        AND NOT EXISTS (SELECT FROM used u WHERE u.key = c.key AND u.person = r.person AND u.survey = r.survey))
    ORDER BY a.at DESC LIMIT 1;
    WITH fresh AS (
      SELECT r.person, r.survey, p.honest, row_number() OVER (ORDER BY r.at, r.person) AS nth
      FROM answered r JOIN person p ON p.id = r.person AND NOT p.gone JOIN asked a ON a.survey = r.survey
      WHERE r.survey = chosen AND r.item = c.item AND pg_temp.counts(r.person, a.vessel, a.at, mode = 'verified')
        AND NOT EXISTS (SELECT FROM used u WHERE u.key = c.key AND u.person = r.person AND u.survey = r.survey)
    ), taken AS (
      INSERT INTO used SELECT c.key, f.person, f.survey FROM fresh f
        WHERE f.nth <= CASE WHEN c.n > coalesce(c.n_was, 0) THEN c.n - coalesce(c.n_was, 0) ELSE c.n END RETURNING used.person)
    SELECT count(*) FILTER (WHERE p.honest), count(*) INTO honest_new, consumed FROM taken t JOIN person p ON p.id = t.person;
  ELSIF c.kind = 'trend' THEN  -- of the mean of each day
    SELECT min(d.honest), min(d.everybody) INTO honest_new, consumed FROM (
      SELECT count(*) FILTER (WHERE p.honest) AS honest, count(*) AS everybody FROM felt f JOIN person p ON p.id = f.person AND NOT p.gone
      WHERE f.vessel = c.vessel AND f.day BETWEEN monday AND monday + 6
        AND pg_temp.counts(f.person, f.vessel, monday::timestamp AT TIME ZONE 'UTC', mode = 'verified') GROUP BY f.day) d;
  ELSIF c.kind IN ('weather', 'toxicity', 'swings') THEN  -- swings: of those who answered twice
    WITH fresh AS (
      SELECT f.person, p.honest FROM felt f JOIN person p ON p.id = f.person AND NOT p.gone
      WHERE f.vessel = c.vessel AND f.day BETWEEN monday AND monday + 6
        AND pg_temp.counts(f.person, f.vessel, monday::timestamp AT TIME ZONE 'UTC', mode = 'verified')
        AND NOT EXISTS (SELECT FROM used u WHERE u.key = c.key AND u.week = monday)
      GROUP BY f.person, p.honest HAVING count(*) > CASE c.kind WHEN 'swings' THEN 1 ELSE 0 END
    ), taken AS (INSERT INTO used SELECT c.key, f.person, NULL, monday FROM fresh f RETURNING used.person)
    SELECT count(*) FILTER (WHERE p.honest), count(*) INTO honest_new, consumed FROM taken t JOIN person p ON p.id = t.person;
  ELSE  -- a year, once, of five who passed and five who did not of each group
    SELECT min(x.honest), min(x.everybody) INTO honest_new, consumed FROM (
      SELECT count(*) FILTER (WHERE p.honest) AS honest, count(*) FILTER (WHERE p.honest OR mode <> 'verified') AS everybody
      FROM (VALUES (true), (false)) v (passed) CROSS JOIN (SELECT DISTINCT k.group_name FROM picked k
        WHERE k.year = c.of::int AND k.attribute = c.item) g
      LEFT JOIN picked k ON k.year = c.of::int AND k.attribute = c.item AND k.stage = c.told ->> 'stage' AND k.passed = v.passed
        AND k.group_name = g.group_name
      LEFT JOIN person p ON p.id = k.person GROUP BY v.passed, g.group_name
      HAVING count(*) FILTER (WHERE p.honest OR mode <> 'verified') > 0) x;
    IF c.was IS NOT NULL OR c.of::int >= extract(year FROM at AT TIME ZONE 'UTC') THEN honest_new := 0; END IF;
  END IF;
END $$;

-- judge(step, what, at, published, mode): compares with the reading before and notes what is usable.
CREATE FUNCTION pg_temp.judge(step int, what text, at timestamptz, published boolean, mode text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE c changed; n record; lapsed boolean;
BEGIN
  DELETE FROM seen;
  INSERT INTO seen SELECT * FROM pg_temp.look();
  -- As time passes a figure may lapse: where none is told, none is compared.
  DELETE FROM reading r WHERE NOT EXISTS (SELECT FROM seen l WHERE l.key = r.key);
  lapsed := FOUND;
  DELETE FROM changed;
  INSERT INTO changed SELECT l.*, r.told, r.n FROM seen l LEFT JOIN reading r ON r.key = l.key
    WHERE r.told IS DISTINCT FROM l.told AND NOT (l.kind = 'of both' AND (r.key IS NULL OR lapsed));
  -- What a single person does changes nothing at once.
  IF NOT published THEN
    INSERT INTO finding SELECT step, what, h.key, h.was, h.told, 0, 0 FROM changed h;
  ELSE
    FOR c IN SELECT * FROM changed h WHERE h.kind IN ('survey', 'rwg', 'weather', 'swings', 'trend', 'toxicity', 'fairness') LOOP
      n := pg_temp.contributors(c, at, mode);
      INSERT INTO finding
        VALUES (step, CASE WHEN n.honest_new >= 5 THEN 'ok' ELSE what END, c.key, c.was, c.told, n.honest_new, n.consumed);
    END LOOP;
    -- What follows from others changes with them only; a newer survey of a vessel takes the place of the one before in every item.
    INSERT INTO finding SELECT judge.step, CASE WHEN count(o.key) > 0 THEN 'ok' ELSE judge.what END, h.key, h.was, h.told, 0, 0
    FROM changed h LEFT JOIN (
      SELECT f.key, f.step, a.kind
      FROM finding f JOIN asked a ON a.survey::text = split_part(f.key, '/', 2)
      WHERE f.key LIKE 'survey/%' AND f.what = 'ok') o ON h.of IN ('*', o.kind)
        AND o.step > coalesce((SELECT max(f.step) FROM finding f WHERE f.key = h.key), -1)
    WHERE h.kind = 'icc' AND mode <> 'waiting' GROUP BY h.key, h.was, h.told;
    INSERT INTO finding SELECT judge.step, judge.what, h.key, h.was, h.told, 0, 0 FROM changed h
    WHERE h.kind = 'of weather' AND NOT EXISTS (SELECT FROM changed o WHERE o.kind = 'weather' AND o.vessel = h.vessel)
       OR h.kind = 'of both' AND NOT EXISTS (SELECT FROM changed o WHERE o.kind IN ('weather', 'toxicity'));
  END IF;
  INSERT INTO reading SELECT h.key, h.kind, h.vessel, h.of, h.item, h.n, h.told FROM changed h
    ON CONFLICT (key) DO UPDATE SET n = excluded.n, told = excluded.told;
  INSERT INTO reading SELECT l.* FROM seen l WHERE l.kind = 'of both' ON CONFLICT (key) DO UPDATE SET told = excluded.told;
END $$;

CREATE FUNCTION pg_temp.join_crew(who uuid, is_honest boolean, aboard uuid, at timestamptz, account_at timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO platform.account (id, email, created_at, is_verified) VALUES (who, who || '@example.org', account_at, is_honest);
  INSERT INTO crew.assignment (person_id, vessel_id, position, started_on, created_at)
    VALUES (who, aboard, 'Deckhand', (at AT TIME ZONE 'UTC')::date, at);
  INSERT INTO crew.declared_group VALUES (who, 'origin', (ARRAY['a', 'b'])[1 + floor(random() * 2)]);
  INSERT INTO person VALUES (who, is_honest, account_at);
  INSERT INTO service VALUES (who, aboard, at);
END $$;

-- Leaves, as it is entered at this time, so many days ago.
CREATE FUNCTION pg_temp.leave_crew(who uuid, at timestamptz, days int DEFAULT 0) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE crew.assignment SET status = 'ended', ended_on = greatest(started_on, (at AT TIME ZONE 'UTC')::date - days), ended_at = at
    WHERE person_id = who AND status = 'active';
  UPDATE service s SET to_at = at WHERE s.person = who AND s.to_at IS NULL;
END $$;

CREATE FUNCTION pg_temp.answer(who uuid, survey uuid, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO crew.survey_response (person_id, survey_id, responded_at, team_cohesion, workload, leadership, own_performance,
    intent_to_stay)
    SELECT who, survey, at, 1 + floor(random() * 10), CASE WHEN random() < 0.8 THEN 1 + floor(random() * 10) END,
      1 + floor(random() * 10), CASE WHEN random() < 0.8 THEN 1 + floor(random() * 10) END, 1 + floor(random() * 10);
  INSERT INTO answered SELECT who, answer.survey, i.item, answer.at FROM crew.survey_response r, crew.survey_items(r) i
    WHERE r.person_id = who AND r.survey_id = answer.survey;
END $$;

-- A campaign of the fleet: 48 honest candidates and up to three puppets, decided and archived.
CREATE FUNCTION pg_temp.recruit(nth int, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE search CONSTANT uuid := pg_temp.uid('campaign' || nth);
BEGIN
  INSERT INTO crew.campaign (id, organization_id, vessel_id, position, title, status)
    VALUES (search, pg_temp.uid('employer'), pg_temp.uid('vessel1'), 'Bosun', 'x', 'open');
  INSERT INTO platform.account (id, email, created_at, is_verified)
    SELECT pg_temp.uid(format('candidate%s/%s', nth, i)), format('candidate%s.%s@example.org', nth, i), at - interval '300 days', true
    FROM generate_series(1, 48) i;
  INSERT INTO person SELECT pg_temp.uid(format('candidate%s/%s', nth, i)), true, at - interval '300 days' FROM generate_series(1, 48) i;
  INSERT INTO crew.declared_group SELECT pg_temp.uid(format('candidate%s/%s', nth, i)), t.a, (ARRAY['a', 'b'])[1 + floor(random() * 2)]
    FROM generate_series(1, 48) i, (VALUES ('origin'), ('age')) t (a) WHERE random() < 0.9;
  INSERT INTO crew.candidacy (person_id, campaign_id) SELECT pg_temp.uid(format('candidate%s/%s', nth, i)), search
    FROM generate_series(1, 48) i;
  INSERT INTO crew.candidacy (person_id, campaign_id) SELECT p.id, search FROM person p WHERE NOT p.honest AND NOT p.gone
    ORDER BY random() LIMIT 3;
  UPDATE crew.candidacy k SET shortlisted = random() < 0.5 WHERE k.campaign_id = search;
  UPDATE crew.candidacy k SET status = 'hired' WHERE k.campaign_id = search AND k.shortlisted AND random() < 0.5;
  UPDATE crew.campaign SET status = 'closed' WHERE id = search;
END $$;

CREATE FUNCTION pg_temp.archive(nth int, at timestamptz, mode text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE crew.campaign SET status = 'archived', archived_at = at WHERE id = pg_temp.uid('campaign' || nth) AND status = 'closed';
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO picked SELECT extract(year FROM at AT TIME ZONE 'UTC'), k.person_id, g.attribute, g.group_name, s.stage, s.passed
    FROM crew.candidacy k JOIN crew.declared_group g ON g.person_id = k.person_id JOIN person p ON p.id = k.person_id
    CROSS JOIN LATERAL (VALUES ('shortlist', k.shortlisted OR k.status = 'hired'), ('hire', k.status = 'hired'),
                               ('barrier', true)) s (stage, passed)
    WHERE k.campaign_id = pg_temp.uid('campaign' || nth) AND (p.honest OR mode = 'waiting');
END $$;

-- Two vessels of eight honest people; in mode waiting of four puppets too.
CREATE FUNCTION pg_temp.found(clock timestamptz, mode text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO platform.organization (id, name) VALUES (pg_temp.uid('employer'), 'Employer');
  INSERT INTO platform.account (id, email) VALUES (pg_temp.uid('client'), 'client@example.org');
  INSERT INTO platform.membership (account_id, organization_id) VALUES (pg_temp.uid('client'), pg_temp.uid('employer'));
  INSERT INTO crew.vessel (id, organization_id, name) SELECT pg_temp.uid('vessel' || v), pg_temp.uid('employer'), 'Vessel ' || v
    FROM generate_series(1, 2) v;
  PERFORM pg_temp.join_crew(pg_temp.uid('honest' || h), true, pg_temp.uid('vessel' || 1 + h % 2), clock - interval '200 days',
    clock - interval '400 days') FROM generate_series(1, 16) h;
  IF mode = 'waiting' THEN
    PERFORM pg_temp.join_crew(pg_temp.uid('waiting' || h), false, pg_temp.uid('vessel' || 1 + h % 2), clock - interval '40 days',
      clock - interval '50 days') FROM generate_series(1, 8) h;
  END IF;
  UPDATE crew.disclosure SET verified_only = mode = 'verified';
END $$;

CREATE FUNCTION pg_temp.days_between(before timestamptz, clock timestamptz, mode text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF mode = 'young' THEN  -- before they have been there for 30 days
    PERFORM pg_temp.leave_crew(s.person, s.from_at + interval '27 days') FROM service s JOIN person p ON p.id = s.person
      WHERE NOT p.honest AND s.to_at IS NULL AND s.from_at < clock - interval '27 days';
  END IF;
  -- The days between: honest people's pulses, and those of half the puppets. No run publishes them yet.
  WITH given AS (
    INSERT INTO crew.pulse (person_id, vessel_id, given_at, score)
    SELECT s.person, s.vessel, d.at, 1 + floor(random() * 5) FROM service s JOIN person p ON p.id = s.person AND NOT p.gone
    CROSS JOIN LATERAL (SELECT generate_series(greatest(before, s.from_at), least(clock, s.to_at), '1 day') AS at) d
    WHERE random() < 0.35 AND d.at < coalesce(s.to_at, 'infinity') ON CONFLICT DO NOTHING RETURNING person_id, vessel_id, day)
  INSERT INTO felt SELECT g.person_id, g.vessel_id, g.day FROM given g;
  -- And their answers, one after the other; some items are left out.
  WITH given AS (
    INSERT INTO crew.survey_response AS r (person_id, survey_id, responded_at, team_cohesion, workload, leadership, own_performance,
      intent_to_stay)
    SELECT s.person, a.survey, a.at + interval '1 minute' + random() * (clock - a.at - interval '1 minute'), 1 + floor(random() * 10),
      1 + floor(random() * 10), 1 + floor(random() * 10), CASE WHEN random() < 0.8 THEN 1 + floor(random() * 10) END,
      1 + floor(random() * 10)
    FROM asked a JOIN service s ON s.vessel = a.vessel AND coalesce(s.to_at, 'infinity') >= a.at
    JOIN person p ON p.id = s.person AND p.honest AND NOT p.gone
    WHERE a.at BETWEEN clock - interval '40 days' AND clock - interval '1 minute' AND random() < 0.3
      AND NOT EXISTS (SELECT FROM answered o WHERE o.person = s.person AND o.survey = a.survey) RETURNING r.*)
  INSERT INTO answered SELECT g.person_id, g.survey_id, i.item, g.responded_at FROM given g, crew.survey_items(g::crew.survey_response) i;
END $$;

-- What happens in a step, by chance; returns what.
CREATE FUNCTION pg_temp.happen(choice float8, clock timestamptz, mode text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE what text; who uuid; aboard uuid; survey uuid; open_one int; n int; BEGIN
  SELECT s.person, s.vessel INTO who, aboard FROM service s JOIN person p ON p.id = s.person AND NOT p.gone
    WHERE s.to_at IS NULL ORDER BY random() LIMIT 1;
  IF choice < 0.3 THEN
    what := 'an answer';  -- of one person, a puppet if there is one
    SELECT a.survey, s.person INTO survey, who FROM asked a JOIN service s ON s.vessel = a.vessel
      AND coalesce(s.to_at, 'infinity') >= a.at JOIN person p ON p.id = s.person AND NOT p.gone
    WHERE a.at > clock - interval '60 days' AND NOT EXISTS (SELECT FROM answered r WHERE r.person = s.person AND r.survey = a.survey)
    ORDER BY p.honest, random() LIMIT 1;
    IF FOUND THEN
      PERFORM pg_temp.answer(who, survey, clock);
    END IF;
  ELSIF choice < 0.4 THEN
    what := 'a survey';
    open_one := (SELECT count(*) + 1 FROM asked);
    INSERT INTO crew.survey (id, vessel_id, kind, opens_at) VALUES (pg_temp.uid('survey' || open_one), aboard,
      (ARRAY['monthly_pulse', 'post_season'])[1 + floor(random() * 2)], clock - interval '1 second');
    INSERT INTO asked SELECT s.id, s.vessel_id, s.kind, s.opens_at FROM crew.survey s WHERE s.id = pg_temp.uid('survey' || open_one);
    PERFORM pg_temp.answer(s.person, pg_temp.uid('survey' || open_one), clock) FROM service s JOIN person p ON p.id = s.person
      WHERE mode = 'waiting' AND NOT p.honest AND NOT p.gone AND s.vessel = aboard AND s.to_at IS NULL
        AND s.from_at < clock - interval '30 days';
  ELSIF choice < 0.44 THEN
    what := 'a corrected pulse';
    UPDATE crew.pulse SET score = 6 - score WHERE (person_id, day) IN (
      SELECT p.person_id, p.day FROM crew.pulse p JOIN crew.assignment a USING (person_id, vessel_id)
      WHERE p.day <= coalesce(a.ended_on, 'infinity') ORDER BY random() LIMIT 1);
  ELSIF choice < 0.47 THEN
    what := 'an erased account';
    IF (SELECT count(*) FROM service s JOIN person p ON p.id = s.person AND p.honest AND NOT p.gone WHERE s.to_at IS NULL) > 12
       OR NOT (SELECT p.honest FROM person p WHERE p.id = who) THEN
      DELETE FROM platform.account WHERE id = who;
      UPDATE person p SET gone = true WHERE p.id = who;
      UPDATE service s SET to_at = clock WHERE s.person = who AND s.to_at IS NULL;
    END IF;
  ELSIF choice < 0.51 THEN
    what := 'a changed group';
    UPDATE crew.declared_group SET group_name = (ARRAY['a', 'b'])[1 + floor(random() * 2)] WHERE person_id = who;
  ELSIF choice < 0.6 THEN
    what := 'a puppet boards';
    n := (SELECT count(*) FROM person);
    PERFORM pg_temp.join_crew(pg_temp.uid('puppet' || n), false, aboard, clock, clock - random() * interval '60 days');
  ELSIF choice < 0.62 THEN
    what := 'an honest person boards';
    n := (SELECT count(*) FROM person);
    PERFORM pg_temp.join_crew(pg_temp.uid('newcomer' || n), true, aboard, clock, clock - interval '90 days');
  ELSIF choice < 0.64 THEN
    what := 'one leaves';
    PERFORM pg_temp.leave_crew(who, clock, (ARRAY[0, 50])[1 + floor(random() * 2)::int]);
  ELSIF choice < 0.68 THEN
    what := 'a campaign';
    PERFORM pg_temp.recruit((SELECT count(*) + 1 FROM crew.campaign)::int, clock);
  ELSIF choice < 0.72 THEN
    what := 'archived';
    PERFORM pg_temp.archive(c, clock, mode) FROM generate_series(1, (SELECT count(*) FROM crew.campaign)::int) c
      WHERE random() < 0.8;
  ELSE
    what := 'published';
    PERFORM crew.publish_figures(clock);
  END IF;
  RETURN what;
END $$;

CREATE FUNCTION pg_temp.live_through(mode text, steps int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE clock timestamptz := date_trunc('day', now()) - interval '390 days'; before timestamptz; what text;
BEGIN
  PERFORM pg_temp.found(clock, mode), pg_temp.judge_at(clock);
  PERFORM crew.rebuild_stale(), pg_temp.judge(0, 'start', clock, true, mode);
  FOR step IN 1 .. steps LOOP
    before := clock;
    clock := clock + random() * interval '1 day' * 2 * 385 / steps;
    EXIT WHEN clock > now() - interval '1 day';
    PERFORM pg_temp.days_between(before, clock, mode);
    -- One campaign before the first year ends.
    what := pg_temp.happen(CASE step WHEN 1 THEN 0.65 WHEN 3 THEN 0.7 ELSE random() END, clock, mode);
    PERFORM pg_temp.judge_at(clock), crew.rebuild_stale();
    PERFORM pg_temp.judge(step, what, clock, what = 'published', mode);
  END LOOP;
END $$;

-- Snapshots show four weeks, seen from the day of the step: now() stands still.
CREATE OR REPLACE FUNCTION crew.oldest_shown_week() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN to_char(crew.last_week(current_setting('puppets.clock')::timestamptz) - 21, 'YYYY-MM-DD');
CREATE FUNCTION pg_temp.judge_at(clock timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('puppets.clock', clock::text, true);
  UPDATE crew.vessel SET snapshot_updated_at = NULL WHERE random() < 0.3;
END $$;

CREATE FUNCTION puppets_year(seed float8, mode text, steps int DEFAULT 80) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE found jsonb;
BEGIN
  BEGIN
    PERFORM setseed(seed);
    PERFORM pg_temp.live_through(mode, steps);
    SELECT jsonb_build_object(
      'steps', steps, 'usable', count(*) FILTER (WHERE f.what NOT IN ('ok', 'start')),
      'figures', count(*) FILTER (WHERE f.honest + f.consumed > 0),
      'kinds', (SELECT jsonb_object_agg(k.kind, k.n)
                FROM (SELECT split_part(o.key, '/', 1) AS kind, count(*) AS n FROM finding o GROUP BY 1) k),
      'known', count(*) FILTER (WHERE f.honest = 1 AND f.consumed >= 5),
      'what', (SELECT jsonb_agg(to_jsonb(o)) FROM (SELECT * FROM finding o WHERE o.what NOT IN ('ok', 'start') ORDER BY o.step LIMIT 3) o))
    INTO found FROM finding f;
    RAISE EXCEPTION USING ERRCODE = 'HM003', MESSAGE = found::text;
  EXCEPTION WHEN SQLSTATE 'HM003' THEN RETURN SQLERRM::jsonb;
  END;
END $$;

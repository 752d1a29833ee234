-- A campaign 1 of an employer 1 with :pool candidates, person 1 among them, who is the employer's client, and a vessel 1 with :crew aboard.
-- bench.id(what, n) names everybody and everything. Profiles with every family, from a seeded hash.
CREATE FUNCTION bench.id(what text, n int) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5(what || n)::uuid;
INSERT INTO platform.account (id, email) SELECT bench.id('person', n), n || '@example.org' FROM generate_series(1, :pool + :crew) n;
INSERT INTO assessment.profile (person_id, psychometric_snapshot)
SELECT bench.id('person', i),
       (SELECT harmony.snapshot(t.code, t.family,
                 (mod(abs(hashint8extended(i, hashtext(t.code))), 500) + mod(abs(hashint8extended(i, hashtext(t.code) + 1)), 501)) / 10.0,
                 true, '2025-01-01', t.family || '-1@1', '{}') FROM assessment.trait t)
FROM generate_series(1, :pool + :crew) i;
INSERT INTO platform.organization (id, name) VALUES (bench.id('employer', 1), 'Employer');
INSERT INTO platform.membership (account_id, organization_id) VALUES (bench.id('person', 1), bench.id('employer', 1));
INSERT INTO crew.vessel (id, organization_id, name, leader_id, environment)
VALUES (bench.id('vessel', 1), bench.id('employer', 1), 'Vessel', bench.id('person', :pool + 1),
  '{"salary_index": 0.7, "rest_days_ratio": 0.5, "private_cabin_ratio": 0.5, "charter_intensity": 0.6, "management_pressure": 0.4}');
INSERT INTO crew.assignment (person_id, vessel_id, position, started_on)
SELECT bench.id('person', :pool + n), bench.id('vessel', 1), 'Deckhand', '2000-01-01' FROM generate_series(1, :crew) n;
INSERT INTO crew.campaign (id, organization_id, vessel_id, position, title, status)
VALUES (bench.id('campaign', 1), bench.id('employer', 1), bench.id('vessel', 1), 'Deckhand', 'Campaign', 'open');
INSERT INTO crew.candidacy (person_id, campaign_id) SELECT bench.id('person', n), bench.id('campaign', 1) FROM generate_series(1, :pool) n;

-- A season on the demo fleet: a campaign, a decision explained, two dashboards, and what the model learns.
\pset footer off
\pset null '-'
SELECT md5('campaign 1')::uuid AS campaign, md5('vessel 4')::uuid AS vessel \gset

\echo
\echo 'Candidates of the campaign "A bosun for the Aurora":'
SELECT m.rank, a.full_name AS candidate, m.safety_level AS safety, round(m.g_fit::numeric, 1) AS g_fit,
       round(m.centile::numeric) AS centile,
       round(m.y_success::numeric, 1) AS "ŷ", round(m.team_delta::numeric, 1) AS "team Δ", m.confidence, m.flags
FROM crew.matching(:'campaign') m JOIN platform.account a ON a.id = m.person ORDER BY m.rank;

SELECT person FROM crew.matching(:'campaign', 1) \gset
\echo 'Why the first is first:'
SELECT replace(i ->> 'sentence', ': ', E':\n') AS sentence FROM crew.impact(:'campaign', :'person') i \gset
\echo :sentence
\echo
SELECT t.key AS term, round((t.value ->> 'value')::numeric, 1) AS value, round((t.value ->> 'beta')::numeric, 2) AS beta,
       round((t.value ->> 'contribution')::numeric, 1) AS contribution
FROM crew.impact(:'campaign', :'person') i, jsonb_each(i #> '{success,terms}') t ORDER BY t.key;

\echo 'The decision, and the message that waits:'
SELECT decision, round(y_success::numeric, 1) AS "ŷ", model_version, reason
FROM crew.decide(:'campaign', :'person', 'hired', 'Best with this crew');
SELECT template, parameters ->> 'position' AS position, parameters ->> 'vessel' AS vessel FROM platform.outbox;

\echo 'The person accepts, and so joins:'
SELECT v.name AS vessel FROM crew.accept_offer(:'campaign', :'person') a (id) JOIN crew.vessel v USING (id);

\echo 'What is told about groups is published, vessels judged against their fleet, snapshots rebuilt:'
SELECT crew.publish_figures() AS published;
SELECT crew.rebuild_stale() AS rebuilt;
SELECT count(*) AS stale FROM crew.verify_snapshots();
SELECT v.name AS vessel, d ->> 'crew_count' AS crew, d #> '{harmony,performance}' AS performance, d #> '{harmony,cohesion}' AS cohesion,
       d #>> '{weather,status}' AS weather, d #> '{diagnosis,hidden_conflict}' AS hidden_conflict,
       d #> '{diagnosis,team_volatility}' AS volatility, d #>> '{diagnosis,crew_type}' AS type, d #>> '{diagnosis,risk}' AS risk,
       v.toxicity_flag AS toxic
FROM crew.vessel v, crew.dashboard(v.id) d WHERE v.is_active ORDER BY v.name;
SELECT v.name AS vessel, crew.dashboard(v.id) ->> 'action' AS "what to do" FROM crew.vessel v WHERE v.is_active ORDER BY v.name;

\echo 'What the crew of the Draco says, as its employer is told it: the newest survey, 0 to 100:'
SELECT f ->> 'item' AS item, f -> 'n' AS n, f -> 'mean' AS mean
FROM platform.newest_figures('survey', ARRAY[:'vessel'::uuid]) p JOIN crew.survey s ON s.id::text = p.period
CROSS JOIN jsonb_array_elements(p.figures) f WHERE s.kind = 'post_season' ORDER BY 1;

\echo 'What the outcomes of 200 earlier hires teach; a person makes it the model in use:'
SELECT n, improves, activated, version, reasons[1] AS why FROM crew.retrain() \gset
SELECT :n AS n, :'improves' AS improves, :'activated' AS activated, :'why' AS why;
SELECT t.term, round((o.model #>> ARRAY['mlpsm', t.term])::numeric, 2) AS shipped,
       round((m.model #>> ARRAY['mlpsm', t.term])::numeric, 2) AS learnt, round(m.std_errors[t.n]::numeric, 3) AS std_error
FROM crew.model_version m, crew.model_version o, unnest('{intercept,p_ind,f_team,f_env,f_lmx}'::text[]) WITH ORDINALITY t (term, n)
WHERE m.version = :'version' AND o.version = 'default' ORDER BY t.n;
SELECT crew.activate_model(:'version') \g /dev/null
SELECT version, is_active FROM crew.model_version ORDER BY version;

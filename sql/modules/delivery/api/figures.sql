-- How projects deliver, for members of the organisation.

CREATE OR REPLACE FUNCTION api.dora(organization uuid, start timestamptz, "end" timestamptz, project text DEFAULT NULL,
                                    options jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE sql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT delivery.dora_document($1, $4, $2, $3, platform.json_argument($5))
$$;
COMMENT ON FUNCTION api.dora(uuid, timestamptz, timestamptz, text, jsonb) IS
'How often, how fast and how well is deployed: the figures of DORA in a window.

For members of the organization. From start to before end; project: its code, null all. options: {team, service, zone, year,
incident_window_seconds}. Times in seconds, shares 0 to 1, each with its interval and how many it rests on; what rests on nothing is null.
seeds: deployments that are the first of their service, which have no lead time. tiers: of each year {tier, crosses} a figure. Errors: 400
another option, no such project, team, zone or year; 403.';

SELECT platform.expose('delivery.lead_time_trend(uuid, timestamptz, timestamptz, text, jsonb)',
'How long work took, by the week in which it was done.

For members of the organization; a row a week, from Mondays in the options'' zone. From start to before end; project: its code, null all;
options: as dora. Seconds from commitment to done, and the shares within a day, a week and 30 days; partial: not the whole week. Errors: 400
another option, no such project, team or zone; 403.'),
  platform.expose('delivery.delivery_filters(uuid)',
'What can be asked for: projects, teams, services, types.

For members. organization: of this one; null: of all one''s own. {projects, teams, services, repositories, types, statuses, first, last}.
Errors: 403.'),
  platform.expose('delivery.flow(uuid, timestamptz, timestamptz, text, jsonb)',
'How work flows: how long it takes, what gets old, how much is under way.

For members of the organization. From start to before end; project: its code, null all; options: as dora. {n, cycle, lead, efficiency,
rework, ageing, service_level, cumulative, little}, times in seconds. Errors: 400 another option, no such project, team or zone; 403.'),
  platform.expose('delivery.forecast(uuid, timestamptz, timestamptz, text, jsonb, integer, integer, text, double precision[])',
'What will be done by when, from what was done in each unit of time.

For members of the organization. From start to before end is looked at, without the time before the first item; project: its code, null
all; options: as dora. items: after how many units so many are done; periods: how many are done in so many units; unit: day, week or month;
probability: for each of these. {throughput, probability, items, periods, backtest, trend}. Errors: 400 another unit or option, a
probability that is none; 403.'),
  platform.expose('delivery.reviews(uuid, timestamptz, timestamptz, text, jsonb)',
'How pull requests are reviewed.

For members of the organization. Those opened from start to before end, without those of bots; project: its code, null all; options: as
dora. {n, reviewed, first_review, rounds, sizes, merge_rate, rework_share}, times in seconds. Errors: 400 another option; 403.'),
  platform.expose('delivery.repositories(uuid, timestamptz, timestamptz, text, jsonb)',
'What is written in each project, and by how many.

For members of the organization; a row a project. From start to before end; project: its code, null all; options: as dora. What is about
authors is of at least five of them, else null. Errors: 400 another option; 403.'),
  platform.expose('delivery.contributors(uuid, timestamptz, timestamptz, text, jsonb)',
'Who writes, as a group, and what oneself has done.

For members of the organization. The whole months from start to before end; project: its code, null all; options: as dora. {authors,
bus_factor, gini, commits, unmapped, own}; of fewer than five authors null, with a reason. own: of whoever asks. Errors: 400 another option;
403.'),
  platform.expose('delivery.portfolio(uuid, timestamptz, timestamptz)',
'Projects side by side: what their sprints planned and got done, and their health.

For members of the organization; a row an active project, of its last sprints that ended from start to before end. health: 0 to 100, from
health_parts, of what is measured. Errors: 403.'),
  platform.expose('delivery.executive(uuid, timestamptz, timestamptz)',
'An organisation on a page: figures with their tiers, trends, risks.

For members of the organization. From start to before end. {kpis, trends, risks}; points of trends are those of a control chart;
risks have words, and a code with parameters. Errors: 403.'),
  platform.secure_api();

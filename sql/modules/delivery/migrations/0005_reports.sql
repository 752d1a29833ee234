-- Reports on delivery on paper.

INSERT INTO platform.report_kind (kind, routine, description) VALUES
  ('delivery', 'delivery.delivery_page', 'How an organisation delivers: {organization, start, end}; without times the last 90 days.')
ON CONFLICT DO NOTHING;

INSERT INTO platform.report_word (name, language, word)
  SELECT w.name, w.language, convert_from(w.word::bytea, 'UTF8')  -- UTF-8 in octal: databases in other encodings read it too
  FROM (VALUES
    ('delivery', 'en', 'Delivery'), ('delivery', 'de', 'Auslieferung'), ('starts_at', 'en', 'From'), ('starts_at', 'de', 'Von'),
    ('ends_at', 'en', 'Before'), ('ends_at', 'de', 'Bis vor'), ('deployment_frequency', 'en', 'Deployment days a week'),
    ('deployment_frequency', 'de', 'Tage mit Auslieferung je Woche'), ('lead_time', 'en', 'Lead time of changes'),
    ('lead_time', 'de', 'Durchlaufzeit von \303\204nderungen'), ('change_failure_rate', 'en', 'Changes that failed'),
    ('change_failure_rate', 'de', 'Fehlgeschlagene \303\204nderungen'), ('time_to_restore', 'en', 'Time to restore'),
    ('time_to_restore', 'de', 'Zeit bis zur Wiederherstellung'), ('rework_rate', 'en', 'Rework'), ('rework_rate', 'de', 'Nacharbeit'),
    ('tier', 'en', 'Tier'), ('tier', 'de', 'Stufe'), ('days', 'en', 'days'), ('days', 'de', 'Tage'), ('hours', 'en', 'hours'),
    ('hours', 'de', 'Stunden'), ('key_figures_delivery', 'en', 'Medians and shares, with 95 % intervals'),
    ('key_figures_delivery', 'de', 'Mediane und Anteile, mit 95-%-Intervallen'),
    ('no_risk', 'en', 'No figure says that something is at risk.'),
    ('no_risk', 'de', 'Keine Zahl sagt, dass etwas gef\303\244hrdet ist.'),
    ('nothing_deployed', 'en', 'Nothing was deployed to production in this time.'),
    ('nothing_deployed', 'de', 'In dieser Zeit wurde nichts in den Betrieb ausgeliefert.'), ('deployments', 'en', 'Deployments'),
    ('deployments', 'de', 'Auslieferungen'), ('completions', 'en', 'Work items done'), ('completions', 'de', 'Erledigte Aufgaben'),
    ('week_chart', 'en', 'By week; band: limits of chance (XmR); triangles: no chance'),
    ('week_chart', 'de', 'Nach Wochen; Band: Grenzen des Zufalls (XmR); Dreiecke: kein Zufall'),
    ('weeks_beyond', 'en', 'weeks that are no chance'), ('weeks_beyond', 'de', 'Wochen, die kein Zufall sind'),
    ('deployment_days', 'en', 'Days with a deployment'), ('deployment_days', 'de', 'Tage mit Auslieferung'),
    ('deployments_failed', 'en', 'Deployments with an incident'), ('deployments_failed', 'de', 'Auslieferungen mit St\303\266rung'),
    ('incidents_open', 'en', 'Incidents that are open'), ('incidents_open', 'de', 'Offene St\303\266rungen'),
    ('restored', 'en', 'Incidents that were resolved'), ('restored', 'de', 'Behobene St\303\266rungen'),
    ('seeds', 'en', 'First deployments of a service'), ('seeds', 'de', 'Erste Auslieferungen eines Dienstes'),
    ('flow', 'en', 'Work items done in this time'), ('flow', 'de', 'In dieser Zeit erledigte Aufgaben'),
    ('cycle_median', 'en', 'Cycle time, median'), ('cycle_median', 'de', 'Bearbeitungszeit, Median'),
    ('lead_median_items', 'en', 'Lead time of work items, median'), ('lead_median_items', 'de', 'Durchlaufzeit von Aufgaben, Median'),
    ('cycle_p85', 'en', 'Cycle time, 85 % within'), ('cycle_p85', 'de', 'Bearbeitungszeit, 85 % in'),
    ('lead_p85', 'en', 'Lead time, 85 % within'), ('lead_p85', 'de', 'Durchlaufzeit, 85 % in'),
    ('efficiency', 'en', 'Flow efficiency: share of the lead time that was worked'),
    ('efficiency', 'de', 'Flusseffizienz: Anteil der Durchlaufzeit, in dem gearbeitet wurde'),
    ('rework_items', 'en', 'Items begun more than once'), ('rework_items', 'de', 'Mehr als einmal begonnene Aufgaben'),
    ('service_level', 'en', 'Promises kept'), ('service_level', 'de', 'Zusagen gehalten'), ('items_done', 'en', 'Work items done'),
    ('items_done', 'de', 'Erledigte Aufgaben'), ('elite_tier', 'en', 'Elite'), ('elite_tier', 'de', 'Spitze'))
    w (name, language, word)
ON CONFLICT DO NOTHING;

INSERT INTO platform.report_template (kind, language, sections)
  SELECT t.kind, t.language, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('part', t.part,
    'title', convert_from(t.title::bytea, 'UTF8'), 'text', convert_from(t.text::bytea, 'UTF8'))) ORDER BY t.n)
  FROM (VALUES
    ('delivery', 'en', 1, 'finding', NULL::text, NULL::text),
    ('delivery', 'en', 2, 'risks', 'At risk', NULL),
    ('delivery', 'en', 3, 'about', NULL, NULL),
    ('delivery', 'en', 4, 'keys', 'Key figures', NULL),
    ('delivery', 'en', 5, 'trends', 'Week by week', NULL),
    ('delivery', 'en', 6, 'flow', 'Flow of work', NULL),
    ('delivery', 'en', 7, 'counts', 'What it rests on', NULL),
    ('delivery', 'en', 8, 'limits', NULL,
     'The figures describe how a system delivers, not people: no figure is of a person, and none may be used to judge one. What rests '
     'on little has wide intervals. Lead time ends with the deployment; whether what was built is of use it does not say. Tiers are '
     'those of a survey of other organisations.'),
    ('delivery', 'en', 9, 'objection', NULL,
     'Whoever works here may have a deployment, an incident or a mapping of authors corrected by whoever runs the integration, or by '
     'the administrator of this site: the figures follow.'),
    ('delivery', 'de', 1, 'finding', NULL, NULL),
    ('delivery', 'de', 2, 'risks', 'Gef\303\244hrdet', NULL),
    ('delivery', 'de', 3, 'about', NULL, NULL),
    ('delivery', 'de', 4, 'keys', 'Schl\303\274sselzahlen', NULL),
    ('delivery', 'de', 5, 'trends', 'Woche f\303\274r Woche', NULL),
    ('delivery', 'de', 6, 'flow', 'Fluss der Arbeit', NULL),
    ('delivery', 'de', 7, 'counts', 'Worauf es beruht', NULL),
    ('delivery', 'de', 8, 'limits', NULL,
     'Die Zahlen beschreiben, wie ein System ausliefert, nicht Menschen: Keine ist die eines Einzelnen, und keine darf einen '
     'beurteilen. Was auf wenig beruht, hat weite Intervalle. Die Durchlaufzeit endet mit der Auslieferung; ob das Gebaute '
     'n\303\274tzt, sagt sie nicht. Die Stufen stammen aus einer Umfrage unter anderen Organisationen.'),
    ('delivery', 'de', 9, 'objection', NULL,
     'Wer hier arbeitet, darf eine Auslieferung, eine St\303\266rung oder eine Zuordnung von Autoren berichtigen lassen: von denen, die '
     'die Anbindung betreiben, oder von der Verwaltung dieser Anwendung. Die Zahlen folgen.'))
  t (kind, language, n, part, title, text)
  GROUP BY t.kind, t.language
ON CONFLICT DO NOTHING;

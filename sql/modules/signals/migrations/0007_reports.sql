-- Reports on signals on paper.

INSERT INTO platform.report_kind (kind, routine, description) VALUES
  ('signal', 'signals.signal_page', 'All that is known of a signal: {signal}, its id.')
ON CONFLICT DO NOTHING;

INSERT INTO platform.report_word (name, language, word)
  SELECT w.name, w.language, convert_from(w.word::bytea, 'UTF8')  -- UTF-8 in octal: databases in other encodings read it too
  FROM (VALUES
    ('signal', 'en', 'Signal'), ('signal', 'de', 'Signal'), ('facility', 'en', 'Site'), ('facility', 'de', 'Standort'),
    ('metric', 'en', 'Metric'), ('metric', 'de', 'Kennzahl'), ('severity', 'en', 'Severity, 0 to 100'),
    ('severity', 'de', 'Schwere, 0 bis 100'), ('signal_type', 'en', 'Called'), ('signal_type', 'de', 'Hei\303\237t'),
    ('domain', 'de', 'Bereich'), ('run_id', 'en', 'Run'), ('run_id', 'de', 'Lauf'), ('since_run', 'en', 'The same since run'),
    ('since_run', 'de', 'Dasselbe seit Lauf'), ('days_open', 'en', 'Days open'), ('days_open', 'de', 'Tage offen'),
    ('description', 'de', 'Was es ist'), ('why_it_matters', 'de', 'Warum es wichtig ist'), ('new', 'de', 'Neu'),
    ('suspect_data', 'de', 'Daten zu pr\303\274fen'), ('volatility_alert', 'de', 'Unstet'),
    ('critical_trajectory', 'de', 'Wird schnell schlechter'), ('chronic_underperformer', 'de', 'Lange unter den anderen'),
    ('recovering', 'de', 'Erholt sich'), ('sustained_excellence', 'de', 'Stetig ausgezeichnet'),
    ('improving_leader', 'de', 'Gut und wird besser'), ('emerging_risk', 'de', 'Wachsendes Risiko'),
    ('baseline', 'de', 'Wie die anderen'), ('acknowledged', 'de', 'Gesehen'), ('in_progress', 'de', 'In Arbeit'),
    ('resolved', 'de', 'Gel\303\266st'), ('dismissed', 'de', 'Verworfen'), ('severe', 'de', 'Schwer'), ('marginal', 'de', 'Grenzwertig'),
    ('expected', 'de', 'Wie erwartet'), ('favorable', 'de', 'G\303\274nstig'), ('rapidly_deteriorating', 'de', 'Wird schnell schlechter'),
    ('deteriorating', 'de', 'Wird schlechter'), ('improving', 'de', 'Wird besser'), ('rapidly_improving', 'de', 'Wird schnell besser'),
    ('transient', 'de', 'Kommt und geht'), ('persistent', 'de', 'Anhaltend'), ('here', 'en', 'Here'), ('here', 'de', 'Hier'),
    ('peers', 'en', 'This site and all sites'), ('peers', 'de', 'Dieser Standort und alle'), ('peers_mean', 'en', 'Mean of all sites'),
    ('peers_mean', 'de', 'Mittel aller Standorte'), ('peers_median', 'en', 'Median of all sites'),
    ('peers_median', 'de', 'Median aller Standorte'), ('peers_sd', 'en', 'Standard deviation'), ('peers_sd', 'de', 'Standardabweichung'),
    ('peers_n', 'en', 'Sites'), ('peers_n', 'de', 'Standorte'), ('percentile', 'en', 'Percentile, 100 is the highest value'),
    ('percentile', 'de', 'Perzentil, 100 ist der h\303\266chste Wert'),
    ('funnel', 'en', 'Funnel: what chance explains of a site of this size'),
    ('funnel', 'de', 'Trichter: was Zufall bei einem Standort dieser Gr\303\266\303\237e erkl\303\244rt'),
    ('funnel_95', 'en', 'Within 95 % limits of chance'), ('funnel_95', 'de', 'In den 95-%-Grenzen des Zufalls'),
    ('funnel_998', 'en', 'Within 99.8 % limits of chance'), ('funnel_998', 'de', 'In den 99,8-%-Grenzen des Zufalls'),
    ('shrunken', 'en', 'What is left without chance'), ('shrunken', 'de', 'Was ohne Zufall bleibt'), ('statistics', 'en', 'Statistics'),
    ('statistics', 'de', 'Statistik'), ('z', 'en', 'z among sites'), ('z', 'de', 'z unter den Standorten'),
    ('mean_z', 'en', 'Mean z of the months'), ('mean_z', 'de', 'Mittleres z der Monate'), ('slope', 'en', 'Change a month'),
    ('slope', 'de', '\303\204nderung im Monat'), ('std_error', 'en', 'Its standard error'), ('std_error', 'de', 'Ihr Standardfehler'),
    ('p_value', 'en', 'p of the trend'), ('p_value', 'de', 'p des Trends'), ('q_value', 'en', 'q, with all sites tested at once'),
    ('q_value', 'de', 'q, da alle Standorte zugleich gepr\303\274ft werden'), ('periods', 'en', 'Months'), ('periods', 'de', 'Monate'),
    ('encounters', 'en', 'Stays'), ('encounters', 'de', 'Aufenthalte'),
    ('month_chart', 'en', 'Each month between the limits in which chance alone keeps it (XmR); triangles: no chance'),
    ('month_chart', 'de', 'Jeder Monat zwischen den Grenzen, in denen ihn Zufall allein h\303\244lt (XmR); Dreiecke: kein Zufall'),
    ('months_beyond', 'en', 'months that are no chance'), ('months_beyond', 'de', 'Monate, die kein Zufall sind'),
    ('indicator_position', 'en', 'Position'), ('indicator_position', 'de', 'Lage'), ('indicator_momentum', 'en', 'Momentum'),
    ('indicator_momentum', 'de', 'Beschleunigung'), ('indicator_consistency', 'en', 'Months among themselves'),
    ('indicator_consistency', 'de', 'Monate untereinander'), ('indicator_trend', 'en', 'Trend'), ('indicator_trend', 'de', 'Trend'),
    ('elevated', 'de', 'Erh\303\266ht'), ('accelerating', 'de', 'Zunehmend'), ('decelerating', 'de', 'Abnehmend'),
    ('variable', 'de', 'Schwankend'), ('checks_passed', 'en', 'Checks of the run that passed'),
    ('checks_passed', 'de', 'Pr\303\274fungen des Laufs, die bestanden wurden'), ('checks_failed', 'en', 'Checks of the run that failed'),
    ('checks_failed', 'de', 'Pr\303\274fungen des Laufs, die nicht bestanden wurden'), ('layer', 'en', 'Layer'),
    ('layer', 'de', 'Schicht'), ('kind', 'en', 'Kind'), ('kind', 'de', 'Art'), ('columns', 'en', 'Columns'), ('columns', 'de', 'Spalten'),
    ('n_failed', 'en', 'Rows that failed'), ('n_failed', 'de', 'Zeilen, die nicht bestehen'))
    w (name, language, word)
ON CONFLICT DO NOTHING;

INSERT INTO platform.report_template (kind, language, sections)
  SELECT t.kind, t.language, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('part', t.part,
    'title', convert_from(t.title::bytea, 'UTF8'), 'text', convert_from(t.text::bytea, 'UTF8'))) ORDER BY t.n)
  FROM (VALUES
    ('signal', 'en', 1, 'finding', NULL::text, NULL::text),
    ('signal', 'en', 2, 'about', NULL, NULL),
    ('signal', 'en', 3, 'chart', 'Change or noise', NULL),
    ('signal', 'en', 4, 'peers', 'Does it differ from others', NULL),
    ('signal', 'en', 5, 'statistics', 'Figures behind it', NULL),
    ('signal', 'en', 6, 'comments', 'What people said', NULL),
    ('signal', 'en', 7, 'checks', 'Quality of the data', NULL),
    ('signal', 'en', 8, 'limits', NULL,
     'A signal says that a figure deserves a look, not why it is so and not whose fault. Sites differ in whom they care for where the '
     'metric is not adjusted for it. With few months the limits are a first trial; small sites vary more by chance alone.'),
    ('signal', 'en', 9, 'objection', NULL,
     'Whoever knows the site may comment on the signal, set it to dismissed with a reason, or tell the administrator of this site that '
     'the data are wrong: a new run corrects them.'),
    ('signal', 'de', 1, 'finding', NULL, NULL),
    ('signal', 'de', 2, 'about', NULL, NULL),
    ('signal', 'de', 3, 'chart', 'Ver\303\244nderung oder Rauschen', NULL),
    ('signal', 'de', 4, 'peers', 'Unterscheidet er sich von den anderen', NULL),
    ('signal', 'de', 5, 'statistics', 'Zahlen dahinter', NULL),
    ('signal', 'de', 6, 'comments', 'Was Menschen dazu sagten', NULL),
    ('signal', 'de', 7, 'checks', 'G\303\274te der Daten', NULL),
    ('signal', 'de', 8, 'limits', NULL,
     'Ein Signal sagt, dass eine Zahl einen Blick verdient, nicht warum sie so ist und nicht, wessen Schuld. Standorte behandeln '
     'verschiedene Menschen, wo die Kennzahl das nicht berichtigt. Bei wenigen Monaten sind die Grenzen ein erster Versuch; kleine '
     'Standorte streuen schon durch Zufall mehr.'),
    ('signal', 'de', 9, 'objection', NULL,
     'Wer den Standort kennt, darf das Signal kommentieren, es mit einem Grund verwerfen oder der Verwaltung dieser Anwendung sagen, '
     'dass die Daten falsch sind: Ein neuer Lauf berichtigt sie.'))
  t (kind, language, n, part, title, text)
  GROUP BY t.kind, t.language
ON CONFLICT DO NOTHING;

-- Reports on simulations on paper.

INSERT INTO platform.report_kind (kind, routine, description) VALUES
  ('simulation', 'workforce.simulation_page', 'What a simulation has shown: {simulation}.')
ON CONFLICT DO NOTHING;

INSERT INTO platform.report_word (name, language, word)
  SELECT w.name, w.language, convert_from(w.word::bytea, 'UTF8')  -- UTF-8 in octal: databases in other encodings read it too
  FROM (VALUES
    ('simulation', 'en', 'Scenario'), ('simulation', 'de', 'Szenario'), ('scenario', 'en', 'Scenario'), ('scenario', 'de', 'Szenario'),
    ('policy', 'en', 'Policy'), ('policy', 'de', 'Was aus Stellen wird'), ('policy_natural_attrition', 'en', 'Posts of leavers alone'),
    ('policy_natural_attrition', 'de', 'Nur die der Gehenden'), ('policy_moderate', 'en', 'Moderate: a quarter a month'),
    ('policy_moderate', 'de', 'M\303\244\303\237ig: ein Viertel im Monat'), ('policy_active', 'en', 'Active: half a month'),
    ('policy_active', 'de', 'Aktiv: die H\303\244lfte im Monat'), ('policy_rapid', 'en', 'Rapid: all at once'),
    ('policy_rapid', 'de', 'Schnell: alle auf einmal'), ('n_steps', 'en', 'Months'), ('n_steps', 'de', 'Monate'),
    ('n_iterations', 'en', 'Runs'), ('n_iterations', 'de', 'L\303\244ufe'), ('seed', 'en', 'Seed of the random numbers'),
    ('seed', 'de', 'Startwert der Zufallszahlen'), ('automation_factor', 'en', 'Speed of automation, 0 to 1'),
    ('automation_factor', 'de', 'Tempo der Automatisierung, 0 bis 1'), ('annual_attrition', 'en', 'Share that leaves in a year'),
    ('annual_attrition', 'de', 'Anteil, der im Jahr geht'), ('adoption_midpoint', 'en', 'Month by which half is adopted'),
    ('adoption_midpoint', 'de', 'Monat, in dem die H\303\244lfte eingef\303\274hrt ist'), ('discount_rate', 'en', 'Discount rate a year'),
    ('discount_rate', 'de', 'Zinssatz im Jahr'), ('npv', 'en', 'Net present value'), ('npv', 'de', 'Kapitalwert'),
    ('payback_month_median', 'en', 'Paid back after so many months, median'),
    ('payback_month_median', 'de', 'Bezahlt nach so vielen Monaten, Median'), ('paid_back_share', 'en', 'Runs that pay back'),
    ('paid_back_share', 'de', 'L\303\244ufe, die sich bezahlen'),
    ('outcome', 'en', 'After the last month: mean of the runs, and where nine of ten end'),
    ('outcome', 'de', 'Nach dem letzten Monat: Mittel der L\303\244ufe, und wo neun von zehn enden'), ('employees', 'en', 'Posts'),
    ('employees', 'de', 'Stellen'), ('salary', 'en', 'Payroll a year'), ('salary', 'de', 'Geh\303\244lter im Jahr'),
    ('cost_savings', 'en', 'Payroll saved a year'), ('cost_savings', 'de', 'Ersparte Geh\303\244lter im Jahr'),
    ('headcount_savings', 'en', 'Posts closed'), ('headcount_savings', 'de', 'Geschlossene Stellen'),
    ('automation_rate', 'en', 'Automated tasks'), ('automation_rate', 'de', 'Automatisierte Aufgaben'),
    ('unused_capacity', 'en', 'Unused capacity'), ('unused_capacity', 'de', 'Ungenutzte Kapazit\303\244t'),
    ('net_benefit_month', 'en', 'Net benefit of the last month'), ('net_benefit_month', 'de', 'Nutzen des letzten Monats, netto'),
    ('roles', 'en', 'Posts left of each role, of those at the start'),
    ('roles', 'de', 'Stellen, die von jeder Rolle bleiben, von denen am Anfang'),
    ('run_chart', 'en', 'By month: mean of the runs; band: nine of ten runs'),
    ('run_chart', 'de', 'Nach Monaten: Mittel der L\303\244ufe; Band: neun von zehn L\303\244ufen'),
    ('too_few_posts', 'en', 'Not shown: fewer than five posts in all. This protects those who have them.'),
    ('too_few_posts', 'de', 'Nicht gezeigt: weniger als f\303\274nf Stellen im Ganzen. Das sch\303\274tzt die, die sie haben.'),
    ('month', 'en', 'month'), ('month', 'de', 'Monat'), ('policy_none', 'en', 'No post closes'),
    ('policy_none', 'de', 'Keine Stelle schlie\303\237t'), ('other_roles', 'en', 'Other roles, joined'),
    ('other_roles', 'de', 'Andere Rollen, zusammengelegt'))
    w (name, language, word)
ON CONFLICT DO NOTHING;

INSERT INTO platform.report_template (kind, language, sections)
  SELECT t.kind, t.language, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('part', t.part,
    'title', convert_from(t.title::bytea, 'UTF8'), 'text', convert_from(t.text::bytea, 'UTF8'))) ORDER BY t.n)
  FROM (VALUES
    ('simulation', 'en', 1, 'finding', NULL::text, NULL::text),
    ('simulation', 'en', 2, 'about', NULL, NULL),
    ('simulation', 'en', 3, 'outcome', 'What comes out', NULL),
    ('simulation', 'en', 4, 'charts', 'Over time', NULL),
    ('simulation', 'en', 5, 'roles', 'By role', NULL),
    ('simulation', 'en', 6, 'explanations', 'Why', NULL),
    ('simulation', 'en', 7, 'assumptions', 'What is assumed', NULL),
    ('simulation', 'en', 8, 'limits', NULL,
     'A what-if of assumptions, not a forecast. Posts are simulated, not people: no run may be used to pick who leaves. That a task can '
     'be automated does not say that it will be, nor that the result is as good. The intervals hold the chance of the runs alone, not '
     'the doubt about the assumptions.'),
    ('simulation', 'en', 9, 'objection', NULL,
     'Whoever holds one of these posts, or speaks for those who do, may ask the planners for the assumptions and name tasks that are '
     'described wrongly: workloads can be changed and the scenario run anew.'),
    ('simulation', 'de', 1, 'finding', NULL, NULL),
    ('simulation', 'de', 2, 'about', NULL, NULL),
    ('simulation', 'de', 3, 'outcome', 'Was herauskommt', NULL),
    ('simulation', 'de', 4, 'charts', 'Im Lauf der Zeit', NULL),
    ('simulation', 'de', 5, 'roles', 'Nach Rollen', NULL),
    ('simulation', 'de', 6, 'explanations', 'Warum', NULL),
    ('simulation', 'de', 7, 'assumptions', 'Was angenommen wird', NULL),
    ('simulation', 'de', 8, 'limits', NULL,
     'Ein Was-w\303\244re-wenn aus Annahmen, keine Vorhersage. Simuliert werden Stellen, nicht Menschen: Kein Lauf darf benutzt werden, '
     'um auszuw\303\244hlen, wer geht. Dass eine Aufgabe automatisiert werden kann, sagt nicht, dass es geschieht oder gleich gut wird. '
     'Die Intervalle enthalten nur den Zufall der L\303\244ufe, nicht den Zweifel an den Annahmen.'),
    ('simulation', 'de', 9, 'objection', NULL,
     'Wer eine dieser Stellen hat oder f\303\274r diese Menschen spricht, darf die Planenden nach den Annahmen fragen und Aufgaben '
     'nennen, die falsch beschrieben sind: Sie lassen sich \303\244ndern, und das Szenario l\303\244uft neu.'))
  t (kind, language, n, part, title, text)
  GROUP BY t.kind, t.language
ON CONFLICT DO NOTHING;

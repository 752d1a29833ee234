-- What reports on people, vessels and fleets are made of, and the words for what their documents name, which all modules share
-- (platform.report_word); those that a site has changed go with them.

INSERT INTO platform.report_word (name, language, word)
  SELECT lower(substr(w.code, 6)), w.language, w.text FROM crew.wording w WHERE w.code ~ '^WORD_[A-Z0-9][A-Z0-9_]*$'
ON CONFLICT DO NOTHING;
DELETE FROM crew.wording w WHERE w.code LIKE 'WORD\_%' OR w.code IN ('REPORT_PERSON', 'REPORT_CREW');

INSERT INTO platform.report_word (name, language, word)
  SELECT w.name, w.language, convert_from(w.word::bytea, 'UTF8')  -- UTF-8 in octal: databases in other encodings read it too
  FROM (VALUES
    ('candidate', 'de', 'Ihr Profil'), ('recruiter', 'de', 'Bericht zur Bewerbung'), ('onboarding', 'de', 'Bericht zum Einstieg'),
    ('manager', 'de', 'Bericht f\303\274r die F\303\274hrung'), ('vessel', 'de', 'Schiff'), ('fleet', 'de', 'Flotte'),
    ('vessel_name', 'de', 'Schiff'), ('employer', 'de', 'Arbeitgeber'), ('campaign', 'de', 'Ausschreibung'),
    ('position', 'de', 'Position'), ('as_of', 'de', 'Stand'), ('key_figures', 'en', 'Key figures, with 90 % intervals'),
    ('key_figures', 'de', 'Kennzahlen, mit 90-%-Intervallen'), ('levels', 'de', 'Eigenschaften und Vorlieben'),
    ('g_fit', 'de', 'Eignung f\303\274r die Position'), ('y_success', 'de', 'Vorhergesagter Erfolg mit diesem Team'),
    ('centile', 'de', 'Vor so vielen von 100 Bewerbungen'), ('tied_with', 'de', 'Bewerbungen, die davon nicht zu unterscheiden sind'),
    ('team_delta', 'de', '\303\204nderung des Werts des Teams'), ('safety_level', 'de', 'Sicherheitsregeln'),
    ('fit_label', 'de', 'Eignung, in Worten'), ('success_label', 'de', 'Erfolg, in Worten'), ('flags', 'de', 'Anzusehen'),
    ('imputed', 'de', 'Gesch\303\244tzt, nicht gemessen'), ('unassessed', 'de', 'Nicht gepr\303\274ft'),
    ('team_flags', 'de', 'Das Team mit dieser Person'), ('competencies', 'de', 'Teile der Eignung f\303\274r die Position'),
    ('terms', 'de', 'Teile des vorhergesagten Erfolgs'), ('p_ind', 'de', 'Eigene Leistung'), ('f_team', 'de', 'Passung zum Team'),
    ('f_env', 'de', 'Passung zur Umgebung'), ('f_lmx', 'de', 'Passung zur F\303\274hrung'), ('team_fit', 'de', 'Passung zum Team'),
    ('leadership_fit', 'de', 'Passung zur F\303\274hrung'), ('environmental_fit', 'de', 'Passung zur Umgebung'),
    ('individual_performance', 'de', 'Eigene Leistung'), ('gca', 'de', 'Allgemeine kognitive F\303\244higkeit'), ('clear', 'de', 'Frei'),
    ('advisory', 'de', 'Ansehen'), ('high_risk', 'de', 'Hohes Risiko'), ('disqualified', 'de', 'Durch eine Regel ausgeschlossen'),
    ('strong_fit', 'de', 'Starke Eignung'), ('good_fit', 'de', 'Gute Passung'), ('moderate_fit', 'de', 'Mittlere Passung'),
    ('weak_fit', 'de', 'Schwache Passung'), ('poor_fit', 'de', 'Geringe Passung'), ('agreeableness', 'de', 'Vertr\303\244glichkeit'),
    ('conscientiousness', 'de', 'Gewissenhaftigkeit'), ('openness', 'de', 'Offenheit'), ('extraversion', 'de', 'Extraversion'),
    ('emotional_stability', 'de', 'Emotionale Stabilit\303\244t'), ('resilience', 'de', 'Belastbarkeit'),
    ('autonomy', 'de', 'Selbst\303\244ndigkeit'), ('feedback', 'de', 'R\303\274ckmeldung'), ('structure', 'de', 'Struktur'),
    ('measured', 'de', 'Davon mit gemessenen Eigenschaften'), ('crew_count', 'de', 'Personen an Bord'),
    ('toxicity_flag', 'de', 'Auff\303\244llige Stimmung'), ('toxic', 'de', 'Schiffe mit auff\303\244lliger Stimmung'),
    ('crew_type', 'de', 'Art der Crew'), ('elite', 'de', 'Stark in Arbeit und Geist'),
    ('high_output_fragile', 'de', 'Stark in der Arbeit, zerbrechlich'),
    ('social_underpowered', 'de', 'Guter Geist, die Arbeit bleibt zur\303\274ck'), ('at_risk', 'de', 'Gef\303\244hrdet'),
    ('breakdown', 'de', 'Dem Zerbrechen nahe'), ('standard', 'de', 'Gew\303\266hnlich'), ('risk', 'de', 'Risiko'),
    ('risk_signal', 'de', 'Was niedrig ist'), ('social', 'de', 'Was die Crew zusammenh\303\244lt'), ('both', 'de', 'Beides'),
    ('none', 'de', 'Nichts'), ('cell', 'de', 'Feld der Diagnose'), ('failing', 'de', 'Am Scheitern'), ('drifting', 'de', 'Treibend'),
    ('sheltered', 'de', 'Beh\303\274tet'), ('strained', 'de', 'Angespannt'), ('steady', 'de', 'Best\303\244ndig'),
    ('close_knit', 'de', 'Eng verbunden'), ('brittle', 'de', 'Spr\303\266de'), ('driven', 'de', 'Getrieben'),
    ('thriving', 'de', 'Bl\303\274hend'), ('performance', 'de', 'Leistung'), ('cohesion', 'de', 'Zusammenhalt'),
    ('performance_level', 'de', 'Stufe der Leistung'), ('cohesion_level', 'de', 'Stufe des Zusammenhalts'),
    ('hidden_conflict', 'de', 'Verdeckter Konflikt'), ('team_volatility', 'de', 'Schwankung'),
    ('sd_conscientiousness', 'de', 'Streuung der Gewissenhaftigkeit'), ('mean_gca', 'de', 'Mittlere kognitive F\303\244higkeit'),
    ('mean_emotional_stability', 'de', 'Mittlere emotionale Stabilit\303\244t'),
    ('min_emotional_stability', 'de', 'Geringste emotionale Stabilit\303\244t'),
    ('min_agreeableness', 'de', 'Geringste Vertr\303\244glichkeit'),
    ('conscientiousness_spread', 'de', 'Gewissenhaftigkeit sehr verschieden'),
    ('low_agreeableness', 'de', 'Geringste Vertr\303\244glichkeit niedrig'),
    ('low_stability', 'de', 'Emotionale Stabilit\303\244t niedrig'), ('data_quality', 'de', 'Von dem, was die Zahlen brauchen, gemessen'),
    ('the_crew', 'de', 'Die Crew, ganze Zahlen'), ('status', 'en', 'Status'), ('status', 'de', 'Zustand'),
    ('excellent', 'de', 'Ausgezeichnet'), ('stable', 'de', 'Stabil'), ('turbulent', 'de', 'Unruhig'), ('week', 'de', 'Woche ab'),
    ('mean', 'de', 'Mittlerer Puls, 1 bis 5'), ('n_pulses', 'de', 'Pulse'), ('n_people', 'de', 'Personen, die sie gaben'),
    ('rmssd', 'de', '\303\204nderung von einem Puls zum n\303\244chsten'), ('trend', 'de', 'Trend, Pulspunkte in der Woche'),
    ('outlook', 'de', 'Aussicht, 1 bis 5'), ('weather', 'de', 'Wetter'), ('leadership', 'de', 'F\303\274hrung an Bord'),
    ('environment', 'de', 'Anforderungen und Mittel'), ('salary_index', 'de', 'Lohn'), ('rest_days_ratio', 'de', 'Ruhetage'),
    ('charter_intensity', 'de', 'Dichte der Fahrten'), ('management_pressure', 'de', 'Druck der Leitung'),
    ('private_cabin_ratio', 'de', 'Eigene Kabinen'), ('vessel_count', 'de', 'Schiffe'), ('vessels', 'en', 'Vessels, by name'),
    ('vessels', 'de', 'Schiffe, nach Namen'), ('risk_counts', 'de', 'Schiffe nach Risiko'),
    ('means_of_the_vessels', 'de', 'Mittel der Crews, die gezeigt werden'), ('action', 'de', 'Was zu tun ist'),
    ('statements', 'de', 'Regeln, die auf Ihre Bewerbung angewendet wurden'), ('advice', 'de', 'Was das in der Praxis hei\303\237t'),
    ('explanation', 'de', 'Wie die Zahlen zustande kommen'))
    w (name, language, word)
ON CONFLICT DO NOTHING;

INSERT INTO platform.report_template (kind, language, sections)
  SELECT t.kind, t.language, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('part', t.part,
    'title', convert_from(t.title::bytea, 'UTF8'), 'text', convert_from(t.text::bytea, 'UTF8'))) ORDER BY t.n)
  FROM (VALUES
    ('candidate', 'en', 1, 'finding', NULL::text, NULL::text),
    ('candidate', 'en', 2, 'about', NULL, NULL),
    ('candidate', 'en', 3, 'levels', 'Traits and preferences', NULL),
    ('candidate', 'en', 4, 'advice', 'What this means in practice', NULL),
    ('candidate', 'en', 5, 'statements', 'Rules that applied to your application', NULL),
    ('candidate', 'en', 6, 'limits', NULL,
     'Scores and levels come from questionnaires and tests. Each is an estimate: where two numbers follow one, the true value lies '
     'between them in nine cases of ten. What was not measured is not shown. Skill, certificates, references and the interview are not '
     'in it. Use this to prepare a conversation; it decides nothing by itself.'),
    ('candidate', 'en', 7, 'objection', NULL,
     'Answer a questionnaire again where an answer was wrong: the report follows. Of every application you may ask that a human looks '
     'at it, and say what you think of it, on the page of your applications. On the page of your data you have all that is stored '
     'handed out, or erased.'),
    ('candidate', 'de', 1, 'finding', NULL, NULL),
    ('candidate', 'de', 2, 'about', NULL, NULL),
    ('candidate', 'de', 3, 'levels', 'Eigenschaften und Vorlieben', NULL),
    ('candidate', 'de', 4, 'advice', 'Was das in der Praxis hei\303\237t', NULL),
    ('candidate', 'de', 5, 'statements', 'Regeln, die auf Ihre Bewerbung angewendet wurden', NULL),
    ('candidate', 'de', 6, 'limits', NULL,
     'Werte und Stufen kommen aus Frageb\303\266gen und Tests. Jeder ist eine Sch\303\244tzung: Wo auf eine Zahl zwei weitere folgen, '
     'liegt der wahre Wert in neun von zehn F\303\244llen dazwischen. Was nicht gemessen wurde, wird nicht gezeigt. K\303\266nnen, '
     'Zeugnisse, Referenzen und das Gespr\303\244ch sind nicht darin. Nutzen Sie dies, um ein Gespr\303\244ch vorzubereiten; von selbst '
     'entscheidet es nichts.'),
    ('candidate', 'de', 7, 'objection', NULL,
     'Beantworten Sie einen Fragebogen neu, wo eine Antwort falsch war: Der Bericht folgt. Zu jeder Bewerbung d\303\274rfen Sie auf der '
     'Seite Ihrer Bewerbungen verlangen, dass ein Mensch sie ansieht, und sagen, was Sie davon halten. Auf der Seite Ihrer Daten '
     'erhalten Sie alles, was gespeichert ist, und k\303\266nnen es l\303\266schen.'),
    ('recruiter', 'en', 1, 'finding', NULL, NULL),
    ('recruiter', 'en', 2, 'about', NULL, NULL),
    ('recruiter', 'en', 3, 'figures', 'Figures', NULL),
    ('recruiter', 'en', 4, 'components', 'What they are made of', NULL),
    ('recruiter', 'en', 5, 'explanation', 'How the figures come about', NULL),
    ('recruiter', 'en', 6, 'levels', 'Traits and preferences', NULL),
    ('recruiter', 'en', 7, 'advice', 'What this means in practice', NULL),
    ('recruiter', 'en', 8, 'limits', NULL,
     'Scores and levels come from questionnaires and tests. Each is an estimate: where two numbers follow one, the true value lies '
     'between them in nine cases of ten. What was not measured is not shown. Skill, certificates, references and the interview are not '
     'in it. Use this to prepare a conversation; it decides nothing by itself.'),
    ('recruiter', 'en', 9, 'objection', NULL,
     'Whom this is about may see what is known of them, have it corrected or erased, and ask of an application that a human looks at '
     'it. Doubts about the model go to the administrator of this site. The decision, and its reason, are yours.'),
    ('recruiter', 'de', 1, 'finding', NULL, NULL),
    ('recruiter', 'de', 2, 'about', NULL, NULL),
    ('recruiter', 'de', 3, 'figures', 'Zahlen', NULL),
    ('recruiter', 'de', 4, 'components', 'Woraus sie bestehen', NULL),
    ('recruiter', 'de', 5, 'explanation', 'Wie die Zahlen zustande kommen', NULL),
    ('recruiter', 'de', 6, 'levels', 'Eigenschaften und Vorlieben', NULL),
    ('recruiter', 'de', 7, 'advice', 'Was das in der Praxis hei\303\237t', NULL),
    ('recruiter', 'de', 8, 'limits', NULL,
     'Werte und Stufen kommen aus Frageb\303\266gen und Tests. Jeder ist eine Sch\303\244tzung: Wo auf eine Zahl zwei weitere folgen, '
     'liegt der wahre Wert in neun von zehn F\303\244llen dazwischen. Was nicht gemessen wurde, wird nicht gezeigt. K\303\266nnen, '
     'Zeugnisse, Referenzen und das Gespr\303\244ch sind nicht darin. Nutzen Sie dies, um ein Gespr\303\244ch vorzubereiten; von selbst '
     'entscheidet es nichts.'),
    ('recruiter', 'de', 9, 'objection', NULL,
     'Wen dies beschreibt, darf sehen, was bekannt ist, es berichtigen oder l\303\266schen lassen und verlangen, dass ein Mensch eine '
     'Bewerbung ansieht. Zweifel am Modell gehen an die Verwaltung dieser Anwendung. Die Entscheidung und ihr Grund sind Ihre.'),
    ('onboarding', 'en', 1, 'finding', NULL, NULL),
    ('onboarding', 'en', 2, 'about', NULL, NULL),
    ('onboarding', 'en', 3, 'levels', 'Traits and preferences', NULL),
    ('onboarding', 'en', 4, 'advice', 'What this means in practice', NULL),
    ('onboarding', 'en', 5, 'limits', NULL,
     'Scores and levels come from questionnaires and tests. Each is an estimate: where two numbers follow one, the true value lies '
     'between them in nine cases of ten. What was not measured is not shown. Skill, certificates, references and the interview are not '
     'in it. Use this to prepare a conversation; it decides nothing by itself.'),
    ('onboarding', 'en', 6, 'objection', NULL,
     'Whom this is about may see what is known of them, have it corrected or erased, and ask of an application that a human looks at '
     'it. Doubts about the model go to the administrator of this site. The decision, and its reason, are yours.'),
    ('onboarding', 'de', 1, 'finding', NULL, NULL),
    ('onboarding', 'de', 2, 'about', NULL, NULL),
    ('onboarding', 'de', 3, 'levels', 'Eigenschaften und Vorlieben', NULL),
    ('onboarding', 'de', 4, 'advice', 'Was das in der Praxis hei\303\237t', NULL),
    ('onboarding', 'de', 5, 'limits', NULL,
     'Werte und Stufen kommen aus Frageb\303\266gen und Tests. Jeder ist eine Sch\303\244tzung: Wo auf eine Zahl zwei weitere folgen, '
     'liegt der wahre Wert in neun von zehn F\303\244llen dazwischen. Was nicht gemessen wurde, wird nicht gezeigt. K\303\266nnen, '
     'Zeugnisse, Referenzen und das Gespr\303\244ch sind nicht darin. Nutzen Sie dies, um ein Gespr\303\244ch vorzubereiten; von selbst '
     'entscheidet es nichts.'),
    ('onboarding', 'de', 6, 'objection', NULL,
     'Wen dies beschreibt, darf sehen, was bekannt ist, es berichtigen oder l\303\266schen lassen und verlangen, dass ein Mensch eine '
     'Bewerbung ansieht. Zweifel am Modell gehen an die Verwaltung dieser Anwendung. Die Entscheidung und ihr Grund sind Ihre.'),
    ('manager', 'en', 1, 'finding', NULL, NULL),
    ('manager', 'en', 2, 'about', NULL, NULL),
    ('manager', 'en', 3, 'levels', 'Traits and preferences', NULL),
    ('manager', 'en', 4, 'advice', 'What this means in practice', NULL),
    ('manager', 'en', 5, 'limits', NULL,
     'Scores and levels come from questionnaires and tests. Each is an estimate: where two numbers follow one, the true value lies '
     'between them in nine cases of ten. What was not measured is not shown. Skill, certificates, references and the interview are not '
     'in it. Use this to prepare a conversation; it decides nothing by itself.'),
    ('manager', 'en', 6, 'objection', NULL,
     'Whom this is about may see what is known of them, have it corrected or erased, and ask of an application that a human looks at '
     'it. Doubts about the model go to the administrator of this site. The decision, and its reason, are yours.'),
    ('manager', 'de', 1, 'finding', NULL, NULL),
    ('manager', 'de', 2, 'about', NULL, NULL),
    ('manager', 'de', 3, 'levels', 'Eigenschaften und Vorlieben', NULL),
    ('manager', 'de', 4, 'advice', 'Was das in der Praxis hei\303\237t', NULL),
    ('manager', 'de', 5, 'limits', NULL,
     'Werte und Stufen kommen aus Frageb\303\266gen und Tests. Jeder ist eine Sch\303\244tzung: Wo auf eine Zahl zwei weitere folgen, '
     'liegt der wahre Wert in neun von zehn F\303\244llen dazwischen. Was nicht gemessen wurde, wird nicht gezeigt. K\303\266nnen, '
     'Zeugnisse, Referenzen und das Gespr\303\244ch sind nicht darin. Nutzen Sie dies, um ein Gespr\303\244ch vorzubereiten; von selbst '
     'entscheidet es nichts.'),
    ('manager', 'de', 6, 'objection', NULL,
     'Wen dies beschreibt, darf sehen, was bekannt ist, es berichtigen oder l\303\266schen lassen und verlangen, dass ein Mensch eine '
     'Bewerbung ansieht. Zweifel am Modell gehen an die Verwaltung dieser Anwendung. Die Entscheidung und ihr Grund sind Ihre.'),
    ('vessel', 'en', 1, 'finding', NULL, NULL),
    ('vessel', 'en', 2, 'about', NULL, NULL),
    ('vessel', 'en', 3, 'figures', 'The crew', NULL),
    ('vessel', 'en', 4, 'diagnosis', 'Diagnosis', NULL),
    ('vessel', 'en', 5, 'weather', 'Weather: how the crew is doing', NULL),
    ('vessel', 'en', 6, 'leadership', 'Leadership aboard', NULL),
    ('vessel', 'en', 7, 'environment', 'Demands and means', NULL),
    ('vessel', 'en', 8, 'limits', NULL,
     'Figures of a crew come from questionnaires and pulses of its members, and are estimates. They are told of crews of at least five '
     'people, in whole numbers, and say nothing about any one member. A pulse is one number a day: why, it does not say. Talk with '
     'people before you act.'),
    ('vessel', 'en', 9, 'objection', NULL,
     'Whoever is aboard may look at their own answers, change or erase them, and tell the employer or the administrator of this site '
     'where this picture is wrong.'),
    ('vessel', 'de', 1, 'finding', NULL, NULL),
    ('vessel', 'de', 2, 'about', NULL, NULL),
    ('vessel', 'de', 3, 'figures', 'Die Crew', NULL),
    ('vessel', 'de', 4, 'diagnosis', 'Diagnose', NULL),
    ('vessel', 'de', 5, 'weather', 'Wetter: wie es der Crew geht', NULL),
    ('vessel', 'de', 6, 'leadership', 'F\303\274hrung an Bord', NULL),
    ('vessel', 'de', 7, 'environment', 'Anforderungen und Mittel', NULL),
    ('vessel', 'de', 8, 'limits', NULL,
     'Zahlen \303\274ber eine Crew kommen aus Frageb\303\266gen und Pulsen ihrer Mitglieder und sind Sch\303\244tzungen. Sie werden ab '
     'f\303\274nf Personen gezeigt, in ganzen Zahlen, und sagen nichts \303\274ber einen Einzelnen. Ein Puls ist eine Zahl am Tag: '
     'Warum, sagt er nicht. Sprechen Sie mit den Menschen, bevor Sie handeln.'),
    ('vessel', 'de', 9, 'objection', NULL,
     'Wer an Bord ist, darf die eigenen Antworten ansehen, \303\244ndern oder l\303\266schen und dem Arbeitgeber oder der Verwaltung '
     'dieser Anwendung sagen, wo dieses Bild falsch ist.'),
    ('fleet', 'en', 1, 'finding', NULL, NULL),
    ('fleet', 'en', 2, 'means', 'The fleet', NULL),
    ('fleet', 'en', 3, 'risks', 'Risk', NULL),
    ('fleet', 'en', 4, 'vessels', 'Vessels', NULL),
    ('fleet', 'en', 5, 'actions', 'What to do', NULL),
    ('fleet', 'en', 6, 'limits', NULL,
     'Figures come from questionnaires and pulses of crews, and are estimates. Crews of fewer than five measured people have none. The '
     'list is no ranking: a difference between vessels has many causes, and none of them is one person.'),
    ('fleet', 'en', 7, 'objection', NULL,
     'Whoever leads a vessel, or is aboard, may tell the employer or the administrator of this site where this picture is wrong.'),
    ('fleet', 'de', 1, 'finding', NULL, NULL),
    ('fleet', 'de', 2, 'means', 'Die Flotte', NULL),
    ('fleet', 'de', 3, 'risks', 'Risiko', NULL),
    ('fleet', 'de', 4, 'vessels', 'Schiffe', NULL),
    ('fleet', 'de', 5, 'actions', 'Was zu tun ist', NULL),
    ('fleet', 'de', 6, 'limits', NULL,
     'Zahlen kommen aus Frageb\303\266gen und Pulsen der Crews und sind Sch\303\244tzungen. Crews mit weniger als f\303\274nf '
     'gemessenen Personen haben keine. Die Liste ist keine Rangliste: Ein Unterschied zwischen Schiffen hat viele Ursachen, und keine '
     'davon ist eine Person.'),
    ('fleet', 'de', 7, 'objection', NULL,
     'Wer ein Schiff f\303\274hrt oder an Bord ist, darf dem Arbeitgeber oder der Verwaltung dieser Anwendung sagen, wo dieses Bild '
     'falsch ist.'))
  t (kind, language, n, part, title, text)
  GROUP BY t.kind, t.language
ON CONFLICT DO NOTHING;

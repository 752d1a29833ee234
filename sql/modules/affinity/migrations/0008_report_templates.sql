-- What reports on pairs are made of, and what is known of such figures.

INSERT INTO platform.report_word (name, language, word)
  SELECT w.name, w.language, convert_from(w.word::bytea, 'UTF8')  -- UTF-8 in octal: databases in other encodings read it too
  FROM (VALUES
    ('match', 'en', 'You and'), ('match', 'de', 'Sie und'), ('you_and', 'en', 'You and'), ('you_and', 'de', 'Sie und'),
    ('scored_by', 'en', 'Scored by model'), ('scored_by', 'de', 'Bewertet mit Modell'), ('scored_on', 'en', 'Scored on'),
    ('scored_on', 'de', 'Bewertet am'), ('missing_phases', 'en', 'Not measured'), ('missing_phases', 'de', 'Nicht gemessen'),
    ('visual', 'de', 'Was Sie sehen'), ('personality', 'de', 'Wer Sie sind'), ('biological', 'de', 'HLA-Typ'),
    ('pair_figures', 'en', 'Whole numbers from 0 to 100'), ('pair_figures', 'de', 'Ganze Zahlen von 0 bis 100'),
    ('pair_score', 'en', 'Score of the pair'), ('pair_score', 'de', 'Wert des Paars'), ('your_taste', 'en', 'Your taste'),
    ('your_taste', 'de', 'Ihr Geschmack'), ('alike', 'en', 'Alike in seven traits'),
    ('alike', 'de', '\303\204hnlich in sieben Eigenschaften'), ('different_hla', 'en', 'Different in HLA'),
    ('different_hla', 'de', 'Verschieden im HLA-Typ'), ('little', 'de', 'Wenig'), ('some', 'de', 'Etwas'), ('much', 'de', 'Viel'))
    w (name, language, word)
ON CONFLICT DO NOTHING;

INSERT INTO platform.report_template (kind, language, sections)
  SELECT t.kind, t.language, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('part', t.part,
    'title', convert_from(t.title::bytea, 'UTF8'), 'text', convert_from(t.text::bytea, 'UTF8'))) ORDER BY t.n)
  FROM (VALUES
    ('match', 'en', 1, 'finding', NULL::text, NULL::text),
    ('match', 'en', 2, 'about', NULL, NULL),
    ('match', 'en', 3, 'figures', 'Figures', NULL),
    ('match', 'en', 4, 'limits', 'What is known, and what is not',
     'Reviews found no significant effect of differing MHC (HLA) genes on choice, satisfaction or liking of scents (Havlicek, '
     'Winternitz and Roberts 2020). A low band can mean kinship or shared descent. Over 313 studies being alike went with attraction '
     'with r = .47 and seeming alike with .39; before two people meet or just after, both counted, in existing relationships only '
     'seeming alike did (Montoya et al. 2008); in speed dating, likewise (Tidwell et al. 2013). From more than 100 self-report measures '
     'models explained 4 to 18 % of the variance in how much somebody likes others, 7 to 27 % in being liked, and none in who likes '
     'whom in particular (Joel et al. 2017). A score is no probability; its weights were chosen, not estimated. So take the figures as '
     'a reason to meet, not as a judgement: what two people make of it, no score knows. Faces are used for taste alone: never to '
     'recognise anybody, nor to guess origin, health or orientation.'),
    ('match', 'en', 5, 'objection', NULL,
     'Either of the two may withdraw a consent or block the other at any time: what was scored, and this report, are deleted then. '
     'Photos, answers and typings can be given anew.'),
    ('match', 'de', 1, 'finding', NULL, NULL),
    ('match', 'de', 2, 'about', NULL, NULL),
    ('match', 'de', 3, 'figures', 'Zahlen', NULL),
    ('match', 'de', 4, 'limits', 'Was bekannt ist, und was nicht',
     '\303\234bersichten fanden keine bedeutsame Wirkung verschiedener MHC-Gene (HLA) auf Wahl, Zufriedenheit oder gemochte '
     'Ger\303\274che (Havlicek, Winternitz und Roberts 2020). Eine niedrige Stufe kann Verwandtschaft oder gemeinsame Herkunft '
     'hei\303\237en. In 313 Studien ging \303\204hnlichkeit mit Anziehung einher (r = 0,47), gef\303\274hlte \303\204hnlichkeit ebenso '
     '(0,39); vor einer Begegnung und kurz danach z\303\244hlte beides, in bestehenden Beziehungen nur die gef\303\274hlte (Montoya u. '
     'a. 2008), beim Speed-Dating ebenso (Tidwell u. a. 2013). Aus mehr als 100 Selbstausk\303\274nften erkl\303\244rten Modelle 4 bis '
     '18 % der Unterschiede darin, wie sehr jemand andere mag, 7 bis 27 % im Gemochtwerden und nichts davon, wer wen im Besonderen mag '
     '(Joel u. a. 2017). Ein Wert ist keine Wahrscheinlichkeit; seine Gewichte wurden gew\303\244hlt, nicht gesch\303\244tzt. Nehmen '
     'Sie die Zahlen als Grund, sich zu treffen, nicht als Urteil: Was zwei Menschen daraus machen, wei\303\237 kein Wert. Gesichter '
     'dienen allein dem Geschmack: nie, um jemanden zu erkennen oder Herkunft, Gesundheit oder Orientierung zu erraten.'),
    ('match', 'de', 5, 'objection', NULL,
     'Jede der beiden Personen kann jederzeit eine Einwilligung widerrufen oder die andere sperren: Was bewertet wurde, und dieser '
     'Bericht, werden dann gel\303\266scht. Fotos, Antworten und Typisierungen k\303\266nnen neu gegeben werden.'))
  t (kind, language, n, part, title, text)
  GROUP BY t.kind, t.language
ON CONFLICT DO NOTHING;

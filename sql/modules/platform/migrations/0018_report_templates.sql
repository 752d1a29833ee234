-- What reports on paper are made of: their sections, by kind and language, and the words for what documents name.

CREATE TABLE IF NOT EXISTS platform.report_template (
  kind     text    NOT NULL REFERENCES platform.report_kind,
  language text    NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'),
  version  integer NOT NULL DEFAULT 1 CHECK (version > 0),
  sections jsonb   NOT NULL CHECK (jsonb_typeof(sections) = 'array' AND NOT jsonb_path_exists(sections,
    '$[*] ? (@.type() != "object" || !(@.part.type() == "string") || exists(@.title) && !(@.title.type() == "string")
             || exists(@.text) && !(@.text.type() == "string"))')),
  PRIMARY KEY (kind, language, version)
);
COMMENT ON TABLE platform.report_template IS
'The sections of reports in their order. Of a kind and language the newest version counts; a report names the version that it was made by,
so rows are never changed: a site adds the next version. [shipped]';
COMMENT ON COLUMN platform.report_template.sections IS
'[{part, title, text}]: part, what the kind''s function makes, of which finding stands first and without a title; title, the heading, else
the word for the part; text, above it, empty lines between paragraphs. A part that the function does not know is a text alone: limits,
objection, whatever a site adds. A part that has nothing to show is left out.';

CREATE TABLE IF NOT EXISTS platform.report_word (
  name     text NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9_]{0,99}$'),
  language text NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'),
  word     text NOT NULL CHECK (word <> ''),
  PRIMARY KEY (name, language)
);
COMMENT ON TABLE platform.report_word IS
'What the names that documents use, such as g_fit or HIGH_RISK, are called on paper (platform.word). [shipped]';
COMMENT ON COLUMN platform.report_word.name IS 'In small letters.';

INSERT INTO platform.report_word (name, language, word)
  SELECT w.name, w.language, convert_from(w.word::bytea, 'UTF8')  -- UTF-8 in octal: databases in other encodings read it too
  FROM (VALUES
    ('made_on', 'en', 'Made on'), ('made_on', 'de', 'Erstellt am'), ('made_for', 'en', 'for'), ('made_for', 'de', 'f\303\274r'),
    ('template', 'en', 'Template'), ('template', 'de', 'Vorlage'), ('model_version', 'en', 'Model version'),
    ('model_version', 'de', 'Modellversion'), ('range_to', 'en', 'to'), ('range_to', 'de', 'bis'), ('number_marks', 'en', ',.'),
    ('number_marks', 'de', '.,'), ('figure', 'en', 'Figure'), ('figure', 'de', 'Gr\303\266\303\237e'), ('value', 'en', 'Value'),
    ('value', 'de', 'Wert'), ('scale', 'en', '0 to 100'), ('scale', 'de', '0 bis 100'), ('bar', 'en', 'In comparison'),
    ('bar', 'de', 'Im Vergleich'), ('not_measured', 'en', 'not measured'), ('not_measured', 'de', 'nicht gemessen'), ('n', 'en', 'n'),
    ('n', 'de', 'n'), ('about', 'en', 'What this is about'), ('about', 'de', 'Worum es geht'), ('finding', 'en', 'Finding'),
    ('finding', 'de', 'Befund'), ('limits', 'en', 'What this cannot tell'), ('limits', 'de', 'Was dies nicht sagen kann'),
    ('objection', 'en', 'How to object'), ('objection', 'de', 'Wie Sie widersprechen'), ('person', 'en', 'Person'),
    ('person', 'de', 'Person'), ('organization', 'en', 'Organisation'), ('organization', 'de', 'Organisation'), ('true', 'en', 'Yes'),
    ('true', 'de', 'Ja'), ('false', 'en', 'No'), ('false', 'de', 'Nein'), ('low', 'en', 'Low'), ('low', 'de', 'Niedrig'),
    ('medium', 'en', 'Medium'), ('medium', 'de', 'Mittel'), ('high', 'en', 'High'), ('high', 'de', 'Hoch'),
    ('critical', 'en', 'Critical'), ('critical', 'de', 'Kritisch'))
    w (name, language, word)
ON CONFLICT DO NOTHING;

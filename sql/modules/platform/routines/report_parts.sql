-- What pages of reports are put together from: tables, lists, sections. By SQL/XML functions alone, so that all text is escaped; texts of
-- people stand in <bdi>, so that their direction of writing does not turn what is around them.

CREATE OR REPLACE FUNCTION platform.report_facts(facts jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlelement(name table, xmlattributes('facts' AS class), xmlelement(name tbody, xmlagg(xmlelement(name tr,
           xmlelement(name th, xmlattributes('row' AS scope), platform.word(f.fact ->> 0, report_facts.language)),
           xmlelement(name td, xmlelement(name bdi, f.fact ->> 1))) ORDER BY f.n)))
  FROM jsonb_array_elements(report_facts.facts) WITH ORDINALITY f (fact, n) WHERE f.fact ->> 1 <> '' HAVING count(*) > 0;
END;
COMMENT ON FUNCTION platform.report_facts(jsonb, text) IS
'A table of facts, [[name, text]], for a report; what has no text is left out, and of none there is no table.';

CREATE OR REPLACE FUNCTION platform.report_words(document jsonb, names text[], language text) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(jsonb_agg(jsonb_build_array(w.name, CASE
    WHEN jsonb_typeof(w.value) = 'array' THEN
      (SELECT string_agg(platform.word(e.value, report_words.language), ', ') FROM jsonb_array_elements_text(w.value) e)
    WHEN jsonb_typeof(w.value) = 'string' AND w.value #>> '{}' !~ '^[0-9]{4}-' OR jsonb_typeof(w.value) = 'boolean' THEN
      platform.word(w.value #>> '{}', report_words.language)
    WHEN jsonb_typeof(w.value) = 'number' THEN platform.report_number((w.value #>> '{}')::float8, 3, report_words.language)
    ELSE w.value #>> '{}' END) ORDER BY w.n), '[]')
  FROM (SELECT u.name, u.n, report_words.document -> u.name FROM unnest(report_words.names) WITH ORDINALITY u (name, n)) w (name, n, value);
END;
COMMENT ON FUNCTION platform.report_words(jsonb, text[], text) IS
'Members of a document as facts (platform.report_facts): their names, and their values in words (platform.word); numbers to three decimals,
dates as they are.';

CREATE OR REPLACE FUNCTION platform.report_figures(caption text, figures jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH figure AS (
    SELECT f.n, f.figure, f.figure ->> 'text' AS said, (f.figure ->> 'value')::float8 AS value, (f.figure ->> 'low')::float8 AS low,
           (f.figure ->> 'high')::float8 AS high, coalesce((f.figure ->> 'is_scale')::boolean, false) AS is_scale,
           coalesce((f.figure ->> 'digits')::integer, 1) AS digits, (f.figure ->> 'highest')::float8 AS highest,
           bool_or((f.figure ->> 'is_scale')::boolean OR (f.figure ->> 'highest')::float8 > 0) OVER () AS has_bars
    FROM jsonb_array_elements(report_figures.figures) WITH ORDINALITY f (figure, n)
    WHERE coalesce(f.figure ->> 'value', f.figure ->> 'text') IS NOT NULL)
  SELECT xmlelement(name table, xmlattributes(CASE WHEN bool_or(f.has_bars) THEN 'figures with-bars' ELSE 'figures' END AS class),
    xmlelement(name caption, platform.word(report_figures.caption, report_figures.language)),
    xmlelement(name thead, xmlelement(name tr, (
      SELECT xmlagg(xmlelement(name th, xmlattributes('col' AS scope, h.class AS class), platform.word(h.name, report_figures.language))
                    ORDER BY h.n)
      FROM (VALUES (1, 'figure', NULL), (2, 'value', 'number'),
                   (3, CASE WHEN bool_or(f.is_scale) THEN 'scale' WHEN bool_or(f.highest > 0) THEN 'bar' END, 'bar')) h (n, name, class)
      WHERE h.name IS NOT NULL))),
    xmlelement(name tbody, xmlagg(xmlelement(name tr,
      xmlelement(name th, xmlattributes('row' AS scope), xmlelement(name bdi, coalesce(f.figure ->> 'label',
        platform.word(f.figure ->> 'name', report_figures.language)))),
      xmlelement(name td, xmlattributes('number' AS class), coalesce(platform.word(f.said, report_figures.language),
        platform.report_range(f.value, f.low, f.high, f.digits, report_figures.language) || coalesce(' ' || (f.figure ->> 'unit'), ''))),
      CASE WHEN f.is_scale OR f.highest > 0 THEN
        xmlelement(name td, platform.report_bar(CASE WHEN f.said IS NULL THEN f.value * s.factor END, f.low * s.factor, f.high * s.factor))
      WHEN f.has_bars THEN xmlelement(name td)
      END) ORDER BY f.n)))
  FROM figure f CROSS JOIN LATERAL (SELECT CASE WHEN f.highest > 0 THEN 100 / f.highest ELSE 1 END) s (factor) HAVING count(*) > 0;
END;
COMMENT ON FUNCTION platform.report_figures(text, jsonb, text) IS
'A table of figures for a report, of [{name or label, value or text, low, high, unit, digits, is_scale, highest}]: is_scale, from 0 to 100,
has a bar, and so has one with a highest value, from 0 to that. NULL where none has a value. name, text: names with a word (platform.word),
label: a text as it is; digits: decimals, 1 unless said otherwise.';

CREATE OR REPLACE FUNCTION platform.report_table(caption text, head text[], cells jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlelement(name table, xmlelement(name caption, platform.word(report_table.caption, report_table.language)),
    xmlelement(name thead, xmlelement(name tr, (
      SELECT xmlagg(xmlelement(name th, xmlattributes('col' AS scope), platform.word(c.name, report_table.language)) ORDER BY c.n)
      FROM unnest(report_table.head) WITH ORDINALITY c (name, n)))),
    xmlelement(name tbody, xmlagg(xmlelement(name tr, (
      SELECT xmlagg(xmlelement(name td, xmlelement(name bdi, coalesce(nullif(c.cell, ''), '-'))) ORDER BY c.n)
      FROM jsonb_array_elements_text(r."row") WITH ORDINALITY c (cell, n))) ORDER BY r.n)))
  FROM jsonb_array_elements(report_table.cells) WITH ORDINALITY r ("row", n) HAVING count(*) > 0;
END;
COMMENT ON FUNCTION platform.report_table(text, text[], jsonb, text) IS
'A table of texts, [[cell]], for a report; caption and head are names with a word (platform.word). Of no row there is no table.';

CREATE OR REPLACE FUNCTION platform.report_texts(texts jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlelement(name ul, xmlagg(xmlelement(name li, xmlattributes(t.value ->> 'language' AS lang),
    CASE WHEN t.value ->> 'trait' IS NOT NULL THEN xmlelement(name strong, format('%s, %s: ',
      platform.word(t.value ->> 'trait', report_texts.language), lower(platform.word(t.value ->> 'level', report_texts.language)))) END,
    xmlelement(name bdi, coalesce(t.value ->> 'text', t.value #>> '{}'))) ORDER BY t.n))
  FROM jsonb_array_elements(CASE jsonb_typeof(report_texts.texts) WHEN 'array' THEN report_texts.texts END) WITH ORDINALITY t (value, n)
  HAVING count(*) > 0;
END;
COMMENT ON FUNCTION platform.report_texts(jsonb, text) IS
'A list of texts for a report: of strings, or of objects {text, language, trait, level}. Of none there is no list.';

CREATE OR REPLACE FUNCTION platform.report_paragraphs(text text) RETURNS xml
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlagg(xmlelement(name p, btrim(p.part, E' \n\r\t')) ORDER BY p.n)
  FROM regexp_split_to_table(report_paragraphs.text, '\n\s*\n') WITH ORDINALITY p (part, n) WHERE p.part ~ '\S';
END;
COMMENT ON FUNCTION platform.report_paragraphs(text) IS 'A text as paragraphs: empty lines stand between them.';

CREATE OR REPLACE FUNCTION platform.report_lead(sentences text[], language text DEFAULT NULL) RETURNS xml
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlagg(xmlelement(name p, xmlattributes('lead' AS class, report_lead.language AS lang), xmlelement(name bdi, s.said)) ORDER BY s.n)
  FROM unnest(report_lead.sentences) WITH ORDINALITY s (said, n) WHERE s.said <> '';
END;
COMMENT ON FUNCTION platform.report_lead(text[], text) IS 'What a report has found, in sentences; language: theirs, where it is another.';

CREATE OR REPLACE FUNCTION platform.find_report_template(kind text, language text) RETURNS TABLE (name text, sections jsonb)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  SELECT format('%s, %s, %s', t.kind, t.language, t.version), t.sections FROM platform.report_template t
  WHERE t.kind = find_report_template.kind
    AND t.language IN (find_report_template.language, split_part(find_report_template.language, '-', 1), 'en')
  ORDER BY t.language = find_report_template.language DESC, t.language = 'en', t.version DESC LIMIT 1;
END;
COMMENT ON FUNCTION platform.find_report_template(text, text) IS
'The template of a kind: in this language, else in the language without its region, else in English; the newest version.
name: its kind, language and version. No row: none.';

CREATE OR REPLACE FUNCTION platform.report_made_line(template text, language text, model text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlelement(name p, xmlattributes('made' AS class),
    format('%s %s %s ', platform.word('made_on', report_made_line.language), platform.today(),
           platform.word('made_for', report_made_line.language)),
    (SELECT xmlelement(name bdi, coalesce(nullif(a.full_name, ''), a.email::text)) FROM platform.account a
     WHERE a.id = platform.active_account()),
    '. ' || platform.word('model_version', report_made_line.language) || ' ' || report_made_line.model,
    '. ' || platform.word('template', report_made_line.language) || ' ' || report_made_line.template, '.');
END;
COMMENT ON FUNCTION platform.report_made_line(text, text, text) IS
'When a report was made, for whom (the account of this request), and by which version of the model, where it rests on one, and of the
template.';

CREATE OR REPLACE FUNCTION platform.report_body(kind text, language text, model text, parts text[], contents xml[]) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH template AS (
    SELECT t.name, t.sections FROM platform.find_report_template(report_body.kind, report_body.language) t
  ), part AS (
    SELECT p.name, p.content, p.n
    FROM ROWS FROM (unnest(report_body.parts), unnest(report_body.contents)) WITH ORDINALITY p (name, content, n)
  ), section AS (
    SELECT s.section ->> 'part' AS part, s.section ->> 'title' AS title, s.section ->> 'text' AS text, s.n
    FROM template t CROSS JOIN LATERAL jsonb_array_elements(t.sections) WITH ORDINALITY s (section, n)
    UNION ALL SELECT p.name, NULL, NULL, p.n FROM part p WHERE NOT EXISTS (SELECT FROM template))
  SELECT xmlconcat(platform.report_made_line((SELECT t.name FROM template t), report_body.language, report_body.model),
    (SELECT xmlagg(CASE s.part
                   WHEN 'finding' THEN
                     xmlelement(name div, xmlattributes('finding' AS class), platform.report_paragraphs(s.text), p.content)
                   ELSE xmlelement(name section, xmlattributes(CASE WHEN p.name IS NULL THEN 'note' END AS class),
                     xmlelement(name h2, coalesce(s.title, platform.word(s.part, report_body.language))),
                     platform.report_paragraphs(s.text), p.content) END ORDER BY s.n)
     FROM section s LEFT JOIN part p ON p.name = s.part
     WHERE p.content IS NOT NULL OR s.text IS NOT NULL AND (p.name IS NULL OR s.part = 'finding')));
END;
COMMENT ON FUNCTION platform.report_body(text, text, text, text[], xml[]) IS
'The content of a report: the line that says when it was made, for whom and by what, then the sections of the kind''s template in its order
(platform.report_template); contents: what stands in each of the parts, NULL where there is nothing to show. A kind without a template has
its parts in their order, under the words for their names.

model: the version that the figures rest on; NULL: none.';

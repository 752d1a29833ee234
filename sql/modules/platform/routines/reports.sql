-- Reports on paper. The page is made when it is asked for, with the rights of who asks, so that it shows nothing else; harmonyd makes a
-- file of it (report_work.sql). What it is put together from: report_parts.sql, report_charts.sql.

CREATE OR REPLACE FUNCTION platform.report_style() RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN $css$
@page { size: A4; margin: 22mm 18mm 20mm;
  @top-left { content: string(title); width: 100%; font: 7.5pt "DejaVu Sans", sans-serif; color: #4f5b68; vertical-align: bottom;
              padding-bottom: 4mm; }
  @bottom-left { content: string(made); width: 85%; font: 7.5pt "DejaVu Sans", sans-serif; color: #4f5b68; }
  @bottom-right { content: counter(page) " / " counter(pages); width: 15%; font: 7.5pt "DejaVu Sans", sans-serif; color: #4f5b68; } }
@page :first { margin-top: 16mm; @top-left { content: none; } }
html { font: 9.5pt/1.45 "DejaVu Sans", "Noto Sans CJK SC", "Noto Sans", sans-serif; color: #16202b; overflow-wrap: break-word; }
body { margin: 0; }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 2mm; string-set: title content(); }
h2 { font-size: 12.5pt; line-height: 1.2; margin: 7mm 0 2mm; break-after: avoid; }
p, ul { margin: 0 0 2mm; }
ul { padding-left: 5mm; }
li { margin-bottom: 1mm; }
p.made { string-set: made content(); font-size: 8pt; color: #4f5b68; margin-bottom: 5mm; }
.finding { background: #f4f6f8; border-left: 1.2mm solid #0a58a6; padding: 3mm 4mm 1.5mm; margin-bottom: 5mm; break-inside: avoid; }
.finding p.lead { font-size: 11pt; margin-bottom: 1.5mm; }
.note { color: #4f5b68; font-size: 8.5pt; break-inside: avoid; }
.note h2 { font-size: 10.5pt; color: #16202b; margin-top: 6mm; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: 0 0 4mm; }
caption { text-align: left; font-size: 8.5pt; color: #4f5b68; padding-bottom: 1mm; break-after: avoid; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 1.1mm 3mm 1.1mm 0; border-bottom: .2mm solid #d5dae0; overflow-wrap: break-word; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: .35mm solid #7d8894; font-size: 8.5pt; }
table.facts th { width: 52mm; font-weight: normal; color: #4f5b68; }
table.figures tbody th { font-weight: normal; }
table.figures .number { width: 70mm; text-align: right; font-variant-numeric: tabular-nums; }
table.figures.with-bars .number { width: 42mm; }
table.figures th.bar { width: 58mm; }
table.figures th.bar, table.figures td:nth-child(3) { padding-left: 5mm; }
svg.bar { display: block; margin-top: .6mm; }
figure { margin: 0 0 5mm; break-inside: avoid; }
figcaption { font-size: 8.5pt; color: #4f5b68; margin-top: 1mm; }
$css$;
COMMENT ON FUNCTION platform.report_style() IS
'How reports look on paper: CSS for A4, with the title above, when and for whom it was made and the page below; tables whose head repeats,
rows and charts that are not broken.';

CREATE OR REPLACE FUNCTION platform.report_document(title text, body xml, language text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN platform.xml_text(
    xmlserialize(content xmlelement(name html,
      xmlattributes('http://www.w3.org/1999/xhtml' AS xmlns, report_document.language AS lang),
      xmlelement(name head, xmlelement(name title, report_document.title), xmlelement(name style, platform.report_style())),
      xmlelement(name body, xmlelement(name h1, xmlelement(name bdi, report_document.title)), report_document.body)) AS text));
COMMENT ON FUNCTION platform.report_document(text, xml, text) IS
'The XHTML of a report: its title as heading, its content, the style. Characters that XML does not have become U+FFFD.';

CREATE OR REPLACE FUNCTION platform.subject_id(subject jsonb, name text, optional boolean DEFAULT false) RETURNS uuid
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF jsonb_typeof(subject -> name) = 'string' THEN
    RETURN (subject ->> name)::uuid;
  ELSIF optional AND coalesce(subject -> name, 'null') = 'null' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the subject names no %', name USING ERRCODE = 'invalid_parameter_value',
    HINT = format('It is {"%s": "<uuid>"}.', name);
END
$$;
COMMENT ON FUNCTION platform.subject_id(jsonb, text, boolean) IS
'The id of that name in the subject of a report; 22023, or 22P02 for what is none.';

CREATE OR REPLACE FUNCTION platform.subject_number(subject jsonb, name text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF subject ->> name ~ '^[0-9]{1,18}$' IS NOT TRUE THEN
    RAISE EXCEPTION 'the subject names no %', name USING ERRCODE = 'invalid_parameter_value', HINT = format('It is {"%s": <id>}.', name);
  END IF;
  RETURN (subject ->> name)::bigint;
END
$$;
COMMENT ON FUNCTION platform.subject_number(jsonb, text) IS 'The whole number of that name in the subject of a report; 22023.';

CREATE OR REPLACE FUNCTION platform.report_routine(kind text, subject jsonb, format text, language text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  routine CONSTANT text := (SELECT k.routine FROM platform.report_kind k WHERE k.kind = report_routine.kind);
BEGIN
  IF platform.active_account() IS NULL THEN
    RAISE EXCEPTION 'reports are for who is signed in' USING ERRCODE = 'insufficient_privilege';
  ELSIF routine IS NULL THEN
    RAISE EXCEPTION 'reports of kind "%" do not exist', left(kind, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = (SELECT 'Kinds: ' || string_agg(k.kind, ', ' ORDER BY k.kind) || '.' FROM platform.report_kind k);
  ELSIF format IN ('pdf', 'docx') IS NOT TRUE THEN
    RAISE EXCEPTION 'reports are not made as "%"', left(format, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Formats: docx, pdf.';
  ELSIF language ~ '^[a-z]{2,3}(-[A-Z]{2})?$' IS NOT TRUE THEN
    RAISE EXCEPTION 'the language is none' USING ERRCODE = 'invalid_parameter_value', HINT = 'It is written as in "en" or "pt-BR".';
  ELSIF jsonb_typeof(subject) = 'object' IS NOT TRUE THEN
    RAISE EXCEPTION 'the subject is no object' USING ERRCODE = 'invalid_parameter_value', HINT = 'It is as in {"vessel": "<uuid>"}.';
  END IF;
  RETURN routine;
END
$$;
COMMENT ON FUNCTION platform.report_routine(text, jsonb, text, text) IS
'The routine of a kind of report, for somebody who is signed in and asks for a kind, subject, format and language that there can be; else
42501 or 22023.';

CREATE OR REPLACE FUNCTION platform.queue_report(
  kind text, format text, language text, title text, body xml, person uuid, organization uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  most CONSTANT integer := 4194304;
  refusal jsonb;
  page text;
  job bigint;
BEGIN
  PERFORM platform.report_routine(kind, '{}', format, language), platform.require_text('title', title, 200);
  page := platform.report_document(title, body, language);
  IF octet_length(page) > most THEN
    RAISE EXCEPTION 'the report is too large' USING ERRCODE = 'program_limit_exceeded', HINT = format('It has %s bytes at most.', most);
  END IF;
  refusal := platform.take_call('make_report');
  IF refusal IS NOT NULL THEN
    RETURN refusal;
  END IF;
  job := platform.add_job('platform.report');
  INSERT INTO platform.report_page (job_id, kind, format, title, person_id, organization_id, page)
  VALUES (job, kind, format, title,
    (SELECT a.id FROM platform.account a WHERE a.id = nullif(person, platform.active_account())),
    (SELECT o.id FROM platform.organization o WHERE o.id = organization), page);  -- an error would tell who is there
  RETURN jsonb_build_object('job', job);
END
$$;
COMMENT ON FUNCTION platform.queue_report(text, text, text, text, xml, uuid, uuid) IS
'The part of platform.make_report that writes: keeps the page and queues the job. An application that calls it by itself gets a document
of its own words.';

CREATE OR REPLACE FUNCTION platform.make_report(kind text, subject jsonb, format text DEFAULT 'pdf', language text DEFAULT 'en')
RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  made record;
BEGIN
  EXECUTE pg_catalog.format('SELECT r.title, r.body, r.person, r.organization FROM %s($1, $2, $3) r',
    platform.report_routine(kind, subject, format, language)) INTO made USING kind, subject, language;
  -- A name may hold what no title of a document may.
  RETURN platform.queue_report(kind, format, language, left(regexp_replace(made.title, '[\x01-\x1f\x7f-\x9f]', ' ', 'g'), 200), made.body,
    made.person, made.organization);
END
$$;
COMMENT ON FUNCTION platform.make_report(text, jsonb, text, text) IS
'Has a report made as a file: returns {job}, whose result is {document}, a document of who asked.

kind: a row of platform.report_kind, which says what subject is, such as {vessel}; format: pdf or docx;
language: of the words where there are such, else English. What the report shows is what its kind''s own function shows, and it is read
now, with the rights of who asks: 42501 as from there, 22023. Ten a minute: else the answer to refuse it with (429).';

CREATE OR REPLACE FUNCTION platform.clean_reports(payload jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  keep CONSTANT interval := coalesce((payload ->> 'keep')::interval, '1 day');
  removed bigint;
BEGIN
  DELETE FROM platform.report_page r
  WHERE NOT EXISTS (SELECT FROM platform.job j WHERE j.id = r.job_id
                    AND (j.status IN ('queued', 'running') OR j.status = 'failed' AND j.finished_at > now() - keep));
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN jsonb_build_object('removed', removed);
END
$$;
COMMENT ON FUNCTION platform.clean_reports(jsonb) IS
'Removes the pages of reports that nobody waits for any more: of jobs that were cancelled, and of those that failed longer than keep (a day)
ago; returns {removed}. A job of the schedule platform.clean_reports.';

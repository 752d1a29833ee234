-- Reports on paper. The page is made when it is asked for, with the rights of who asks, so that it shows nothing else; harmonyd makes a
-- file of it (report_work.sql). Texts of people stand in <bdi>, so that their direction of writing does not turn what is around them.

CREATE OR REPLACE FUNCTION platform.report_bar(value float8, low float8 DEFAULT NULL, high float8 DEFAULT NULL) RETURNS xml
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlelement(name div, xmlattributes('bar' AS class),
    CASE WHEN report_bar.value IS NOT NULL THEN
      xmlelement(name div, xmlattributes('value' AS class, format('width: %s%%', round(b.value::numeric, 1)) AS style)) END,
    CASE WHEN report_bar.low <= report_bar.high THEN  -- greatest makes 0 of NULL
      xmlelement(name div, xmlattributes('interval' AS class,
        format('left: %s%%; width: %s%%', round(b.low::numeric, 1), round((b.high - b.low)::numeric, 1)) AS style)) END)
  FROM (SELECT least(greatest(report_bar.value, 0), 100), least(greatest(report_bar.low, 0), 100),
               least(greatest(report_bar.high, 0), 100)) b (value, low, high);
END;
COMMENT ON FUNCTION platform.report_bar(float8, float8, float8) IS
'A bar for a report: a value from 0 to 100, an interval, or both. Nothing of it is in a DOCX: the figure stands beside it.';

CREATE OR REPLACE FUNCTION platform.report_style() RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN $css$
@page { size: A4; margin: 20mm 18mm 22mm;
  @bottom-left { content: string(title); font: 8pt sans-serif; color: #555; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; } }
html { font: 10pt/1.45 "DejaVu Sans", "Noto Sans", sans-serif; color: #1a1a1a; }
h1 { font-size: 19pt; line-height: 1.2; margin: 0 0 4mm; string-set: title content(); color: #123a5a; }
h2 { font-size: 12.5pt; margin: 7mm 0 2mm; color: #123a5a; border-bottom: .3mm solid #b9c9d6; break-after: avoid; }
p, ul { margin: 0 0 2mm; }
ul { padding-left: 5mm; }
li { margin-bottom: 1mm; }
.lead { font-size: 11pt; background: #eef3f7; border-left: 1.2mm solid #123a5a; padding: 2mm 3mm; }
.note { font-size: 9pt; color: #444; }
table { border-collapse: collapse; width: 100%; margin: 0 0 2mm; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 1mm 2mm 1mm 0; border-bottom: .15mm solid #d8e0e6; }
thead th { border-bottom: .3mm solid #123a5a; font-size: 9pt; }
table.facts { margin-bottom: 4mm; }
table.facts th { width: 45mm; font-weight: normal; color: #444; }
table.figures th { width: 62mm; font-weight: normal; }
td.number { width: 38mm; font-variant-numeric: tabular-nums; }
.bar { position: relative; height: 3.2mm; margin-top: .9mm; background: #e6ecf1; }
.bar .value { height: 100%; background: #2f6f9f; }
.bar .interval { position: absolute; top: 1.1mm; height: 1mm; background: #d98b1f; }
$css$;
COMMENT ON FUNCTION platform.report_style() IS
'How reports look on paper: CSS for headings, tables of facts and figures, bars (platform.report_bar) and page numbers.';

CREATE OR REPLACE FUNCTION platform.report_document(title text, body xml, language text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  -- What no XML may hold passes xmlelement: it becomes a question mark.
  RETURN regexp_replace(
    xmlserialize(content xmlelement(name html,
      xmlattributes('http://www.w3.org/1999/xhtml' AS xmlns, report_document.language AS lang),
      xmlelement(name head, xmlelement(name title, report_document.title), xmlelement(name style, platform.report_style())),
      xmlelement(name body, xmlelement(name h1, xmlelement(name bdi, report_document.title)), report_document.body)) AS text),
    '[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]', '?', 'g');
COMMENT ON FUNCTION platform.report_document(text, xml, text) IS
'The XHTML of a report: its title as heading, its content, the style. Characters that XML does not have are replaced by question marks.';

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

kind: a row of platform.report_kind, which says what subject is: {person, campaign}, {vessel} or {organization}; format: pdf or docx;
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

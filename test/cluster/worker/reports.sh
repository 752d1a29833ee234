#!/bin/sh
# Reports on paper, end to end: PDF and DOCX that hold the names and figures; names that are markup load nothing; a report that is refused,
# a program that is missing, too slow or killed, a job that is cancelled, handed back or done twice, the database away.
. "$(dirname "$0")/../../lib/worker.sh"
if ! /usr/bin/python3 -c 'import weasyprint' 2>/dev/null || ! command -v pandoc pdftotext pdfdetach rsvg-convert >/dev/null; then
  echo "ok - reports # SKIP weasyprint, pandoc, librsvg2-bin or poppler-utils is not here: tools/deps.sh deep"
  exit 0
fi
worker_database harmony_worker_reports
configure reports
run -o /dev/null -f test/lib/crew.sql -c 'SELECT crew.rebuild_stale()'
mkdir "$folder/tmp"
export TMPDIR="$folder/tmp"
secret=$folder/secret-of-harmonyd
echo 'what nobody is to see' >"$secret"

# ask WHO KIND SUBJECT [FORMAT]: the number of the job.
ask() {
  run -v who="$1" -v kind="$2" -v subject="$3" -v format="${4:-pdf}" <<'SQL' | tail -1
SELECT set_config('request.jwt.claims', json_build_object('sub', id(:'who'))::text, false);
SET ROLE harmony_user;
SELECT platform.make_report(:'kind', :'subject', :'format') ->> 'job';
SQL
}
id() { run -c "SELECT id('$1')"; }
# file JOB PATH: the document of a job that is done.
file() {
  run -c "SELECT encode(p.bytes, 'base64') FROM platform.job j JOIN platform.document_part p
    ON p.document_id = (j.result ->> 'document')::uuid WHERE j.id = $1" | base64 -d >"$2"
}
state() { run -c "SELECT concat_ws(' ', status, attempt, error) FROM platform.job WHERE id = $1"; }
once() { "$harmonyd" --config "$folder/reports.json" --once --kinds platform.report; }
vessel=$(printf '{"vessel": "%s"}' "$(id vessel1)")
# A kind of the site, whose page is what a test puts there.
run -o /dev/null <<'SQL'
CREATE FUNCTION public.site_page(kind text, subject jsonb, language text,
                                 OUT title text, OUT body xml, OUT person uuid, OUT organization uuid)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT 'A page', repeat(subject ->> 'body', (subject ->> 'times')::integer)::xml, NULL::uuid, NULL::uuid;
END;
INSERT INTO platform.report_kind VALUES ('site', 'public.site_page', 'A page of the site.');
SQL
# site BODY [FORMAT] [TIMES]: the number of the job.
site() {
  subject=$(printf '%s' "$1" | $python -c 'import json, sys
print(json.dumps({"body": sys.stdin.read(), "times": sys.argv[1]}))' "${3:-1}")
  ask client1 site "$subject" "${2:-pdf}"
}

# ---- files ----

name='Zoë <link rel="attachment" href="file://'$secret'"/><img src="file://'$secret'"/> O'"'"'Neill'
run -o /dev/null -v name="$name" <<'SQL'
UPDATE platform.account SET full_name = :'name' WHERE id = id('candidate2');
SQL
person=$(printf '{"person": "%s", "campaign": "%s"}' "$(id candidate2)" "$(id campaign1)")
for format in pdf docx; do
  for kind in recruiter vessel fleet; do
    case $kind in
      recruiter) subject=$person ;;
      vessel) subject=$vessel ;;
      fleet) subject=$(printf '{"organization": "%s"}' "$(id employer1)") ;;
    esac
    ask client1 "$kind" "$subject" "$format" >"$folder/$kind.$format.job"
  done
done
begin=$(date +%s%N)
once
took=$((($(date +%s%N) - begin) / 6000000))
is "six reports are made" "$(run -c "SELECT status, count(*) FROM platform.job WHERE kind = 'platform.report' GROUP BY 1")" 'done|6'
is "no page is kept" "$(run -c 'SELECT count(*) FROM platform.report_page')" 0
for kind in recruiter vessel fleet; do
  file "$(cat "$folder/$kind.pdf.job")" "$folder/$kind.pdf"
  file "$(cat "$folder/$kind.docx.job")" "$folder/$kind.docx"
  is "$kind: a PDF" "$(head -c 5 "$folder/$kind.pdf")" '%PDF-'
  pdftotext -layout "$folder/$kind.pdf" "$folder/$kind.pdf.txt"
  is "$kind: a DOCX" "$(head -c 2 "$folder/$kind.docx")" PK
  pandoc -t plain --columns=300 "$folder/$kind.docx" >"$folder/$kind.docx.txt"
  is "$kind: tagged, for screen readers" "$(pdfinfo "$folder/$kind.pdf" | sed -n 's/^Tagged: *//p')" yes
  is "$kind: its title" "$(pdfinfo "$folder/$kind.pdf" | grep -c '^Title: *[A-Z].*report: ')" 1
done
for form in pdf docx; do
  is "$form: the name, as a text" "$(tr -d '\n ’' <"$folder/recruiter.$form.txt" |
    grep -cE 'Zoë<linkrel=["“”]attachment["“”]href=["“”]file://.*O.?Neill')" 1
  is "$form: figures of the recruiter's report" \
    "$(grep -cE '^ *(Fit to the position|Predicted success with this team) +[0-9]+ \([0-9]+ to [0-9]+\)' "$folder/recruiter.$form.txt")" 2
  is "$form: the vessel" "$(grep -c 'Hidden conflict' "$folder/vessel.$form.txt")" 1
  is "$form: the fleet" "$(grep -cE '^ *(Vessel 1|Vessel 3) ' "$folder/fleet.$form.txt")" 2
done
is "a name attaches nothing" "$(pdfdetach -list "$folder/recruiter.pdf")" '0 embedded files'
is "nor is a file in the DOCX" "$($python -m zipfile -l "$folder/recruiter.docx" | grep -c media/)" 0
is "the words of the file are nowhere" "$(cat "$folder"/*.txt | grep -c 'nobody is to see')" 0
echo "ok - a report takes ${took} ms, in the mean of six one after the other"

# ---- texts and charts ----

# Every text that looks like markup, style or SQL, in a table, and a chart that is named so.
run -o /dev/null -f test/lib/reports.sql -c 'CREATE TABLE public.texts AS TABLE payload'
run -o /dev/null <<'SQL'
CREATE FUNCTION public.texts_page(kind text, subject jsonb, language text,
                                  OUT title text, OUT body xml, OUT person uuid, OUT organization uuid)
LANGUAGE sql STABLE SECURITY DEFINER BEGIN ATOMIC
  SELECT 'Texts', xmlconcat(
    platform.report_figure('Up <b> & "down"', 'A caption', 3, 'days', '[{"label": "<i>", "value": 1, "low": 0, "high": 2}, {"label": "b",
      "value": null}, {"label": "日本", "value": 3, "low": 2, "high": 4, "is_marked": true}]', language),
    platform.report_figures('x', '[{"name": "a", "value": 62, "low": 48, "high": 75, "is_scale": true}]', language),
    platform.report_table('texts', '{text}', (SELECT jsonb_agg(jsonb_build_array(t.text) ORDER BY t.n) FROM public.texts t), language)),
    NULL::uuid, NULL::uuid;
END;
INSERT INTO platform.report_kind VALUES ('texts', 'public.texts_page', 'Texts.');
SQL
for format in pdf docx; do
  ask client1 texts '{}' "$format" >"$folder/texts.$format.job"
  once
  is "texts as $format" "$(state "$(cat "$folder/texts.$format.job")")" 'done 1'
  file "$(cat "$folder/texts.$format.job")" "$folder/texts.$format"
done
pdftotext -raw "$folder/texts.pdf" "$folder/texts.pdf.txt"
$python -m zipfile -e "$folder/texts.docx" "$folder/texts"
run -c "SELECT translate(encode(convert_to(text, 'UTF8'), 'base64'), E'\n', '') FROM public.texts" >"$folder/texts.base64"
$python - "$folder" <<'PYTHON' >"$folder/texts.said"
import base64, re, sys, xml.etree.ElementTree as tree
folder = sys.argv[1]
bare = lambda text: re.sub(r"\s", "", text)
texts = [bare(base64.b64decode(line).decode()) for line in open(folder + "/texts.base64")]
paper = bare(open(folder + "/texts.pdf.txt", encoding="utf-8").read())
w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
paragraphs = tree.parse(folder + "/texts/word/document.xml").iter(w + "p")
word = {bare("".join(t.text or "" for t in p.iter(w + "t"))) for p in paragraphs}
print(len(texts) >= 100, [t for t in texts if t not in paper][:3], [t for t in texts if t not in word][:3])
PYTHON
is "each text is one in PDF and DOCX, as it was" "$(cat "$folder/texts.said")" 'True [] []'
is "they attach nothing" "$(pdfdetach -list "$folder/texts.pdf")" '0 embedded files'
is "the chart is a picture in the DOCX" "$(find "$folder/texts/word/media" -name '*.png' | wc -l)" 1
is "of twice its pixels" "$($python -c 'import struct, sys; print(*struct.unpack(">II", open(sys.argv[1], "rb").read()[16:24]))' \
  "$(find "$folder/texts/word/media" -name '*.png')")" '1200 400'
is "which says what is to be seen" "$(grep -c 'descr="Up &lt;b&gt; &amp; &quot;down&quot;"' "$folder/texts/word/document.xml")" 1
for form in pdf.txt docx.txt; do
  pandoc -t plain --columns=300 "$folder/texts.docx" >"$folder/texts.docx.txt"
  is "$form: the interval in words" "$(grep -c '62 (48 to 75)' "$folder/texts.$form")" 1
  is "$form: n and the unit" "$(tr '\302\240' '  ' <"$folder/texts.$form" | grep -cE 'A caption, n *= *3; days')" 1
done
is "fonts are part of the PDF" "$(pdffonts "$folder/texts.pdf" | awk 'NR > 2 && $(NF - 4) != "yes"' | wc -l)" 0

# ---- pages that are refused ----

refused() {
  run -o /dev/null -c 'DELETE FROM platform.rate_bucket'  # ten a minute
  job=$(site "$1" "${3:-pdf}")
  once
  is "refused: $2" "$(state "$job")" "failed 1 $2"
}
refused "<link rel=\"attachment\" href=\"file://$secret\"/>" 'the report has an element that is not taken: link'
refused "<img src=\"file://$secret\"/>" 'a picture is not part of the report' docx
refused "<iframe src=\"file://$secret\"/>" 'the report has an element that is not taken: iframe' docx
refused '<script>1</script>' 'the report has an element that is not taken: script'
refused "<p onclick=\"x\">x</p>" 'the report has an attribute that is not taken: onclick'
refused "<p style=\"background: URL(file://$secret)\">x</p>" 'a style loads something'
refused "<style>@im\\70 ort 'file://$secret';</style>" 'a style loads something'
is "what was refused makes no document" "$(run -c "SELECT count(*) FROM platform.document WHERE title = 'A page'")" 0
refused "<style>&lt;/style&gt;&lt;img src='$secret'/&gt;&lt;style&gt;</style>" 'a style loads something'
refused "<a href=\"file://$secret\">x</a>" 'a link leads out of the report'
refused "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file://$secret\"/></svg>" \
  'the report has an element that is not taken: image'
# The same pages past the list: WeasyPrint's fetcher refuses by itself.
$python - src/worker/kinds/report.py "$secret" "$folder/past.pdf" "$folder/open.pdf" <<'PYTHON' 2>/dev/null || true
import importlib.util, sys
spec = importlib.util.spec_from_file_location("report", sys.argv[1])
report = importlib.util.module_from_spec(spec)
spec.loader.exec_module(report)
import weasyprint
page = '<html><head><title>x</title><link rel="attachment" href="file://%s"/></head><body><p>x</p></body></html>' % sys.argv[2]
weasyprint.HTML(string=page, url_fetcher=report.fetch, base_url=None).write_pdf(sys.argv[3])
weasyprint.HTML(string=page).write_pdf(sys.argv[4])
PYTHON
is "WeasyPrint by itself attaches what a page names" "$(pdfdetach -list "$folder/open.pdf" 2>/dev/null | head -1)" '1 embedded files'
is "with the fetcher of harmonyd it attaches nothing" "$(pdfdetach -list "$folder/past.pdf" 2>/dev/null)" '0 embedded files'

# ---- what can go wrong ----

# A long page takes seconds: cancelled meanwhile, it ends, and so does the program.
long=$(site '<table><tr><td>a cell</td><td>another</td></tr></table>' pdf 20000)
start reports
wait_for "SELECT status FROM platform.job WHERE id = $long" running
sleep 1
run -o /dev/null -c "SELECT platform.cancel_job($long)"
begin=$(date +%s)
# The lease is a minute: the heartbeat that tells of it comes within 20 s.
wait_for "SELECT status FROM platform.job WHERE id = $long" cancelled 40 || true
is "cancelled" "$(state "$long" | cut -d' ' -f1)" cancelled
is "its program is ended" "$(pgrep -cf "^/usr/bin/python3 -I $TMPDIR/harmonyd-" || true)" 0
is "nothing is left in the temporary folder" "$(find "$TMPDIR" -mindepth 1 | wc -l)" 0
is "a cancelled one leaves no document" "$(run -c "SELECT count(*) FROM platform.document WHERE title = 'A page'")" 0
# SIGTERM in the middle: it is handed back within the grace, and the next harmonyd makes it once.
again=$(site '<table><tr><td>a cell</td><td>another</td></tr></table>' pdf 1000)
wait_for "SELECT status FROM platform.job WHERE id = $again" running
kill "$started"
ended "$started" 15 || true
is "handed back or done" "$(state "$again" | grep -cE '^(queued|done) 1')" 1
once
is "made after all" "$(state "$again" | cut -d' ' -f1)" 'done'
is "one document" "$(run -c "SELECT count(*) FROM platform.document WHERE title = 'A page'")" 1
# The database is away while the file is made: the attempt fails or ends late, another makes it, and there is one document.
away=$(ask client1 vessel "$vessel")
start reports
wait_for "SELECT status FROM platform.job WHERE id = $away" running
run -o /dev/null -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'harmonyd%'"
run -o /dev/null -c "UPDATE platform.job SET run_at = now() WHERE id = $away AND status = 'queued'"
wait_for "SELECT status FROM platform.job WHERE id = $away" 'done' 90 || true
is "connections lost at work" "$(state "$away" | cut -d' ' -f1)" 'done'
is "a document once" \
  "$(run -c "SELECT count(*) FROM platform.document WHERE title = 'Vessel report: Vessel 1' AND media_type LIKE '%pdf'")" 2
kill "$started"
ended "$started" 15 || true
# The page is gone before the job begins.
gone=$(ask client1 vessel "$vessel")
run -o /dev/null -c "DELETE FROM platform.report_page WHERE job_id = $gone"
once
is "a page that is not kept" "$(state "$gone")" 'failed 1 what was to be shown is not kept any more: ask for the report again'
# No pandoc: in a name space whose /usr/bin/pandoc is an empty file that nobody runs.
if unshare -rm true 2>/dev/null; then
  missing=$(ask client1 vessel "$vessel" docx)
  unshare -rm sh -c 'mount --bind /dev/null /usr/bin/pandoc && exec "$@"' sh "$harmonyd" --config "$folder/reports.json" --once \
    --kinds platform.report
  is "a program that is not there: it waits for another attempt" "$(state "$missing")" \
    'queued 1 program "pandoc" is not installed where harmonyd runs'
  run -o /dev/null -c "UPDATE platform.job SET run_at = now() WHERE id = $missing"
  once
  is "and is made where it is" "$(state "$missing" | cut -d' ' -f1-2)" 'done 2'
else
  echo "ok - a program that is not there # SKIP no mount name space here"
fi

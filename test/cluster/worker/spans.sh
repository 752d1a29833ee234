#!/bin/sh
# Spans: what a request caused, posted to a collector: the time that it waited, jobs in the database and outside, messages, calls; the id in
# the mail is that of the span that sent it. A collector that is not there holds nothing up.
. "$(dirname "$0")/../../lib/worker.sh"
worker_database harmony_worker_spans
port=$(free_port) smtp=$(free_port) nowhere=$(free_port)
mail='"smtp": {"url": "smtp://127.0.0.1:'$smtp'", "from": "no-reply@example.org", "requires_tls": false}'
configure traced "$mail"', "otlp": {"url": "http://127.0.0.1:'$port'/v1/traces", "service": "harmony-test"}'
configure lost "$mail"', "otlp": {"url": "http://127.0.0.1:'$nowhere'/v1/traces", "timeout_s": 1}'
sink otlp_sink.py "$folder/spans" "$port"
sink smtp_sink.py "$folder/mails" "$smtp"
run -o /dev/null <<'SQL'
INSERT INTO platform.account (id, email) VALUES ('00000000-0000-4000-8000-000000000001', 'ann@example.org');
CREATE FUNCTION public.nothing(payload jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT NULL::jsonb';
CREATE FUNCTION public.wrong(payload jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'it went wrong'; END $$;
INSERT INTO platform.job_kind (kind, runs, routine, max_attempts) VALUES ('test.nothing', 'database', 'public.nothing', 1),
  ('test.wrong', 'database', 'public.wrong', 1);
SELECT set_config('request.headers', '{"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}', false);
SELECT platform.mail_account('00000000-0000-4000-8000-000000000001', 'platform.password_changed'), platform.add_job('platform.check'),
  platform.add_job('test.nothing'), platform.add_job('test.wrong');
SELECT set_config('request.headers', '', false);
SELECT platform.add_job('test.nothing');
SQL
"$harmonyd" --config "$folder/traced.json" --once
$python - "$folder" <<'PYTHON' >"$folder/read"
import email, glob, json, sys
spans, services = [], set()
for name in glob.glob(sys.argv[1] + "/spans/*.json"):
    for resource in json.load(open(name))["resourceSpans"]:
        services |= {a["value"]["stringValue"] for a in resource["resource"]["attributes"]}
        for scope in resource["scopeSpans"]:
            spans += scope["spans"]
by_id = {s["spanId"]: s for s in spans}
print("services", services)
print("traces", {s["traceId"] for s in spans})
print("names", sorted(s["name"] for s in spans))
print("parents", sorted((s["name"], by_id[s["parentSpanId"]]["name"]) for s in spans if "parentSpanId" in s))
print("times", all(int(s["startTimeUnixNano"]) <= int(s["endTimeUnixNano"]) for s in spans),
      all(int(s["startTimeUnixNano"]) >= int(by_id[s["parentSpanId"]]["startTimeUnixNano"]) for s in spans if "parentSpanId" in s))
print("failed", [(s["name"], s["status"]["message"]) for s in spans if s.get("status", {}).get("code") == 2])
header = email.message_from_file(open(glob.glob(sys.argv[1] + "/mails/*.eml")[0]))["Traceparent"].split("-")
print("mail", header[1], by_id[header[2]]["name"])
PYTHON
line() { sed -n "s/^$1 //p" "$folder/read"; }
is "the service's name" "$(line services)" "{'harmony-test'}"
is "of the one trace, without jobs of no request" "$(line traces)" "{'0af7651916cd43dd8448eb211c80319c'}"
is "what it caused" "$(line names)" "['SMTP', 'job platform.check', 'job test.nothing', 'job test.wrong', 'message mail', \
'waiting for job platform.check', 'waiting for job test.nothing', 'waiting for job test.wrong', 'waiting for message mail']"
is "one in the other" "$(line parents)" "[('SMTP', 'message mail'), ('job platform.check', 'waiting for job platform.check'), \
('job test.nothing', 'waiting for job test.nothing'), ('job test.wrong', 'waiting for job test.wrong'), \
('message mail', 'waiting for message mail')]"
is "and after it" "$(line times)" "True True"
is "what went wrong" "$(line failed)" "[('job test.wrong', 'P0001 it went wrong')]"
is "the mail names the span that sent it" "$(line mail)" "0af7651916cd43dd8448eb211c80319c message mail"

run -o /dev/null <<'SQL'
SELECT set_config('request.headers', '{"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}', false);
SELECT count(platform.add_job('test.nothing')) FROM generate_series(1, 6000);
SQL
before=$(date +%s)
"$harmonyd" --config "$folder/lost.json" --once
is "without a collector all is done" "$(run -c "SELECT count(*) FROM platform.job WHERE status = 'done' AND kind = 'test.nothing'")" 6002
is "soon" "$([ $(($(date +%s) - before)) -le 20 ] && echo yes)" yes
is "and it is told" "$(grep -c '"event":"spans dropped"' "$folder/lost.log")" 1

#!/bin/sh
# Mails, end to end: through STARTTLS and a log-in, each once; the server down and up again; 4xx later, 5xx never; what stands in them.
. "$(dirname "$0")/../../lib/worker.sh"
worker_database harmony_worker_mail
certificate
port=$(free_port)
printf 'secret\n' >"$folder/password"
printf 'wrong\n' >"$folder/wrong"
chmod 600 "$folder/password" "$folder/wrong"
smtp='"url": "smtp://127.0.0.1:'$port'", "from": "Harmony <no-reply@example.org>", "user": "harmony", "ca_file": "'$folder/cert.pem'"'
configure mail '"smtp": {'"$smtp"', "password_file": "'$folder/password'"}'
configure wrong '"smtp": {'"$smtp"', "password_file": "'$folder/wrong'"}'
run -o /dev/null <<'SQL'
INSERT INTO platform.account (id, email, full_name)
SELECT md5(n::text)::uuid, CASE n WHEN 1 THEN 'later' WHEN 2 THEN 'never' ELSE 'person' || n END || '@example.org',
       CASE n WHEN 3 THEN 'Zoë "O''Neill", Ann' ELSE 'Person ' || n END
FROM generate_series(1, 30) n;
INSERT INTO platform.template (code, subject, text, html) VALUES
  ('test.hello', 'Grüße an {{name}} — {{n}}', E'Liebe {{name}},\n{{token}}\n', '<p>Liebe {{name}}, {{token}}</p>');
SELECT set_config('request.headers', '{"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}', false);
SELECT platform.send(md5(n::text)::uuid, 'test.hello', jsonb_build_object('name', 'Zoë <' || n || '>', 'n', n), 'hello/' || n)
FROM generate_series(1, 30) n;
SQL

# Down: nothing is lost, and it comes again later.
"$harmonyd" --config "$folder/mail.json" --once
is "no server: all wait" "$(run -c "SELECT count(*) FROM platform.outbox WHERE status = 'queued' AND attempts = 1
  AND error LIKE 'SMTP:%' AND run_at > now()")" 30
sink smtp_sink.py "$folder/mails" "$port" "$folder/cert.pem" "$folder/key.pem"
run -c 'UPDATE platform.outbox SET run_at = now()'
"$harmonyd" --config "$folder/wrong.json" --once
is "a wrong password is nobody's message's fault" \
  "$(run -c "SELECT count(*) FROM platform.outbox WHERE status = 'queued' AND attempts = 2")" 30
is "and nothing was sent" "$(find "$folder/mails" -name '*.eml' | wc -l)" 0

# Up.
run -c 'UPDATE platform.outbox SET run_at = now()'
start mail
first=$started
start mail
wait_for "SELECT count(*) FROM platform.outbox WHERE status = 'sent'" 28 || true
is "up again: all but two are sent" "$(run -c "SELECT status, count(*) FROM platform.outbox GROUP BY 1 ORDER BY 1" | paste -sd' ')" \
  'failed|1 queued|1 sent|28'
is "5xx: never" "$(run -c "SELECT a.email FROM platform.outbox o JOIN platform.account a ON a.id = o.recipient_id
  WHERE o.status = 'failed' AND o.error LIKE 'SMTP:%550'")" never@example.org
run -o /dev/null -c "UPDATE platform.outbox SET run_at = now() WHERE status = 'queued'" -c 'NOTIFY harmony_jobs'
wait_for "SELECT count(*) FROM platform.outbox WHERE status = 'sent'" 29 || true
is "4xx: later" "$(run -c "SELECT count(*) FROM platform.outbox WHERE status = 'sent'")" 29
# A new message is sent at once, not after the next look.
before=$(date +%s%N)
run -o /dev/null -c "SELECT platform.send(md5('5')::uuid, 'test.hello', '{\"name\": \"x\", \"n\": 1}', 'again')"
wait_for "SELECT count(*) FROM platform.outbox WHERE status = 'sent'" 30 || true
is "a notification wakes it" "$([ $((($(date +%s%N) - before) / 1000000)) -lt 3000 ] && echo yes)" yes

# What stands in them, as another program reads it.
run -c "SELECT jsonb_agg(jsonb_build_object('id', o.message_id, 'hash', encode(t.token_hash, 'hex')))
  FROM platform.outbox o JOIN platform.token t ON t.id = o.token_id WHERE o.status = 'sent'" >"$folder/sent.json"
$python - "$folder" <<'PYTHON' >"$folder/read"
import email, email.policy, glob, hashlib, json, re, sys
folder = sys.argv[1]
names = sorted(glob.glob(folder + "/mails/*.eml"))
mails = [email.message_from_binary_file(open(name, "rb"), policy=email.policy.default) for name in names]
sent = {row["id"]: row["hash"] for row in json.load(open(folder + "/sent.json"))}
texts = [mail.get_body(("plain",)).get_content() for mail in mails]
print("once", len(mails), len({mail["Message-ID"] for mail in mails}), {mail["Message-ID"] for mail in mails} == set(sent))
subjects = sorted(mail["Subject"] for mail in mails)
print("subjects", subjects[0], all(re.fullmatch("Grüße an .+ — [0-9]+", subject) for subject in subjects))
print("names", [mail["To"].addresses[0].display_name for mail in mails if mail["To"].addresses[0].addr_spec == "person3@example.org"])
print("html", all("Liebe Zoë &lt;" in mail.get_body(("html",)).get_content() for mail in mails[:29]))
trace = re.compile("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01")
print("traces", sum(bool(trace.fullmatch(mail["Traceparent"] or "")) for mail in mails))
hashes = [hashlib.sha256(text.split()[-1].encode()).hexdigest() for text in texts]
print("tokens", sum(found == sent[mail["Message-ID"]] for mail, found in zip(mails, hashes)))
open(folder + "/tokens", "w").write("\n".join(text.split()[-1] for text in texts))
PYTHON
is "each once, by its Message-ID" "$(sed -n 's/^once //p' "$folder/read")" '30 30 True'
is "subjects" "$(sed -n 's/^subjects //p' "$folder/read")" 'Grüße an Zoë <10> — 10 True'
is "names" "$(sed -n 's/^names //p' "$folder/read")" "['Zoë \"O\\'Neill\", Ann']"
is "HTML" "$(sed -n 's/^html //p' "$folder/read")" True
is "the trace" "$(sed -n 's/^traces //p' "$folder/read")" 29
is "each has the token whose hash is kept" "$(sed -n 's/^tokens //p' "$folder/read")" 30
is "no log holds one, nor a password" "$(cat "$folder"/*.log "$folder"/*.err | grep -cFf "$folder/tokens" -e secret || true)" 0
is "logs have message, kind, attempt and trace" "$(grep '"message sent"' "$folder/mail.log" | grep '"kind":"mail"' | grep '"attempt":"' |
  grep -c '"trace_id":"0af7651916cd43dd8448eb211c80319c"')" 29
kill "$first"
is "SIGTERM ends it" "$(ended "$first" 5 && echo yes)" yes

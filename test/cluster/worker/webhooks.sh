#!/bin/sh
# Webhooks, end to end: signed, over https, no redirect followed, no private address, and what a status means.
. "$(dirname "$0")/../../lib/worker.sh"
worker_database harmony_worker_webhooks
certificate
port=$(free_port)
printf '{"good": "a secret of some length", "moved": "a secret of some length", "gone": "a secret of some length",
  "busy": "a secret of some length", "name": "a secret of some length"}\n' >"$folder/secrets"
chmod 600 "$folder/secrets"
webhooks='"secrets_file": "'$folder/secrets'", "ca_file": "'$folder/cert.pem'"'
configure closed '"webhooks": {'"$webhooks"'}'
configure open '"webhooks": {'"$webhooks"', "allow_private": true}'
run -o /dev/null <<SQL
INSERT INTO platform.webhook (name, url) VALUES ('good', 'https://127.0.0.1:$port/hook'), ('moved', 'https://127.0.0.1:$port/302'),
  ('gone', 'https://127.0.0.1:$port/410'), ('busy', 'https://127.0.0.1:$port/503'), ('unknown', 'https://127.0.0.1:$port/hook'),
  ('name', 'https://localhost:$port/hook');
SELECT set_config('request.headers', '{"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}', false);
SELECT platform.send(NULL, 'vessel.changed', '{"vessel": "Zoë"}', 'v/1', 'webhook');
SQL
sink https_sink.py "$folder/posts" "$port" "$folder/cert.pem" "$folder/key.pem"

"$harmonyd" --config "$folder/closed.json" --once --kinds webhook
is "private addresses are refused, named or not" "$(run -c "SELECT count(*) FROM platform.outbox WHERE status = 'failed'
  AND error = 'the address is a private one'")" 5
is "none was asked" "$(find "$folder/posts" -name '*.json' | wc -l)" 0
is "without a secret it waits" "$(run -c "SELECT status, error FROM platform.outbox WHERE address = 'unknown'")" \
  'queued|the file of secrets has none of this name'

run -o /dev/null -c "SELECT platform.send(NULL, 'vessel.changed', '{\"vessel\": \"Zoë\"}', 'v/2', 'webhook')"
"$harmonyd" --config "$folder/open.json" --once --kinds webhook
is "what a status means" \
  "$(run -c "SELECT address, status, error FROM platform.outbox WHERE idempotency_key LIKE 'v/2/%'
  ORDER BY address" | paste -sd' ')" "busy|queued|HTTPS: status 503 gone|failed|HTTPS: status 410 good|sent| \
moved|failed|HTTPS: status 302 name|sent| unknown|queued|the file of secrets has none of this name"
$python - "$folder" <<'PYTHON' >"$folder/read"
import glob, hashlib, hmac, json, re, sys, time
posts = [json.load(open(name)) for name in sorted(glob.glob(sys.argv[1] + "/posts/*.json"))]
print("paths", sorted(post["path"] for post in posts))
post = next(post for post in posts if post["path"] == "/hook")
t, v1 = re.fullmatch("t=([0-9]+),v1=([0-9a-f]{64})", post["headers"]["x-harmony-signature"]).groups()
right = hmac.new(b"a secret of some length", f"{t}.{post['body']}".encode(), hashlib.sha256).hexdigest()
print("signed", v1 == right, abs(time.time() - int(t)) < 60)
body = json.loads(post["body"])
print("body", body["event"], body["data"], body["id"] in ("v/2/good", "v/2/name"), post["headers"]["content-type"])
PYTHON
is "a redirect is not followed" "$(sed -n 's/^paths //p' "$folder/read")" "['/302', '/410', '/503', '/hook', '/hook']"
is "signed" "$(sed -n 's/^signed //p' "$folder/read")" 'True True'
is "the event" "$(sed -n 's/^body //p' "$folder/read")" "vessel.changed {'vessel': 'Zoë'} True application/json"
is "the trace is in the log" "$(grep -c '"trace_id":"0af7651916cd43dd8448eb211c80319c"' "$folder/closed.log")" 6
is "no log holds a secret or a payload" "$(cat "$folder"/*.log "$folder"/*.err 2>/dev/null | grep -c -e 'a secret' -e Zo || true)" 0

#!/bin/sh
# Fetching from tools, end to end: pages of GitHub and Jira into projects, what has changed since, a tool that asks to wait, answers
# that are none, and a token that nobody finds anywhere.
. "$(dirname "$0")/../../lib/worker.sh"
worker_database harmony_worker_fetch
run -o /dev/null -c "SELECT harmony.install('delivery')" -c 'SELECT platform.grant_application()' -c 'DELETE FROM platform.schedule'
port=$(free_port)
token='Bearer 0123456789-not-to-be-found'
run -o /dev/null -c "INSERT INTO platform.organization (id, name) VALUES (md5('A')::uuid, 'A'), (md5('B')::uuid, 'B')"
a=$(run -c "SELECT md5('A')::uuid")
b=$(run -c "SELECT md5('B')::uuid")
printf '{"%s": {"http://127.0.0.1:%s": "%s"}}\n' "$a" "$port" "$token" >"$folder/tokens"
chmod 600 "$folder/tokens"
configure fetch '"fetch": {"tokens_file": "'"$folder/tokens"'", "timeout_s": 20}'
mkdir "$folder/tool"
sink tool_server.py "$folder/tool" "$port" "$token"
add() {
  run -c "INSERT INTO delivery.integration (organization_id, kind, name, settings) VALUES ('$1', '$2', '$3', '$4') RETURNING id" | head -1
}
github='{"url": "http://127.0.0.1:'$port'", "repository": "o/r", "project": "code"}'
code=$(add "$a" github Code "$github")
tracker=$(add "$a" jira Tracker '{"url": "http://127.0.0.1:'"$port"'/", "key": "K", "project": "tracker", "board": 9}')
is "each has a schedule" "$(run -c "SELECT name, kind, every FROM platform.schedule ORDER BY name" | paste -sd' ')" \
  "delivery.fetch_$code|delivery.fetch|01:00:00 delivery.fetch_$tracker|delivery.fetch|01:00:00"
run -o /dev/null -c "UPDATE platform.schedule SET next_run_at = now() + interval '1 day'"

# fetch INTEGRATION: a job for it, done at once, and what it fetched is transformed.
fetch() {
  run -o /dev/null -c "SELECT platform.add_job('delivery.fetch', jsonb_build_object('integration', $1))"
  "$harmonyd" --config "$folder/fetch.json" --once
}
last() {
  run -c "SELECT status, error FROM delivery.etl_job WHERE integration_id = $1 AND step = 'fetch' ORDER BY id DESC LIMIT 1"
}
asked() { grep -c "$1" "$folder/tool/requests" || true; }
forget() { : >"$folder/tool/requests"; }
forget

fetch "$code"
is "it is done" "$(last "$code")" 'done|'
is "what was fetched is there" "$(run -c "SELECT (SELECT count(*) FROM delivery.commit), (SELECT count(*) FROM delivery.deployment
  WHERE result = 'success'), (SELECT count(*) FROM delivery.pull_request WHERE additions > 0), (SELECT count(*) FROM delivery.review),
  (SELECT count(*) FROM delivery.work_item), (SELECT count(*) FROM delivery.status_change)")" '20|20|20|20|20|20'
is "nothing was rejected, nothing waits" "$(run -c "SELECT DISTINCT status FROM delivery.raw_record")" 'loaded'
is "figures of it" "$(run -c "SELECT deployments, lead_n, lead_median
  FROM delivery.dora('$a', 'code', '2026-01-01', '2026-02-01')")" '20|19|43200'
is "page after page" "$(asked '"/repos/o/r/commits')" 3
is "the run is noted" "$(run -c "SELECT cause, pages > 60, records, loaded FROM delivery.etl_job WHERE step = 'fetch'")" 'hand|t|160|0'
is "so is the integration" "$(run -c "SELECT last_run_at IS NOT NULL, last_error FROM delivery.integration WHERE id = $code")" 't|'

echo 22 >"$folder/tool/day"
forget
fetch "$code"
is "what is new is fetched" "$(run -c "SELECT count(*) FROM delivery.pull_request")" 22
run -o /dev/null -c "UPDATE delivery.integration SET fetched = fetched || '{\"since\": \"2026-01-23T00:00:00Z\"}' WHERE id = $code"
forget
fetch "$code"
is "of what is there nothing is asked again" "$(asked '/pulls/')" 0
is "what has not changed is not sent" "$(asked 'If-None-Match')" 1
is "commits since then alone" "$(grep -c 'since=2026-01-23' "$folder/tool/requests")" 2
is "new are the statuses of late deployments" "$(run -c "SELECT records FROM delivery.etl_job
  WHERE step = 'fetch' ORDER BY id DESC LIMIT 1")" 2

fetch "$tracker"
is "Jira" "$(last "$tracker")" 'done|'
is "its issues are done, its sprint has them" "$(run -c "SELECT (SELECT count(*) FROM delivery.status_change c JOIN delivery.project p
  ON p.id = c.project_id WHERE p.code = 'tracker' AND c.category = 'done'), (SELECT count(*) FROM delivery.sprint_item)")" '22|22'
is "pages by startAt" "$(asked 'startAt=18')" 1

# A tool that asks to wait: the job goes on later, from where it was.
run -o /dev/null -c "DELETE FROM delivery.integration WHERE id = $code" -c "DELETE FROM delivery.project WHERE code = 'code'"
code=$(add "$a" github Code "$github")
run -o /dev/null -c "UPDATE platform.schedule SET next_run_at = now() + interval '1 day'"
echo "limit 0" >"$folder/tool/mode"
fetch "$code"
is "it is put off" "$(last "$code")" 'put_off|the tool asks to wait'
is "by as long as the tool says" "$(run -c "SELECT count(*) FROM platform.job WHERE kind = 'delivery.fetch' AND status = 'queued'
  AND run_at BETWEEN now() + interval '1 minute' AND now() + interval '2 minutes'")" 1
is "which is no failure" "$(run -c "SELECT (SELECT count(*) FROM platform.job WHERE status = 'failed'), i.last_error
  FROM delivery.integration i WHERE i.id = $code")" '0|'
rm "$folder/tool/mode"
# later: what was put off is done now; as often as it is put off.
later() {
  run -o /dev/null -c "UPDATE platform.job SET run_at = now() WHERE status = 'queued'"
  "$harmonyd" --config "$folder/fetch.json" --once
}
forget
single() { grep -c '/pulls/[0-9]*"' "$folder/tool/requests" || true; }
kill "$started"
sink tool_server.py "$folder/tool" "$port" "$token"
echo "limit 45" >"$folder/tool/mode"
later
is "again" "$(last "$code")" 'put_off|the tool asks to wait'
some=$(single)
rm "$folder/tool/mode"
forget
later
is "and at last done" "$(last "$code")" 'done|'
is "some was there, then all" "$([ "$some" -gt 0 ] && [ "$some" -lt 22 ] && echo yes) $(run -c "SELECT count(*) FROM delivery.pull_request
  WHERE additions > 0")" 'yes 22'
is "of what was there the last two at most were asked for again" "$([ "$(single)" -le "$((24 - some))" ] && echo yes)" yes
is "nor lists that were at their end" "$(asked repos/o/r/commits) $(asked deployments)" "0 0"

# Answers that are none.
run -o /dev/null -c "UPDATE platform.job_kind SET backoff = '1 hour' WHERE kind = 'delivery.fetch'"
wrong() {
  echo "$1" >"$folder/tool/mode"
  fetch "$code"
  rm "$folder/tool/mode"
  is "$2" "$(last "$code")" "failed|$3"
  is "$2: told" "$(run -c "SELECT last_error FROM delivery.integration WHERE id = $code")" "$3"
  is "$2: the job" "$(run -c "SELECT status FROM platform.job WHERE kind = 'delivery.fetch' ORDER BY id DESC LIMIT 1")" "$4"
}
wrong 500 "status 500" 'the tool answers with status 500' queued
wrong 404 "status 404" 'the tool answers with status 404' failed
wrong broken "half a document" 'an answer is no JSON' queued
wrong deep "brackets of 100,000" 'an answer is no JSON' queued
wrong endless "pages without an end" 'a list has more than 1,000 pages' failed
wrong loop "a page that leads to itself" 'a list leads to a page that was there' failed
wrong elsewhere "a page elsewhere" 'an answer leads to another address' failed
wrong moved "a redirect elsewhere" 'an answer leads to another address' failed
is "which was not asked" "$(asked stolen)" 0
wrong huge "34 MB" 'an answer is longer than 32 MiB' failed
fetch "$code"
is "then all is well" "$(last "$code") $(run -c "SELECT last_error IS NULL FROM delivery.integration WHERE id = $code")" 'done| t'

# Whose token it is.
forget
of_b=$(add "$b" github Code "$github")
fetch "$of_b"
is "another organisation has no token" "$(last "$of_b")" \
  "failed|the file of tokens does not name http://127.0.0.1:$port for the organisation"
elsewhere=$(add "$a" github Elsewhere '{"url": "https://example.org", "repository": "o/r", "project": "x"}')
fetch "$elsewhere"
is "nor has another address" "$(last "$elsewhere")" \
  "failed|the file of tokens does not name https://example.org for the organisation"
bare=$(add "$a" github Bare '{"url": "http://127.0.0.1:'"$port"'"}')
fetch "$bare"
is "settings that are missing" "$(last "$bare")" 'failed|setting "project" is missing'
private=$(add "$a" github Private '{"url": "http://10.0.0.1", "repository": "o/r", "project": "x"}')
fetch "$private"
is "http elsewhere" "$(last "$private")" 'failed|the address is neither of https nor of this machine'
is "nothing was asked" "$(asked .)" 0
run -o /dev/null -c "UPDATE delivery.integration SET is_active = false WHERE id = $code"
fetch "$code"
is "one that is not active is not fetched" "$(asked .)" 0

# The token is in no log, no table.
is "no log holds the token" "$(cat "$folder"/*.log "$folder"/*.err 2>/dev/null | grep -c 'not-to-be-found' || true)" 0
is "nor does the database" "$(pg_dump --data-only "$database" | grep -c 'not-to-be-found' || true)" 0
is "but every request had it" "$(grep -vc 'not-to-be-found' "$folder/tool/requests" || true)" 0

#!/bin/sh
# Jobs, end to end: workers killed at work, connections lost, SIGTERM, cancelling: nothing is lost, each has its effect once.
. "$(dirname "$0")/../../lib/worker.sh"
worker_database harmony_worker_jobs
configure a
configure b
run -o /dev/null <<'SQL'
CREATE TABLE public.effect (n integer);
CREATE FUNCTION public.test_effect(payload jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.effect VALUES ((payload ->> 'n')::integer);
  PERFORM pg_sleep(coalesce((payload ->> 'sleep')::float8, 0));
  IF payload ? 'fails' THEN
    RAISE EXCEPTION 'no luck';
  END IF;
  RETURN '{}';
END $$;
INSERT INTO platform.job_kind (kind, runs, routine, lease, max_attempts, backoff)
SELECT k.kind, 'database', 'public.test_effect', '2 seconds', k.most, '0'
FROM (VALUES ('test.effect', 50), ('test.once', 1), ('test.thrice', 3)) k (kind, most);
SQL
once="SELECT count(*), count(DISTINCT n) FROM public.effect"
all_done="SELECT count(*) FROM platform.job WHERE status NOT IN ('done', 'failed', 'cancelled')"

"$harmonyd" --config "$folder/a.json" --check >"$folder/check" && is "its check" "$(grep -vc '^ok' "$folder/check" || true)" 0
is "a kind that is none" "$("$harmonyd" --config "$folder/a.json" --kinds mial 2>&1 | head -1)" 'harmonyd: there is no kind "mial"'
is "a configuration that is none" "$("$harmonyd" --config "$folder/none.json" 2>&1)" "harmonyd: could not read file \"$folder/none.json\""

# Killed at work, again and again; and the connections of the others ended.
run -o /dev/null -c "SELECT platform.add_job('test.effect', jsonb_build_object('n', n, 'sleep', CASE WHEN n % 10 = 0 THEN 0.2 ELSE 0 END))
  FROM generate_series(1, 600) n"
start b
other=$started
for _ in 1 2 3 4; do
  start a
  sleep 0.6
  kill -9 "$started"
  run -o /dev/null -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND usename = 'harmony_worker'"
done
wait_for "$all_done" 0 60 || true
is "workers killed, connections lost: each once" "$(run -c "$once")" '600|600'
is "all done" "$(run -c "SELECT status, count(*) FROM platform.job GROUP BY 1")" 'done|600'

# A failing one is tried as often as its kind says, and leaves nothing behind.
run -o /dev/null -c 'TRUNCATE public.effect' \
  -c "SELECT platform.add_job('test.thrice', '{\"n\": 1, \"fails\": 1, \"secret\": \"hunter2\"}')"
wait_for "SELECT status FROM platform.job WHERE payload ? 'fails'" failed || true
is "fails for good" "$(run -c "SELECT attempt, error FROM platform.job WHERE payload ? 'fails'")" '3|P0001 no luck'
is "without effect" "$(run -c "$once")" '0|0'

# A job that takes longer than its lease goes on: its worker is heard of.
run -o /dev/null -c "SELECT platform.add_job('test.once', '{\"n\": 2, \"sleep\": 5}')"
wait_for "SELECT status FROM platform.job WHERE kind = 'test.once'" done 15 || true
is "longer than the lease" "$(run -c "SELECT status, attempt FROM platform.job WHERE kind = 'test.once'")" 'done|1'

# Progress, and cancelling what runs: in the worker, in the database.
run -o /dev/null -c "SELECT platform.add_job('platform.check', '{\"seconds\": 60}'),
  platform.add_job('test.effect', '{\"n\": 3, \"sleep\": 60}')"
wait_for "SELECT count(*) FROM platform.job WHERE status = 'running'" 2 || true
wait_for "SELECT progress > 0 AND message = 'waiting' FROM platform.job WHERE kind = 'platform.check'" t || true
is "progress" "$(run -c "SELECT progress BETWEEN 0.0001 AND 0.5 FROM platform.job WHERE kind = 'platform.check'")" t
run -o /dev/null -c "SELECT platform.cancel_job(id) FROM platform.job WHERE status = 'running'"
wait_for "$all_done" 0 10 || true
is "cancelled while they run" "$(run -c "SELECT kind, status FROM platform.job WHERE payload ?| '{seconds,sleep}'::text[]
  AND status <> 'done' ORDER BY 1" | paste -sd' ')" 'platform.check|cancelled test.effect|cancelled'
is "without effect" "$(run -c "SELECT count(*) FROM public.effect WHERE n = 3")" 0

# SIGTERM: no new work; what takes too long is handed back, within the time; the attempt does not count.
run -o /dev/null -c "SELECT platform.add_job('platform.check', '{\"seconds\": 90}'),
  platform.add_job('test.effect', '{\"n\": 4, \"sleep\": 90}')"
wait_for "SELECT count(*) FROM platform.job WHERE status = 'running'" 2 || true
lines=$(wc -l <"$folder/b.log")
kill "$other"
is "SIGTERM ends it within the time" "$(ended "$other" 7 && echo yes)" yes
is "what it did not finish waits" "$(run -c "SELECT kind, status, attempt, max_attempts FROM platform.job
  WHERE payload->>'seconds' = '90' OR payload->>'sleep' = '90' ORDER BY 1" | paste -sd' ')" \
  'platform.check|queued|1|4 test.effect|queued|1|51'
run -o /dev/null -c "UPDATE platform.job SET payload = '{\"n\": 4}' WHERE status = 'queued'"
start a
wait_for "$all_done" 0 10 || true
is "and another one does it" "$(run -c "SELECT count(*) FROM public.effect WHERE n = 4")" 1
kill "$started"
is "SIGTERM without work ends it at once" "$(ended "$started" 2 && echo yes)" yes
is "logs have job, kind, attempt" "$(tail -n +$((lines + 1)) "$folder/b.log" | grep '"job handed back"' |
  grep '"job":"' | grep '"kind":"' | grep -c '"attempt":"1"')" 2
is "and no payload" "$(cat "$folder"/*.log "$folder"/*.err | grep -c hunter2 || true)" 0

-- Who counts in what is told about groups, and since when.

CREATE OR REPLACE FUNCTION crew.aboard_until(ended_on date, ended_at timestamptz) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN greatest(coalesce(ended_on, 'infinity'), (ended_at AT TIME ZONE 'UTC')::date);
COMMENT ON FUNCTION crew.aboard_until(date, timestamptz) IS
'Until which day (UTC) somebody counts as aboard: the day of leaving, or the later one on which that was entered; infinity while serving.';

CREATE OR REPLACE FUNCTION crew.counting_people(vessel uuid, at timestamptz, what text) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
  SELECT DISTINCT a.person_id
  FROM crew.disclosure d
  CROSS JOIN LATERAL (SELECT at - d.days_known * interval '1 day' AS known_since OFFSET 0) k
  JOIN crew.assignment a ON a.vessel_id = vessel AND a.status <> 'declared' AND a.created_at <= k.known_since
    AND a.started_on <= (k.known_since AT TIME ZONE 'UTC')::date
    AND crew.aboard_until(a.ended_on, a.ended_at) >= (at AT TIME ZONE 'UTC')::date
  JOIN crew.vessel v ON v.id = a.vessel_id
  JOIN platform.account p ON p.id = a.person_id AND p.created_at <= k.known_since AND (p.is_verified OR NOT d.verified_only)
  WHERE d.what = counting_people.what AND NOT EXISTS (
    SELECT FROM platform.token t LEFT JOIN platform.token_use u ON u.token_id = t.id
    WHERE t.organization_id = v.organization_id AND a.person_id IN (t.used_by, u.used_by)
      AND CASE WHEN u.used_by = a.person_id THEN u.used_at ELSE t.used_at END BETWEEN k.known_since AND at);
END;
COMMENT ON FUNCTION crew.counting_people(uuid, timestamptz, text) IS
'Whose answers count on a vessel for a survey that opens, or a week that begins, at this time; what is a row of crew.disclosure.

They are aboard then, or left later by the day or by the time when that was entered, and had been for 30 days (days_known), by the day on
which the service began and by the time when it was entered; their account is as old, they have used no token of the employer since, and
with verified_only an administrator has verified who they are. So accounts that an employer makes, or lets aboard, when it wants to
know something are in no figure, and nobody is taken out of one afterwards by a day of leaving that has passed.';

CREATE OR REPLACE FUNCTION crew.last_week(at timestamptz DEFAULT now()) RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN date_trunc('week', at AT TIME ZONE 'UTC')::date - 7;
COMMENT ON FUNCTION crew.last_week(timestamptz) IS 'The Monday of the last ISO week (UTC) that was complete at this time.';

CREATE OR REPLACE FUNCTION crew.oldest_shown_week() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN to_char(crew.last_week() - 21, 'YYYY-MM-DD');
COMMENT ON FUNCTION crew.oldest_shown_week() IS
'Weather and toxicity of weeks before this one, four weeks ago, are not shown any more: what was then says little of today.';

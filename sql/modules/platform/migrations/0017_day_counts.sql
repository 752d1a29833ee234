-- What organisations do on a day, where each is too small to be found again by counting rows.

CREATE TABLE IF NOT EXISTS platform.day_count (
  organization_id uuid   NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  what            text   NOT NULL,
  day             date   NOT NULL,
  n               bigint NOT NULL CHECK (n > 0),
  PRIMARY KEY (organization_id, what, day)
) WITH (fillfactor = 50);
COMMENT ON TABLE platform.day_count IS
'How often an organisation did something on a day (UTC), also where what it made is gone: platform.count_today. platform.limit says how
often it may; the day''s row is what requests queue at.';

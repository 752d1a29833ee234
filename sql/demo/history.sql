-- Two histories, made up: a shop that goes live nearly every day, and a library with a release a month. Temporary tables commit and
-- release, for delivery.sql. Seeded: the same every time.
SELECT setseed(0.42) IS NULL AS seeded \gset
CREATE TEMP TABLE commit AS
  SELECT p.project, p.project || n AS id, CASE WHEN n > 1 THEN ARRAY[p.project || n - 1] ELSE '{}' END AS parents,
         timestamptz '2025-01-06 08:00Z' + (n * p.every + random() * p.every * 0.9) AS authored_at, 'author ' || floor(9 * random() ^ 2)
           AS author,
         random() < 0.03 AS reverts
  FROM (VALUES ('shop', 900, interval '9 hours'), ('library', 250, interval '33 hours')) p (project, commits, every)
  CROSS JOIN LATERAL generate_series(1, p.commits) n;
CREATE TEMP TABLE release AS
  SELECT c.project, 'r-' || c.id AS id, c.id AS commit_id, c.authored_at + p.later AS released_at
  FROM commit c JOIN (VALUES ('shop', 4, interval '7 hours'), ('library', 22, interval '2 days')) p (project, every, later) USING (project)
  WHERE substring(c.id FROM '\d+$')::integer % p.every = 0;

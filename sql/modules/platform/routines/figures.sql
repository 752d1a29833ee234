-- Reading what was published (platform.published_figure).

CREATE OR REPLACE FUNCTION platform.newest_figures(kind text, subjects uuid[], since text DEFAULT '')
RETURNS SETOF platform.published_figure
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
  SELECT DISTINCT ON (f.subject_id, f.period) f.id, f.organization_id, f.kind, f.subject_id, f.period, f.figures, f.basis,
    f.contributors, f.published_at
  FROM platform.published_figure f
  WHERE f.kind = newest_figures.kind AND f.subject_id = ANY (subjects) AND f.period >= newest_figures.since
  ORDER BY f.subject_id, f.period, f.id DESC;
END;
COMMENT ON FUNCTION platform.newest_figures(text, uuid[], text) IS
'The figure that holds for each of these subjects and each period from since on: the one that was published last.';

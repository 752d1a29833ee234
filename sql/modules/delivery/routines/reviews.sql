-- How pull requests are reviewed.

CREATE OR REPLACE FUNCTION delivery.review_rounds(projects integer[])
RETURNS TABLE (project_id integer, pull_request text, rounds bigint)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH event AS (
    SELECT r.project_id, r.pull_request, r.submitted_at AS at, true AS is_request, r.external_id
    FROM delivery.review r JOIN delivery.author_alias a ON a.id = r.reviewer_id
    WHERE r.project_id = ANY (projects) AND lower(r.state) = 'changes_requested' AND NOT delivery.is_bot(a.alias, a.is_bot)
    UNION ALL
    SELECT c.project_id, c.pull_request, c.authored_at, false, c.commit
    FROM delivery.pull_request_commit c WHERE c.project_id = ANY (projects) AND c.authored_at IS NOT NULL
  ), next AS (
    -- Requests for changes with no commit between are one round: a request counts where a commit comes next.
    SELECT e.project_id, e.pull_request, e.is_request, lead(e.is_request) OVER (
             PARTITION BY e.project_id, e.pull_request ORDER BY e.at, e.is_request, e.external_id) AS then_request
    FROM event e
  )
  SELECT n.project_id, n.pull_request::text, count(*) FROM next n WHERE n.is_request AND NOT n.then_request
  GROUP BY n.project_id, n.pull_request;
END
$$;
COMMENT ON FUNCTION delivery.review_rounds(integer[]) IS
'How often changes were requested of each pull request and new commits followed; those without are not in it.';

CREATE OR REPLACE FUNCTION delivery.reviews(organization uuid, start timestamptz, "end" timestamptz, project text DEFAULT NULL,
                                            options jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asked CONSTANT record := delivery.read_options(options);
  projects integer[];
  answer jsonb;
BEGIN
  PERFORM delivery.require_organization(organization), delivery.require_window(start, "end");
  projects := delivery.projects_of(organization, project, asked.team);
  WITH request AS MATERIALIZED (
    SELECT p.project_id, p.external_id, p.merged_at, p.closed_at, p.additions::bigint + p.deletions AS lines, p.created_at, f.reviewed_at,
           coalesce(r.rounds, 0) AS rounds
    FROM delivery.pull_request p LEFT JOIN delivery.author_alias a ON a.id = p.author_id
    LEFT JOIN delivery.first_reviews(projects) f ON f.project_id = p.project_id AND f.pull_request = p.external_id
    LEFT JOIN delivery.review_rounds(projects) r ON r.project_id = p.project_id AND r.pull_request = p.external_id
    WHERE p.project_id = ANY (projects) AND p.created_at >= start AND p.created_at < "end"
      AND delivery.is_bot(a.alias, a.is_bot) IS NOT TRUE
  ), figure AS (
    SELECT count(*) AS n, avg((r.reviewed_at IS NOT NULL)::integer)::float8 AS reviewed,
           harmony.duration_summary(r.created_at, r.reviewed_at) AS first_review,
           avg(r.rounds) FILTER (WHERE r.reviewed_at IS NOT NULL)::float8 AS rounds,
           count(r.merged_at)::float8 / nullif(count(coalesce(r.merged_at, r.closed_at)), 0) AS merge_rate,
           jsonb_build_object('under_10', count(*) FILTER (WHERE r.lines < 10),
                              'under_50', count(*) FILTER (WHERE r.lines BETWEEN 10 AND 49),
                              'under_250', count(*) FILTER (WHERE r.lines BETWEEN 50 AND 249),
                              'under_1000', count(*) FILTER (WHERE r.lines BETWEEN 250 AND 999),
                              'from_1000', count(*) FILTER (WHERE r.lines >= 1000)) AS sizes
    FROM request r
  )
  SELECT jsonb_build_object(
    'n', f.n, 'reviewed', f.reviewed, 'rounds', f.rounds, 'sizes', f.sizes, 'merge_rate', f.merge_rate,
    'first_review', jsonb_build_object('median', (f.first_review).median, 'low', (f.first_review).low, 'high', (f.first_review).high),
    'rework_share', (SELECT avg((c.authored_at > r.reviewed_at)::integer)::float8
                     FROM request r JOIN delivery.pull_request_commit c ON c.project_id = r.project_id AND c.pull_request = r.external_id
                     WHERE r.reviewed_at IS NOT NULL AND c.authored_at IS NOT NULL))
  INTO answer FROM figure f;
  RETURN answer;
END
$$;
COMMENT ON FUNCTION delivery.reviews(uuid, timestamptz, timestamptz, text, jsonb) IS
'How pull requests that were opened in a window are reviewed, those of bots left out: {n, reviewed, first_review {median, low, high},
rounds, sizes, merge_rate, rework_share}.

reviewed: the share with a review by another person; first_review: seconds from the opening to it, with the interval of the median; rounds:
of reviewed ones the mean number of requests for changes that new commits followed; sizes: how many have under 10, 50, 250 and 1,000 changed
lines, and more; merge_rate: the share merged of those that are closed; rework_share: the share of commits of reviewed ones that were
written after the first review. options: as delivery.dora; service, zone and year change nothing here.
For members of the organisation, administrators and the owner''s own work. Errors: as delivery.dora.';

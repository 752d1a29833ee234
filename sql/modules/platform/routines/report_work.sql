-- Reports on paper, seen from harmonyd: the page of a job, and the file that was made of it.

CREATE OR REPLACE FUNCTION platform.report_work(job bigint, attempt integer) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_worker();
  RETURN (
    SELECT jsonb_build_object('format', r.format, 'page', r.page)
    FROM platform.job j JOIN platform.report_page r ON r.job_id = j.id
    WHERE j.id = job AND j.attempt = report_work.attempt AND j.lease_until IS NOT NULL AND j.kind = 'platform.report'
      AND j.owner_id IS NOT NULL);
END
$$;
COMMENT ON FUNCTION platform.report_work(bigint, integer) IS
'What a job of kind platform.report is to make a file of, {format, page}; NULL: it is not kept any more, or whoever asked for it was erased,
or the job is no longer this attempt''s. For harmonyd (42501).';

CREATE OR REPLACE FUNCTION platform.report_made(job bigint, attempt integer, file bytea) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen record;
  document uuid;
BEGIN
  PERFORM platform.require_worker();
  -- Accounts first, as whoever erases one; then the page: who takes it away waits, and then takes the document away, or has done so before.
  PERFORM FROM platform.account a WHERE a.id IN (
    SELECT u.id FROM platform.job j JOIN platform.report_page r ON r.job_id = j.id
    CROSS JOIN LATERAL unnest(ARRAY[j.owner_id, r.person_id]) u (id) WHERE j.id = job) ORDER BY a.id FOR KEY SHARE;
  PERFORM FROM platform.report_page r WHERE r.job_id = job FOR UPDATE;
  SELECT j.owner_id, j.cancel_requested, r.*, k.is_personal INTO chosen
  FROM platform.job j JOIN platform.report_page r ON r.job_id = j.id JOIN platform.report_kind k ON k.kind = r.kind
  WHERE j.id = job AND j.attempt = report_made.attempt AND j.lease_until IS NOT NULL AND j.kind = 'platform.report'
    AND j.owner_id IS NOT NULL FOR NO KEY UPDATE OF j;
  IF NOT FOUND THEN
    RETURN NULL;
  ELSIF NOT chosen.cancel_requested THEN
    document := platform.store_document(chosen.owner_id, 'report', chosen.title,
      format('%s-%s.%s', chosen.kind, to_char(chosen.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'), chosen.format),
      CASE chosen.format WHEN 'pdf' THEN 'application/pdf'
                         ELSE 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' END,
      file, chosen.organization_id, chosen.person_id);
    UPDATE platform.document d SET is_personal = true WHERE d.id = document AND chosen.is_personal;
  END IF;
  DELETE FROM platform.report_page r WHERE r.job_id = job;
  RETURN platform.end_job(job, attempt, jsonb_build_object('document', document));
END
$$;
COMMENT ON FUNCTION platform.report_made(bigint, integer, bytea) IS
'The file of a report is made: in one transaction it becomes a document of who asked, and the job is done: returns done; or, and nothing is
kept, cancelled where that was asked for, or NULL where the job is no longer this attempt''s, or the page was taken away meanwhile, as of
people of whom one has withdrawn.

For harmonyd (42501). Errors: as platform.store_document, so 22023 a file that is not of its format.';

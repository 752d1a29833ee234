-- What is kept of declared groups.

CREATE OR REPLACE FUNCTION crew.campaign_archived() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO crew.selection_count (campaign_id, n_attributes, attribute, group_name, is_verified, barrier, shortlist, hire, people)
  SELECT NEW.id, g.n_attributes, g.attribute, g.group_name, a.is_verified, s.barrier, s.shortlist, s.hire, count(*)
  FROM crew.disclosure d CROSS JOIN crew.stage_passes(NEW.id) s
  JOIN crew.audited_groups(NEW.id, 1, true) g ON g.person_id = s.person_id
  JOIN platform.account a ON a.id = s.person_id AND (a.is_verified OR a.created_at <= NEW.archived_at - d.days_known * interval '1 day')
  WHERE d.what = 'fairness'
  GROUP BY g.n_attributes, g.attribute, g.group_name, a.is_verified, s.barrier, s.shortlist, s.hire;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.campaign_archived() IS
'Keeps how many candidates of which groups passed which stages as it is when a campaign is archived: what later changes does not count.

Accounts younger than 30 days (crew.disclosure) count only where their identity is verified.';
CREATE OR REPLACE TRIGGER keep_selection AFTER UPDATE ON crew.campaign
  FOR EACH ROW WHEN (NEW.status = 'archived' AND OLD.status <> 'archived') EXECUTE FUNCTION crew.campaign_archived();
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crew.selection_count
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

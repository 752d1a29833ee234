-- Who hears of what happens to vessels and in campaigns, and what is told. Never of what somebody answered, pulses, surveys or tests: who
-- hears when it was, and looks at figures before and after, would know whose it was.

CREATE OR REPLACE FUNCTION crew.may_hear(kind text, key uuid) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE kind
    -- Not whoever is aboard, who does not see the dashboard that is told of.
    WHEN 'vessel' THEN key = ANY (crew.current_vessels())
      OR platform.is_admin() AND EXISTS (SELECT FROM crew.vessel v WHERE v.id = key)
    WHEN 'campaign' THEN key = ANY (crew.current_campaigns())
      OR platform.is_admin() AND EXISTS (SELECT FROM crew.campaign c WHERE c.id = key)
    ELSE false END;
COMMENT ON FUNCTION crew.may_hear(text, uuid) IS
'Whether the account of this request may hear what happens to a vessel or a campaign, as its employer; an administrator
hears of all. platform.may_listen asks it.';

CREATE OR REPLACE FUNCTION crew.tell_of_applications() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.tell('candidacy.applied', 'campaign', array_agg(n.campaign_id), array_agg(n.person_id::text)) FROM new_rows n;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.tell_of_applications() IS 'Tells a campaign''s employer that somebody has applied (candidacy.applied).';

CREATE OR REPLACE FUNCTION crew.tell_of_candidacies() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- The status alone: the shortlist is the employer's.
  PERFORM platform.tell('candidacy.changed', 'campaign', array_agg(n.campaign_id), array_agg(n.person_id::text)),
    platform.tell('candidacy.changed', 'account', array_agg(n.person_id), array_agg(n.campaign_id::text))
  FROM new_rows n JOIN old_rows o ON o.person_id = n.person_id AND o.campaign_id = n.campaign_id WHERE n.status <> o.status;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.tell_of_candidacies() IS
'Tells employer and candidate that somebody was hired or rejected, has joined or withdrawn (candidacy.changed).';

CREATE OR REPLACE FUNCTION crew.tell_of_surveys() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.tell('survey.opened', 'account', array_agg(a.person_id), array_agg(n.id::text))
  FROM new_rows n JOIN crew.assignment a ON a.vessel_id = n.vessel_id AND a.status = 'active';
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.tell_of_surveys() IS 'Tells those who are asked that a survey has been opened (survey.opened).';

-- Not with each rebuilding, which follows whenever somebody aboard has answered: with what an employer sees of it.
CREATE OR REPLACE FUNCTION crew.tell_of_dashboards() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.tell('dashboard.changed', 'vessel', array_agg(n.id), array_agg(n.id::text)),
    platform.tell('dashboard.changed', 'organization', array_agg(n.organization_id), array_agg(n.id::text))
  FROM new_rows n JOIN old_rows o ON o.id = n.id
  WHERE n.snapshot_updated_at IS DISTINCT FROM o.snapshot_updated_at AND n.shown_at IS DISTINCT FROM o.shown_at;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.tell_of_dashboards() IS
'Tells employers that what they see of a vessel''s dashboard has changed when it was rebuilt (dashboard.changed).';

CREATE OR REPLACE FUNCTION crew.tell_of_fleets() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.tell('fleet.changed', 'organization', array_agg(n.organization_id), array_agg(n.organization_id::text))
  FROM new_rows n JOIN old_rows o ON o.organization_id = n.organization_id
  WHERE n.snapshot_updated_at IS DISTINCT FROM o.snapshot_updated_at AND n.shown_at IS DISTINCT FROM o.shown_at;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.tell_of_fleets() IS
'Tells employers that what they see of their fleet''s dashboard has changed when it was rebuilt (fleet.changed).';

-- Who hears of what happens aboard and in a campaign.

CREATE OR REPLACE FUNCTION crew.may_hear(kind text, key uuid) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE kind
    WHEN 'vessel' THEN key = ANY (crew.current_vessels()) OR EXISTS (
      SELECT FROM crew.assignment a WHERE a.vessel_id = key AND a.person_id = platform.active_account() AND a.status = 'active')
      OR platform.is_admin() AND EXISTS (SELECT FROM crew.vessel v WHERE v.id = key)
    WHEN 'campaign' THEN key = ANY (crew.current_campaigns())
      OR platform.is_admin() AND EXISTS (SELECT FROM crew.campaign c WHERE c.id = key)
    ELSE false END;
COMMENT ON FUNCTION crew.may_hear(text, uuid) IS
'Whether the account of this request may hear what happens to a vessel, as its employer or aboard, or to a campaign, as its employer; an
administrator hears of all. platform.may_listen asks it.';

-- Decisions leave a trace, and a request cannot fill the tables that people write themselves.

CREATE OR REPLACE FUNCTION crew.audit_decisions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO platform.audit_event (actor_id, session_id, action, object, details)
  SELECT platform.current_account(), platform.session_id(), 'candidacy.' || n.decision,
         format('crew.candidacy/%s/%s', n.campaign_id, n.person_id), jsonb_build_object('event', n.id, 'vessel', n.vessel_id)
  FROM new_rows n;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.audit_decisions() IS 'Writes decisions on candidates into the audit trail.';
CREATE OR REPLACE TRIGGER audit_inserted AFTER INSERT ON crew.hiring_event
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.audit_decisions();

CREATE OR REPLACE FUNCTION crew.limit_own_rows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF platform.is_privileged() THEN
    RETURN NULL;
  ELSIF TG_TABLE_NAME = 'assignment' THEN
    PERFORM platform.take_turn('declared_experiences', array_agg(n.person_id)) FROM new_rows n WHERE n.status = 'declared';
    PERFORM platform.require_limit('declared_experiences', (
      SELECT max(c.n) FROM (SELECT count(*) AS n FROM crew.assignment a
                            WHERE a.status = 'declared' AND a.person_id IN (SELECT n.person_id FROM new_rows n) GROUP BY a.person_id) c));
  ELSIF TG_TABLE_NAME = 'campaign' THEN
    PERFORM platform.take_turn('campaigns', array_agg(n.organization_id)) FROM new_rows n;
    PERFORM platform.require_limit('campaigns', (
      SELECT max(c.n) FROM (SELECT count(*) AS n FROM crew.campaign c
                            WHERE c.organization_id IN (SELECT n.organization_id FROM new_rows n)
                              AND c.created_at > platform.limit_start('campaigns') GROUP BY c.organization_id) c));
  ELSE
    PERFORM platform.take_turn('declared_groups', array_agg(n.person_id)) FROM new_rows n;
    PERFORM platform.require_limit('declared_groups', (
      SELECT max(c.n) FROM (SELECT count(*) AS n FROM crew.declared_group g
                            WHERE g.person_id IN (SELECT n.person_id FROM new_rows n) GROUP BY g.person_id) c));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.limit_own_rows() IS
'Refuses more declared experiences or groups of a person (54000), and more campaigns of an employer in a time (PT429), than platform.limit
allows.';
CREATE OR REPLACE TRIGGER limit_declared AFTER INSERT ON crew.assignment
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.limit_own_rows();
CREATE OR REPLACE TRIGGER limit_added AFTER INSERT ON crew.campaign
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.limit_own_rows();
CREATE OR REPLACE TRIGGER limit_declared AFTER INSERT ON crew.declared_group
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.limit_own_rows();

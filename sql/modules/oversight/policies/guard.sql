-- Members of an organisation read what is theirs and what is of all; everything is written by routines that check for themselves.
DO $$
DECLARE
  relation regclass;
BEGIN
  FOREACH relation IN ARRAY '{oversight.sql_policy,oversight.sql_check,oversight.learning_memory,oversight.search_text}'::regclass[] LOOP
    EXECUTE format('CREATE POLICY admin_reads ON %s FOR SELECT USING ((SELECT platform.is_admin()))', relation);
    EXECUTE format('CREATE POLICY own_organizations ON %s FOR SELECT
      USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[])%s)', relation,
      CASE relation WHEN 'oversight.sql_policy'::regclass THEN
        ' OR organization_id IS NULL AND (SELECT platform.active_account()) IS NOT NULL' ELSE '' END);
  END LOOP;
  FOREACH relation IN ARRAY '{oversight.lexicon,oversight.data_kind,oversight.search_source}'::regclass[] LOOP
    EXECUTE format('CREATE POLICY logged_in ON %s FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL)', relation);
  END LOOP;
END
$$;

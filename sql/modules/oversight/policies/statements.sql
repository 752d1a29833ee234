-- Of statements, what was learnt from them, and texts that are searched: members read what is their organisation's and what is of all.
CREATE POLICY own_organizations ON oversight.sql_policy FOR SELECT
  USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[])
         OR (organization_id IS NULL AND (SELECT platform.active_account()) IS NOT NULL));
DO $$
DECLARE
  relation regclass;
BEGIN
  FOREACH relation IN ARRAY '{oversight.sql_check,oversight.learning_memory,oversight.search_text}'::regclass[] LOOP
    EXECUTE format('CREATE POLICY own_organizations ON %s FOR SELECT
      USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]))', relation);
  END LOOP;
  FOREACH relation IN ARRAY '{oversight.lexicon,oversight.data_kind,oversight.search_source}'::regclass[] LOOP
    EXECUTE format('CREATE POLICY logged_in ON %s FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL)', relation);
  END LOOP;
END
$$;

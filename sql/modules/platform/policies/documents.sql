-- Documents: one's own; administrators read them all but for personal ones. Employers read those of their people.
-- Nobody but the owner of the modules reads bytes in the table: they are handed out once a document is ready.
CREATE POLICY own_documents ON platform.document FOR SELECT USING (owner_id = (SELECT platform.active_account()));
CREATE POLICY admin_reads ON platform.document FOR SELECT USING ((SELECT platform.is_admin()) AND NOT is_personal);
CREATE POLICY own_documents_changed ON platform.document FOR UPDATE
  USING (owner_id = (SELECT platform.active_account()) AND status NOT IN ('aborted', 'deleted'))
  WITH CHECK (owner_id = (SELECT platform.active_account()));
CREATE POLICY logged_in ON platform.document_kind FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY documents_of_people ON platform.document FOR SELECT
  USING (status = 'ready' AND owner_id = ANY ((SELECT platform.people_of_employers())::uuid[])
         AND kind IN (SELECT k.kind FROM platform.document_kind k WHERE k.for_clients));

-- Nobody but the owner of the modules reads pages: whoever asked gets the file.
CREATE POLICY logged_in ON platform.report_kind FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);

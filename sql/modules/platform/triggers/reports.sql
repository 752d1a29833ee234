-- A version of a template is what it was.
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON platform.report_template
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

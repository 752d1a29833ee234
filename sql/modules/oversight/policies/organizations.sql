-- Members of an organisation read its rows, administrators all; everything is written by routines that check for themselves. Of models
-- about people members read predictions without inputs, of those of module crew nothing, and of neither what is told in the night.
SELECT platform.secure('oversight');
SELECT platform.drop_with_extension('oversight',
  platform.routines_for_everybody('oversight') || '{oversight.keep_outcome()}'::regprocedure[]);

DO $$
DECLARE
  relation regclass;
BEGIN
  FOR relation IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'oversight'::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('CREATE POLICY admin_reads ON %s FOR SELECT USING ((SELECT platform.is_admin()))', relation);
  END LOOP;
END
$$;
CREATE POLICY own_organizations ON oversight.model FOR SELECT
  USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_organizations ON oversight.metric FOR SELECT
  USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_organizations ON oversight.metric_value FOR SELECT
  USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_organizations ON oversight.anomaly FOR SELECT
  USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_models ON oversight.prediction FOR SELECT
  USING (model_id = ANY ((SELECT oversight.visible_models(true))::integer[]));
CREATE POLICY own_models ON oversight.prediction_input FOR SELECT
  USING (model_id = ANY ((SELECT oversight.visible_models(false))::integer[]));
CREATE POLICY own_models ON oversight.drift FOR SELECT
  USING (model_id = ANY ((SELECT oversight.visible_models(false))::integer[]));

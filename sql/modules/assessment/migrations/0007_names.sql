-- Names that a profile or an address uses itself are refused when they are given, and rules of several columns have a name that says
-- what they are.

ALTER TABLE assessment.trait DROP CONSTRAINT IF EXISTS trait_family_is_free;
ALTER TABLE assessment.trait ADD CONSTRAINT trait_family_is_free CHECK (family NOT IN ('version', 'quality', 'emotional_stability'));
COMMENT ON CONSTRAINT trait_family_is_free ON assessment.trait IS 'The layout of the profile uses these names itself.';
ALTER TABLE assessment.trait DROP CONSTRAINT IF EXISTS trait_code_is_free;
ALTER TABLE assessment.trait ADD CONSTRAINT trait_code_is_free CHECK ((family, code) <> ('cognitive', 'gca'));
COMMENT ON CONSTRAINT trait_code_is_free ON assessment.trait IS 'The profile works gca out from the cognitive traits.';
ALTER TABLE assessment.instrument DROP CONSTRAINT IF EXISTS instrument_code_has_no_at;
ALTER TABLE assessment.instrument ADD CONSTRAINT instrument_code_has_no_at CHECK (code <> '' AND strpos(code, '@') = 0);
COMMENT ON CONSTRAINT instrument_code_has_no_at ON assessment.instrument IS 'code@version names one version.';

DO $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT r.of, r.old, r.new, r.says FROM (VALUES
      ('instrument', 'instrument_check', 'instrument_scale_has_two_ends', 'scale_min is below scale_max.'),
      ('instrument', 'instrument_check1', 'instrument_traits_are_correlated',
       'Forced choice has trait_order and trait_correlation; other kinds have neither.'),
      ('instrument', 'instrument_check2', 'instrument_correlation_is_square',
       'trait_correlation has a row and a column for each trait of trait_order.'),
      ('instrument', 'instrument_check3', 'instrument_equating_is_whole',
       'equated_mean, equated_sd, theta_mean and theta_sd: all of them, one number a trait, or none.'),
      ('instrument', 'instrument_check4', 'instrument_target_is_cognitive', 'Only a cognitive test is given adaptively.'),
      ('instrument', 'instrument_check5', 'instrument_most_has_target', 'max_items ends what target_se has begun.'),
      ('item', 'item_check', 'item_loading_is_keyed', 'loading is between -1 and 1 and has the sign of keyed.'),
      ('item', 'item_check1', 'item_pair_is_whole',
       'A pair of statements has loading, intercept and the four right_ columns; another item has none of them.'),
      ('submission', 'submission_check', 'submission_begins_first', 'started_at is not after submitted_at.'),
      ('attempt', 'attempt_check', 'attempt_used_is_granted', 'used is between 0 and granted.'),
      ('test', 'test_check', 'test_ends_with_submission', 'A test has a submission when it has ended, not before.'),
      ('test', 'test_check1', 'test_ended_asks_nothing', 'What has ended has no item queued.')) r (of, old, new, says)
    JOIN pg_catalog.pg_constraint c ON c.conrelid = ('assessment.' || r.of)::regclass AND c.conname = r.old
  LOOP
    EXECUTE format('ALTER TABLE assessment.%I RENAME CONSTRAINT %I TO %I', one.of, one.old, one.new);
    EXECUTE format('COMMENT ON CONSTRAINT %I ON assessment.%I IS %L', one.new, one.of, one.says);
  END LOOP;
END
$$;

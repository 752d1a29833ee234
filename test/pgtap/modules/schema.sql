-- What is there: tables with their columns, keys, triggers and row-level security, a comment on everything, and the exact list of
-- functions.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

SELECT schemas_are(ARRAY['public', 'harmony', 'harmony_internal', 'platform', 'assessment', 'crew', 'signals', 'delivery',
  'affinity', 'oversight', 'workforce', 'api']);
SELECT tables_are('harmony', ARRAY['migration']);
SELECT views_are('harmony', ARRAY['migrations']);
SELECT tables_are('platform', ARRAY['account', 'role', 'organization', 'account_role', 'membership', 'outbox', 'audit_event', 'token',
  'stale_mark', 'stale_interest', 'token_use', 'published_figure', 'limit', 'limit_turn', 'day_count', 'application_right', 'pseudonym',
  'setting',
  'session', 'refresh_token', 'account_token', 'rate_limit', 'rate_bucket', 'common_password', 'erasure', 'export_hidden',
  'job_kind', 'job', 'job_history', 'schedule', 'template', 'webhook', 'idempotency_key', 'document', 'document_part', 'document_kind',
  'media_type', 'report_kind', 'report_page', 'report_template', 'report_word']);
SELECT tables_are('assessment', ARRAY['trait', 'instrument', 'item', 'scoring_key', 'submission', 'result', 'norm', 'profile',
  'item_parameter', 'response_norm', 'attempt', 'test', 'answer_label', 'person_key', 'import_preset', 'import_batch', 'import_reject',
  'import_row', 'item_trait']);
SELECT views_are('assessment', ARRAY['submission_quality', 'instrument_usage', 'flag_share', 'scale_item', 'scale_answers',
  'scale_reliability',
  'item_analysis', 'standard_scores', 'current_score', 'research_results', 'research_usage']);

SELECT tables_are('signals', ARRAY['run', 'artifact', 'ingest_reject', 'ingest_warning', 'raw_node_result', 'raw_entity_result', 'raw_line',
  'int_facility', 'dim_facility', 'dim_metric', 'cutoff', 'chart_phase', 'int_metric', 'layer', 'quality_check', 'check_result',
  'unit_test', 'monitor_result', 'build_step', 'fct_signal', 'fct_contribution', 'fct_model_driver', 'signal', 'signal_history',
  'hydrate_reject',
  'workflow_step', 'assignment', 'signal_comment', 'activity_event', 'feed_mark']);
SELECT views_are('signals', ARRAY['node_edge', 'stg_node', 'stg_observation', 'stg_facility', 'raw_contribution', 'raw_classification',
  'raw_modeling_run', 'raw_modeling_experiment', 'raw_shap', 'raw_narrative', 'stg_contribution', 'stg_model', 'stg_driver', 'int_trend',
  'stg_metric', 'int_series', 'int_score', 'int_signal', 'int_contribution', 'int_driver', 'int_facility_version', 'column_source',
  'stg_narrative', 'stg_experiment', 'shown_signal']);

SELECT tables_are('delivery', ARRAY['project', 'team', 'author', 'author_alias', 'commit', 'commit_parent', 'pull_request',
  'pull_request_commit', 'review', 'deployment', 'deployment_commit', 'incident', 'work_item', 'status', 'status_change', 'sprint',
  'sprint_item', 'integration', 'raw_record', 'etl_job', 'load_reject', 'benchmark', 'health_weight', 'service_level', 'stale']);
SELECT views_are('delivery', ARRAY['counted_deployment']);

SELECT tables_are('oversight', ARRAY['model', 'prediction', 'prediction_input', 'drift', 'metric',
  'metric_value', 'anomaly', 'sql_policy', 'sql_check', 'lexicon', 'data_kind', 'learning_memory', 'search_source', 'search_text']);

SELECT tables_are('affinity', ARRAY['consent_kind', 'consent_translation', 'consent', 'phase_completion', 'model', 'embedding_model',
  'photo', 'embedding',
  'calibration_photo', 'rating', 'taste', 'questionnaire', 'trait_score', 'hla_typing', 'typing_turn', 'turn', 'filter', 'block', 'answer',
  'pair', 'run', 'top_list', 'exposure', 'day', 'declared_group', 'validation', 'publication', 'group_difference',
  'answer_model']);

SELECT tables_are('workforce', ARRAY['workload', 'simulation', 'chunk', 'step', 'task_rating', 'onet_task',
  'occupation_exposure', 'occupation_pay', 'occupation_text', 'soc_crosswalk']);

SELECT columns_are('platform', 'account', ARRAY['id', 'email', 'full_name', 'is_active', 'is_verified', 'created_at', 'phone',
  'location', 'password_hash', 'email_verified_at', 'last_login_at', 'deleted_at']);
SELECT columns_are('assessment', 'trait', ARRAY['code', 'family', 'polarity', 'label']);
SELECT columns_are('assessment', 'instrument', ARRAY['id', 'code', 'version', 'name', 'kind', 'scale_min', 'scale_max', 'language',
  'instructions', 'guessing', 'is_active', 'origin', 'norm_population', 'trait_order', 'trait_correlation', 'equated_mean',
  'equated_sd', 'theta_mean', 'theta_sd', 'target_se', 'max_items', 'requires_times', 'is_private', 'same_as',
  'time_limit']);
SELECT columns_are('assessment', 'item', ARRAY['id', 'instrument_id', 'position', 'text', 'trait', 'keyed', 'options', 'correct_option',
  'loading', 'intercept', 'right_text', 'right_trait', 'right_loading', 'right_intercept', 'code']);
SELECT columns_are('assessment', 'submission', ARRAY['person_id', 'id', 'instrument_id', 'started_at', 'submitted_at', 'answers',
  'response_ms', 'mode']);
SELECT columns_are('assessment', 'result', ARRAY['person_id', 'submission_id', 'trait', 'family', 'instrument_id', 'instrument',
  'measured_at', 'raw', 'n_items', 'n_answered', 'score', 't_score', 'percentile', 'sem', 'reliable', 'flags',
  'standard_error']);
SELECT columns_are('assessment', 'norm', ARRAY['population', 'instrument_id', 'trait', 'n', 'mean', 'sd', 'quantiles', 'reliability',
  'metric']);
SELECT columns_are('assessment', 'profile', ARRAY['person_id', 'psychometric_snapshot', 'snapshot_updated_at', 'snapshot_version',
  'snapshot_state']);
SELECT columns_are('assessment', 'response_norm', ARRAY['instrument_id', 'n', 'item_mean', 'item_covariance']);
SELECT columns_are('assessment', 'item_parameter', ARRAY['instrument_id', 'position', 'discrimination', 'difficulty']);
SELECT col_type_is('assessment', 'submission', 'answers', 'smallint[]', 'answers are small integers');
SELECT col_type_is('assessment', 'submission', 'response_ms', 'integer[]', 'times are integers');
SELECT col_type_is('assessment', 'profile', 'psychometric_snapshot', 'jsonb', 'a snapshot is jsonb');
SELECT col_type_is('assessment', 'result', 'flags', 'text[]', 'flags are words');

SELECT col_is_pk('harmony', 'migration', ARRAY['module', 'file'], 'primary key of migration');
SELECT col_is_pk('platform', 'account', 'id', 'primary key of account');
SELECT col_is_pk('assessment', 'trait', 'code', 'primary key of trait');
SELECT col_is_pk('assessment', 'instrument', 'id', 'primary key of instrument');
SELECT col_is_unique('assessment', 'instrument', ARRAY['code', 'version'], 'an instrument has a code and a version');
SELECT col_is_pk('assessment', 'item', 'id', 'primary key of item');
SELECT col_is_unique('assessment', 'item', ARRAY['instrument_id', 'position'], 'a position once an instrument');
SELECT col_is_pk('assessment', 'scoring_key', 'instrument_id', 'primary key of scoring_key');
SELECT col_is_pk('assessment', 'submission', ARRAY['person_id', 'id'], 'primary key of submission');
SELECT col_is_pk('assessment', 'result', ARRAY['person_id', 'submission_id', 'trait'], 'primary key of result');
SELECT col_is_pk('assessment', 'norm', ARRAY['population', 'instrument_id', 'trait'], 'primary key of norm');
SELECT col_is_pk('assessment', 'profile', 'person_id', 'primary key of profile');
SELECT col_is_pk('assessment', 'response_norm', 'instrument_id', 'primary key of response_norm');
SELECT col_is_pk('assessment', 'item_parameter', ARRAY['instrument_id', 'position'], 'primary key of item_parameter');
SELECT fk_ok('assessment', 'submission', 'person_id', 'platform', 'account', 'id');
SELECT fk_ok('assessment', 'submission', 'instrument_id', 'assessment', 'instrument', 'id');
SELECT fk_ok('assessment', 'profile', 'person_id', 'platform', 'account', 'id');
SELECT fk_ok('assessment', 'item', 'trait', 'assessment', 'trait', 'code');
-- Every foreign key has an index that starts with its columns, so that deleting what it points to reads no whole table.
-- Content tables of a few hundred rows may do without on trait.
SELECT is_empty($$
  SELECT c.conrelid::regclass, c.conname FROM pg_constraint c
  WHERE c.contype = 'f' AND c.connamespace IN ('platform'::regnamespace, 'assessment'::regnamespace)
    AND c.confrelid <> 'assessment.trait'::regclass AND c.conrelid <> 'assessment.norm'::regclass
    AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND (i.indkey::smallint[])[0:cardinality(c.conkey) - 1]
      @> c.conkey)$$,
  'foreign keys have an index');

SELECT triggers_are('assessment', 'submission', ARRAY['score_inserted', 'score_updated', 'score_deleted', 'score_truncated',
  'affinity_begun', 'take_traits_inserted', 'take_traits_updated', 'take_traits_deleted']);
SELECT triggers_are('assessment', 'trait', ARRAY['key_of_changed_trait']);
SELECT triggers_are('assessment', 'instrument', ARRAY['key_of_changed_instrument', 'key_of_switched_instrument',
  'questionnaire_stays_private']);
SELECT triggers_are('assessment', 'item', ARRAY['key_inserted', 'key_updated', 'key_deleted', 'key_truncated']);
SELECT triggers_are('assessment', 'item_trait', ARRAY['key_inserted', 'key_updated', 'key_deleted', 'key_truncated']);
SELECT triggers_are('assessment', 'item_parameter', ARRAY['key_inserted', 'key_updated', 'key_deleted', 'key_truncated']);
SELECT triggers_are('assessment', 'response_norm', ARRAY['norm_inserted', 'norm_updated']);
SELECT triggers_are('assessment', 'norm', ARRAY['key_inserted', 'key_updated', 'key_deleted', 'key_truncated']);
SELECT is_empty($$SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid IN ('assessment.submission'::regclass,
  'assessment.item'::regclass, 'assessment.result'::regclass, 'assessment.profile'::regclass, 'platform.account'::regclass)
  AND (tgtype & 1) = 1
  -- Where a name changes alone; after a statement documents are gone, and whose reports were.
  AND tgname NOT IN ('name_changed', 'owner_of_calibration', 'take_affinity_along')$$,
  'triggers run once a statement');

SELECT bag_eq($$SELECT c.oid::regclass::text FROM pg_class c WHERE relnamespace IN ('assessment'::regnamespace, 'platform'::regnamespace,
  'harmony'::regnamespace, 'harmony_internal'::regnamespace) AND relrowsecurity AND relforcerowsecurity$$,
  ARRAY['platform.account', 'platform.role', 'platform.organization', 'platform.account_role', 'platform.membership', 'platform.outbox',
    'platform.audit_event', 'platform.token', 'platform.token_use', 'platform.stale_mark', 'platform.stale_interest',
    'platform.published_figure', 'platform."limit"', 'platform.limit_turn', 'platform.day_count',
    'platform.application_right', 'platform.pseudonym', 'platform.setting', 'platform.session',
    'platform.refresh_token', 'platform.account_token', 'platform.idempotency_key', 'platform.rate_limit', 'platform.rate_bucket',
    'platform.common_password',
    'platform.erasure', 'platform.export_hidden', 'platform.job_kind',
    'platform.job', 'platform.job_history', 'platform.schedule', 'platform.template', 'platform.webhook', 'platform.document',
    'platform.document_part', 'platform.document_kind', 'platform.media_type', 'platform.report_kind', 'platform.report_page',
    'platform.report_template', 'platform.report_word',
    'assessment.attempt',
    'assessment.test',
    'assessment.submission', 'assessment.result', 'assessment.profile', 'assessment.trait', 'assessment.instrument', 'assessment.item',
      'assessment.item_parameter', 'assessment.scoring_key', 'assessment.norm', 'assessment.response_norm', 'assessment.answer_label',
      'assessment.person_key', 'assessment.import_preset', 'assessment.import_batch', 'assessment.import_reject', 'assessment.import_row',
      'assessment.item_trait'],
  'row-level security is on and forced on every table');
SELECT is_empty($$SELECT attrelid::regclass FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE attname = 'person_id'
  AND relkind = 'r' AND relnamespace IN ('assessment'::regnamespace, 'platform'::regnamespace) AND NOT relforcerowsecurity$$,
  'every table with a person has it');

-- A comment on every table, view, function, aggregate, type and schema.
SELECT is_empty($$
  SELECT 'relation ' || c.oid::regclass FROM pg_class c WHERE c.relnamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace,
    'platform'::regnamespace, 'assessment'::regnamespace) AND c.relkind IN ('r', 'v', 'm', 'p')
    AND obj_description(c.oid, 'pg_class') IS NULL
  UNION ALL SELECT 'function ' || p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace, 'platform'::regnamespace,
    'assessment'::regnamespace) AND obj_description(p.oid, 'pg_proc') IS NULL
  UNION ALL SELECT 'type ' || t.oid::regtype FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
    WHERE t.typnamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace, 'platform'::regnamespace,
    'assessment'::regnamespace)
    AND t.typtype <> 'b' AND (c.relkind = 'c' OR c.oid IS NULL) AND obj_description(t.oid, 'pg_type') IS NULL
  UNION ALL SELECT 'schema ' || nspname FROM pg_namespace WHERE nspname IN ('harmony', 'harmony_internal', 'platform', 'assessment')
    AND obj_description(oid, 'pg_namespace') IS NULL$$,
  'everything has a comment');
-- And on every column of every module's tables, views and composite types, and of the extension's: what it holds, not its name once more.
CREATE TEMP VIEW described_column AS
  SELECT format('%s.%s', c.oid::regclass, a.attname) AS name, a.attname, col_description(c.oid, a.attnum) AS comment
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'c', 'f') AND a.attnum > 0 AND NOT a.attisdropped
    AND (n.nspname IN ('harmony', 'harmony_internal', 'api') OR n.nspname IN (SELECT m.module FROM harmony.migration m));
SELECT cmp_ok((SELECT count(*) FROM described_column), '>=', 2900::bigint, 'columns are found');
SELECT is_empty($$SELECT name FROM described_column WHERE comment IS NULL OR comment !~ '[[:alnum:]]'$$, 'every column has a comment');
SELECT is_empty($$SELECT name, comment FROM described_column
  WHERE regexp_replace(lower(comment), '^the |[^a-z0-9]', '', 'g') = regexp_replace(lower(attname), '[^a-z0-9]', '', 'g')$$,
  'no column is described by its name alone');
SELECT is_empty($$SELECT name, comment FROM described_column WHERE name LIKE 'api.%' AND (comment ~ 'NULL'
    OR comment ~ '\m(platform|assessment|crew|signals|delivery|affinity|oversight|workforce)\.[a-z_]+\.[a-z_]+')$$,
  'what clients read names no table behind the views');

-- Schema harmony holds what people call and nothing else: support functions of aggregates and types are in harmony_internal.
SELECT cmp_ok((SELECT count(*) FROM pg_proc WHERE pronamespace = 'harmony'::regnamespace), '<=', 400::bigint, 'schema harmony is short');
SELECT is_empty($$
  WITH called_by_server (oid) AS (
    SELECT unnest(ARRAY[aggtransfn, aggcombinefn, aggserialfn, aggdeserialfn, aggfinalfn]::oid[]) FROM pg_aggregate
    UNION SELECT unnest(ARRAY[typinput, typoutput, typreceive, typsend]::oid[]) FROM pg_type)
  SELECT p.oid::regprocedure FROM pg_proc p JOIN called_by_server c ON c.oid = p.oid
  WHERE p.pronamespace = 'harmony'::regnamespace
    -- called with a stored state, too
    AND p.proname NOT IN ('ols', 'nnls', 'reliability', 'cross_validated_ols', 'anova_two_way', 'chi_square', 'two_proportions',
      'cfa')
  $$, 'no support functions in schema harmony');

-- Mathematics can run anywhere in a plan.
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p
  WHERE p.pronamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace) AND (p.provolatile <> 'i' OR p.proparallel <> 's')
  AND p.proname NOT IN ('install', 'uninstall', 'advance_sequences', 'check_sql', 'sql_intent')
  AND NOT (p.proname IN ('jwt_sign', 'jwt_verify', 'password_hash', 'password_needs_rehash', 's3_presign', 'fernet_open', 'hla_seal',
    'hla_reseal', 'hla_sealed_dissimilarity', 'hla_equality_token', 'hla_sealed_equality_token',
    'hla_unseal', 'masked_sql', 'intent_phrases', 'help') AND p.proparallel = 's')
  AND NOT (p.pronamespace = 'harmony_internal'::regnamespace
    AND p.proname ~ ('^(module_|check_|objects_|put_policies_|run_|install_module$|drop_objects$|show_rows$|force_row_security$' ||
      '|is_written_since$|empty_tables$|tables_of$|skip_row$|leave_content_out$|artifact_)'))$$,
  'functions of schema harmony are immutable and parallel safe, but for those that ask the time, a file, chance or a setting');
SELECT is_empty($$SELECT c.oid::regclass FROM pg_class c WHERE c.relnamespace IN ('platform'::regnamespace, 'assessment'::regnamespace)
  AND EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')$$,
    'tables of modules do not belong to the extension');
-- Shipped content: 7 instruments, 25 traits, every item position from 1 without gaps, every scoring key as its items.
SELECT results_eq($$SELECT i.code, count(*)::int FROM assessment.instrument i JOIN assessment.item t ON t.instrument_id = i.id
  WHERE i.origin = 'harmony' GROUP BY i.code ORDER BY i.code COLLATE "C"$$,
  $$VALUES ('forced-choice-30', 30), ('ipip-ffm-50', 50), ('leadership-preferences-12', 12), ('motivation-24', 24), ('reasoning-18', 18),
    ('resilience-10', 10), ('seven-traits-28', 28)$$, 'instruments and their items');
SELECT is_empty($$SELECT instrument_id FROM assessment.item GROUP BY 1 HAVING min(position) <> 1 OR max(position) <> count(*)$$,
  'positions without gaps');
SELECT is_empty($$SELECT k.instrument FROM assessment.scoring_key k FULL JOIN assessment.instrument i ON i.id = k.instrument_id
  WHERE (k.instrument, k.kind, k.scale_min, k.scale_max) IS DISTINCT FROM (i.code || '@' || i.version, i.kind, i.scale_min, i.scale_max)$$,
    'scoring keys are as the instruments');
SELECT is_empty($$SELECT k.instrument_id FROM assessment.scoring_key k JOIN assessment.item t USING (instrument_id) GROUP BY k.instrument_id
  HAVING k.keyed <> array_agg(t.keyed ORDER BY t.position) OR k.traits <> array_agg(t.trait ORDER BY t.position)$$,
    'scoring keys are as the items');
SELECT is((SELECT count(*) FROM assessment.trait), 25::bigint, 'traits');
SELECT is_empty($$SELECT k.instrument FROM assessment.scoring_key k JOIN assessment.item t USING (instrument_id)
  LEFT JOIN assessment.item_parameter p USING (instrument_id, position)
  WHERE (k.discriminations[t.position], k.difficulties[t.position]) IS DISTINCT FROM (p.discrimination, p.difficulty)$$,
  'scoring keys are as the item parameters');
SELECT results_eq($$SELECT i.code || '@' || i.version, n.n, cardinality(n.item_mean) FROM assessment.response_norm n
  JOIN assessment.instrument i ON i.id = n.instrument_id$$, $$VALUES ('ipip-ffm-50@1', 14461::bigint, 50)$$, 'the norm of the answers');
-- A sequential scan that is switched off costs a plan 1e10 where there is no other way, beyond which the server compiles it.
SELECT is_empty($$SELECT oid::regprocedure FROM pg_proc WHERE proconfig @> '{enable_seqscan=off}' AND NOT proconfig @> '{jit=off}'$$,
  'functions that steer their plans do not have them compiled');
SELECT * FROM finish();
ROLLBACK;

-- A good call of every function and aggregate of schema harmony: table sane, what to pass; table routine, every routine with its
-- good arguments. A new function is covered as it is; it needs a line here where the value of its arguments' type or name does
-- not make a good call (the first test of every_function.sql tells).
-- What signs and verifies needs its files.
\ir secrets.sql
SELECT pg_temp.put_secret('harmony.jwt_key_file', repeat('k', 40)) \g /dev/null
SELECT pg_temp.put_secret('harmony.s3_credentials_file',
  '{"endpoint": "https://host", "region": "r", "access_key": "a", "secret_key": "s"}') \g /dev/null
SELECT pg_temp.put_secret('harmony.seal_key_file', '{"keys": [{"id": 1, "key": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}]}')
\g /dev/null
-- What reads a run's folder needs one.
SELECT pg_temp.shell('mkdir -p harmony_test_runs/a && echo > harmony_test_runs/a/a.jsonl'),
  set_config('harmony.artifact_directory', current_setting('data_directory') || '/harmony_test_runs', false) \g /dev/null
-- One expression for an argument of that type, or that name, or that name in that function. i is the number of a row.
CREATE TEMP TABLE sane (type text, name text, routine text, value text);
INSERT INTO sane (type, value) VALUES ('float8', 'i * 1.5 + i % 2'), ('integer', '3'), ('bigint', 'i % 2'), ('smallint', '1'),
  ('text', $$'a'$$), ('boolean', 'i % 2 = 0'),
  ('uuid', 'md5(i::text)::uuid'), ('uuid[]', $$ARRAY[md5('1'), md5('2')]::uuid[]$$), ('date', $$date '2026-03-01' + i$$),
    ('timestamptz', $$'2026-03-01Z'$$), ('bytea', $$'\x00'$$), ('cstring', $$''$$), ('internal', 'NULL'),
  ('float8[]', 'ARRAY[i, i * i % 7]'), ('text[]', $$'{a,a,a,b,b,b}'$$),
    ('bigint[]', '(SELECT array_agg(7 + g) FROM generate_series(1, 6) g)'), ('integer[]', $$'{900,1200,1500,800,2000,1100}'$$),
    ('smallint[]', $$'{1,4,2,5,3,4}'$$),
  ('jsonb', $$'{"resilience": 58.3, "big_five": {"conscientiousness": 71, "agreeableness": 68, "neuroticism": 31, "openness": 62.5, '
    '"extraversion": 50}, "cognitive": {"gca": 62}, "leadership_preferences": {"autonomy": 0.4, "feedback": 0.6, "structure": 0.5}}'$$),
  ('harmony.linear_state', '(SELECT harmony.linear_state(g * g % 7, ARRAY[g, g % 3]) FROM generate_series(1, 9) g)'),
  ('harmony.cross_validation_state',
    '(SELECT harmony.cross_validation_state(3, g, g * g % 7, ARRAY[g, g % 3]) FROM generate_series(1, 30) g)'),
  ('harmony.linear_model', '(SELECT harmony.ols(g * g % 7, ARRAY[g]) FROM generate_series(1, 9) g)'),
  ('harmony.cox_model', '(SELECT harmony.cox(g, g % 3 > 0, g * g % 7) FROM generate_series(1, 9) g)'),
  ('harmony.mixed_model', '(SELECT harmony.random_intercept(g / 3, g * g % 7, g) FROM generate_series(1, 9) g)'),
  ('harmony.glm_model', '(SELECT harmony.logistic(g * g % 7 > 2, g) FROM generate_series(1, 9) g)'),
  ('harmony.clustered_model', $$(SELECT harmony.ols_clustered('CR2', g / 2, g * g % 7, g) FROM generate_series(1, 9) g)$$);
INSERT INTO sane (type, name, value) VALUES ('smallint[]', 'keyed', $$'{1,-1,1,-1,1,1}'$$), ('integer', 'scale_min', '1'),
  ('integer', 'scale_max', '5'), ('boolean', 'is_adaptive', 'false'),
    ('integer', 'n_options', '5'), ('float8', 'p', '0.3'), ('float8', 'level', '0.9'),
  ('bigint', 'a', '5'), ('bigint', 'b', '3'), ('bigint', 'c', '2'), ('bigint', 'd', '7'), ('bigint', 'n1', '12'), ('bigint', 'n2', '9'),
    ('float8', 'reliability', '0.8'), ('float8', 'lambda', '0.5'), ('text', 'cluster', $$'c' || i % 3$$), ('float8', 'most', '0.3'),
    ('float8', 'r', '0.3'), ('float8', 'u', '0.6'), ('float8[]', 'rival', $$'{1,1}'$$), ('date', 'as_of', $$'2026-03-09'$$),
  ('float8[]', 'a', $$'{1,1.2,0.8,1.5,0.7,1}'$$), ('float8[]', 'b', $$'{-1,0,1,0.5,-0.5,2}'$$), ('float8[]', 'p', $$'{0.01,0.2,0.5}'$$),
    ('float8[]', 'coefficients', $$'{0,0.25,0.35,0.2,0.2}'$$), ('float8[]', 'std_errors', $$'{5,0.1,0.1,0.1,0.1}'$$),
    ('float8', 'step', '10'), ('float8[]', 'item_mean', $$'{3,3,3,3,3,3}'$$),
    ('float8[]', 'discrimination', $$'{1,1.2,0.8,1.5,0.7,1}'$$), ('float8[]', 'difficulty', $$'{-1,0,1,0.5,-0.5,2}'$$),
    ('float8[]', 'covariance', $$'{{2,1},{1,2}}'$$),
  ('float8[]', 'item_covariance', $$'{{1,0,0,0,0,0},{0,1,0,0,0,0},{0,0,1,0,0,0},{0,0,0,1,0,0},{0,0,0,0,1,0},{0,0,0,0,0,1}}'$$),
    ('float8[]', 'quantiles', '(SELECT array_agg(g::float8) FROM generate_series(1, 99) g)'),
  ('float8[]', 'correlation', $$'{{1,0.3},{0.3,1}}'$$), ('float8[]', 'trait_correlation', $$'{{1,0.3},{0.3,1}}'$$),
    ('text[]', 'trait_order', $$'{a,b}'$$), ('text[]', 'families', $$'{x,y}'$$), ('text[]', 'right_traits', $$'{b,b,b,a,a,a}'$$),
    ('text', 'kind', $$'likert'$$),
  ('float8[]', 'left_loadings', $$'{1,1,0.8,0.8,1,1}'$$), ('float8[]', 'right_loadings', $$'{1,0.9,0.8,0.8,1,1}'$$),
    ('float8[]', 'left_intercepts', $$'{0,0,0,0,0,0}'$$), ('float8[]', 'right_intercepts', $$'{0,0,0.5,0,0,0}'$$),
    ('float8[]', 'equated_mean', $$'{60,50}'$$), ('float8[]', 'equated_sd', $$'{20,15}'$$), ('float8[]', 'theta_mean', $$'{0,0.1}'$$),
    ('float8[]', 'theta_sd', $$'{0.8,0.7}'$$), ('float8', 'standard_error', '0.5'),
  ('float8', 'expected_variance', '2'), ('float8', 'target_se', '0.4'),
    ('jsonb', 'benchmarks', $$'{"conscientiousness": 85, "neuroticism": {"benchmark": 25, "polarity": "low"}}'$$),
  ('jsonb', 'environment',
    $$'{"charter_intensity": 0.7, "management_pressure": 0.5, "salary_index": 0.8, "rest_days_ratio": 0.6, "private_cabin_ratio": 0.5}'$$),
    ('jsonb', 'leadership', $$'{"autonomy": 0.9, "feedback": 0.6, "structure": 0.6}'$$),
  ('jsonb', 'pool', $$'{"resilience": {"mean": 55, "sd": 12, "n": 9}}'$$),
  ('jsonb', 'rules', 'harmony.default_safety_rules()'), ('jsonb', 'model', 'harmony.default_model()'),
    ('jsonb', 'betas', $$harmony.default_model() -> 'mlpsm'$$), ('jsonb', 'weights', $$harmony.default_model() -> 'p_ind'$$),
  ('jsonb', 'measures',
    $$'{"performance": 70, "cohesion": 50, "sd_conscientiousness": 14, "min_emotional_stability": 40, "weather": 3.4, "rmssd": 0.8}'$$),
  ('jsonb', 'members',
    $$'[{"id": "one", "role": "Bosun", "profile": {"big_five": {"agreeableness": 10, "conscientiousness": 20, "neuroticism": 70}}}, {"id": '
    '"two", "role": "Chef", "candidate": true, "profile": {"big_five": {"agreeableness": 70, "conscientiousness": 30, "neuroticism": '
    '40}}}]'$$),
  ('jsonb', 'request',
    $$harmony.match_request('Bosun', '{"conscientiousness": 85}',
    ARRAY['{"resilience": 40, "big_five": {"agreeableness": 30, "conscientiousness": 60, "neuroticism": 20}}',
    '{"big_five": {"agreeableness": 55}}']::jsonb[],
    '{"charter_intensity": 0.7, "management_pressure": 0.5, "salary_index": 0.8, "rest_days_ratio": 0.6, "private_cabin_ratio": 0.5}',
      '{"autonomy": 0.9, "feedback": 0.6, "structure": 0.6}')$$);
INSERT INTO sane (type, name, value) SELECT 'jsonb[]', n,
  $$ARRAY['{"resilience": 40, "big_five": {"agreeableness": 30, "conscientiousness": 60, "neuroticism": 20}}',
  '{"big_five": {"agreeableness": 55, "conscientiousness": 40}}']::jsonb[]$$ FROM unnest('{crew,profiles}'::text[]) n;
INSERT INTO sane (type, name, routine, value) VALUES ('text[]', 'traits', 'score_forced_choice', $$'{a,b}'$$),
  ('smallint[]', 'answers', 'score_forced_choice', $$'{1,2,1,2,1,NULL}'$$),
  ('smallint[]', 'answers', 'ability_2pl', $$'{1,0,1,1,0,NULL}'$$),
  ('smallint[]', 'answers', 'next_item', $$'{1,0,1,NULL,NULL,NULL}'$$), ('float8[]', 'expected', 'psi', $$'{0.2,0.3,0.5}'$$),
    ('float8[]', 'actual', 'psi', $$'{0.1,0.3,0.6}'$$), ('float8', 'floor', 'psi', '0.001'),
    ('jsonb', 'weights', 'f_team', $$harmony.default_model() -> 'f_team'$$),
  ('float8', 'weight', 'cluster_robust_ols', '1'), ('float8', 'weight', 'compare_weights', '1'),
  ('text', 'module', 'module_requirements', $$'crew'$$), ('text', 'module', 'module_order', $$'crew'$$),
    ('text', 'module', 'module_files', $$'crew'$$), ('text', 'module', 'module_file', $$'platform'$$),
  ('text', 'file', 'module_file', $$'routines/accounts.sql'$$), ('text', 'script', 'run_script', $$'SELECT'$$),
    ('xid', 'xmin', 'is_written_since', $$'1'$$), ('cid', 'cmin', 'is_written_since', $$'1'$$),
    ('text', 'module', 'install', $$'platform'$$), ('text', 'module', 'uninstall', $$'platform'$$),
    ('text', 'trait', 'snapshot', $$'openness'$$), ('text', 'family', 'snapshot', $$'big_five'$$),
  ('text[]', 'group_names', 'selection_rates', $$'{a,b,c,d,e,f}'$$), ('bigint[]', 'selected', 'selection_rates', $$'{3,4,5,6,7,8}'$$),
    ('text[]', 'stages', 'selection_rates', $$'{x,x,x,y,y,y}'$$), ('text[]', 'strata', 'selection_rates', $$'{m,n,m,n,m,n}'$$),
    ('float8', 'value', 'weather', '1 + i % 5'), ('float8', 'score', 'snapshot', '10 + i % 60'),
    ('float8', 'score', 'snapshot_state', '10 + i % 60'),
  ('jsonb', 'weights', 'competencies', $$harmony.default_model() -> 'competencies'$$),
    ('jsonb', 'weights', 'g_fit', $$harmony.default_model() -> 'competencies'$$),
  ('jsonb', 'claims', 'jwt_sign', $$'{"sub": "a", "aud": "a"}'$$), ('interval', 'lifetime', 'jwt_sign', $$'30 years'$$),
    ('text', 'token', 'jwt_verify', $$harmony.jwt_sign('{"aud": "a"}')$$), ('timestamptz', 'at', 'jwt_verify', 'statement_timestamp()'),
    ('text', 'hash', 'password_verify', $$'$2b$04$5NSbkqm/LXQraMby9gaase3cQbUgvv7v5n7jRSvMjwf6/fTIM9IiO'$$),
    ('text', 'method', 's3_presign', $$'GET'$$), ('text', 'bucket', 's3_presign', $$'bucket'$$), ('jsonb', 'query', 's3_presign', $$'{}'$$),
    ('timestamptz', 'at', 's3_presign', $$'2030-01-01Z'$$);
-- Regressions: models above have one predictor.
INSERT INTO sane (type, name, routine, value) SELECT 'float8', 'y', r, 'i % 2'
FROM unnest('{logistic,weighted_logistic,firth,poisson,poisson_rate,logistic_step,poisson_step,logistic_step_transition,'
  'poisson_step_transition}'::text[]) r;
INSERT INTO sane (type, name, routine, value) VALUES ('text', 'kind', 'ols_robust', $$'HC3'$$),
  ('text', 'kind', 'ols_clustered', $$'CR2'$$),
  ('float8[]', 'b', 'logistic_step', $$'{0,0.1,0.2}'$$), ('float8[]', 'b', 'poisson_step', $$'{0,0.1,0.2}'$$),
  ('float8[]', 'weights', 'contrast', $$'{0,1}'$$), ('float8[]', 'weights', 'wald_test', $$'{0,1}'$$),
  ('text[]', 'names', 'coefficients', $$'{a}'$$), ('float8[]', 'x', 'predict_interval', $$'{3}'$$);
-- Tables, raters, times.
INSERT INTO sane (type, value) VALUES
  ('harmony.table_state', $$(SELECT harmony.chi_square_state(g % 2, g % 3) FROM generate_series(1, 30) g)$$);
INSERT INTO sane (type, name, routine, value) VALUES
  ('harmony.table_state', 'state', 'anova_two_way',
    '(SELECT harmony.anova_two_way_state(g * g % 7, g % 2, g % 3) FROM generate_series(1, 30) g)'),
  ('harmony.table_state', 'state', 'two_proportions',
    '(SELECT harmony.two_proportions_state(g % 2 = 0, g % 3 = 0) FROM generate_series(1, 30) g)'),
  ('bigint[]', 'counts', 'chi_square', $$'{{3,4},{5,6}}'$$), ('integer', 'i', 'partial_correlation', '1'),
  ('integer', 'j', 'partial_correlation', '2'),
  ('text', 'weights', 'weighted_kappa', $$'linear'$$), ('text', 'metric', 'krippendorff_alpha', $$'interval'$$);
INSERT INTO sane (type, name, routine, value) SELECT t, n, r, v
FROM unnest('{power_t,power_t_paired,power_correlation,power_proportions,power_anova,power_chi_square,n_for_t,n_for_correlation,'
    'correct_attenuation}'::text[]) r, (VALUES
  ('float8', 'alpha', '0.05'), ('float8', 'power', '0.8'), ('float8', 'p1', '0.3'), ('float8', 'p2', '0.6'), ('bigint', 'n', '12'),
  ('bigint', 'n_per_group', '9'), ('float8', 'rxx', '0.8'), ('float8', 'ryy', '0.7')) a (t, n, v);
INSERT INTO sane (type, name, routine, value) SELECT 'float8', n, r, v
FROM unnest('{tost,tost_paired,table_bounded_samples,table_bounded_pairs}'::text[]) r, (VALUES ('low', '-3'), ('high', '3')) a (n, v);
-- Times to an event. Cox's model has no intercept.
INSERT INTO sane (type, name, routine, value) VALUES
  ('float8[]', 'weights', 'harmony.contrast(harmony.cox_model,double precision[],double precision)', $$'{1}'$$),
  ('float8[]', 'weights', 'harmony.wald_test(harmony.cox_model,double precision[])', $$'{1}'$$);
INSERT INTO sane (type, name, routine, value) SELECT 'float8', n, r, v FROM unnest('{cox,cox_robust,cox_counting}'::text[]) r,
  (VALUES ('event', 'i % 2'), ('time', 'i'), ('start', '0'), ('stop', 'i')) a (n, v);
-- Scales.
INSERT INTO sane (type, name, routine, value) SELECT t, n, r, v FROM unnest('{efa,efa_transition}'::text[]) r,
  (VALUES ('integer', 'factors', '1'), ('text', 'rotation', $$'none'$$), ('float8[]', 'items', 'ARRAY[i, i * i % 7, i % 3]')) v (t, n, v);
INSERT INTO sane (type, name, routine, value) VALUES
  ('float8[]', 'answers', 'irt_2pl', 'ARRAY[i % 2, i / 2 % 2, i / 3 % 2]::float8[]'),
  ('float8[]', 'answers', 'irt_graded', 'ARRAY[i % 2, i / 2 % 2, i / 3 % 2]::float8[]'),
  ('harmony_internal.items_state', NULL, NULL, $$harmony_internal.parallel_analysis_transition(NULL, 1, 3, '{1,4}')$$),
  ('harmony_internal.items_state', NULL, 'efa_transition', $$harmony_internal.efa_transition(NULL, 1, 'none', '{1,4,2}')$$),
  ('harmony_internal.items_state', NULL, 'efa_final', $$harmony_internal.efa_transition(NULL, 1, 'none', '{1,4,2}')$$);
-- Networks and the bootstrap: the same beside all rows.
INSERT INTO sane (type, name, value) VALUES ('boolean', 'directed', 'true'), ('float8', 'resolution', '1'), ('integer', 'draws', '9'),
  ('text', 'statistic', $$'sd'$$);
-- Signals.
INSERT INTO sane (type, name, routine, value) VALUES ('text', 'kind', 'control_chart', $$'xmr'$$), ('jsonb', 'options', 'control_chart',
    $$'{"rules": "nelson"}'$$), ('text', 'kind', 'funnel', $$'ratio'$$), ('jsonb', 'options', 'funnel', $$'{"winsorise": 0.05}'$$),
  ('text', 'kind', 'funnel_limits', $$'ratio'$$), ('float8', 'slope_percentile', 'classify_signal', 'i % 101'),
  ('jsonb', 'cutoffs', 'classify_signal', $$'{"classifier": {"severe": 3}}'$$),
  ('jsonb', 'narrative', 'narrative_text', $$'{"facility": "a", "up": [{"segment": "b", "children": [{"value": 1.5}]}]}'$$),
  ('text', 'text', 'narrative_parse', $$harmony.narrative_text('{"facility": "a", "up": [{"segment": "b"}]}')$$),
  ('text', 'facility', 'star_ratings', $$'f' || i % 40$$), ('text', 'measure', 'star_ratings', $$'m' || i$$),
  ('text', 'measure_group', 'star_ratings', $$(ARRAY['mortality', 'safety', 'readmission', 'experience', 'effectiveness'])[1 + i % 5]$$),
  ('integer', 'facility', 'metric_signals', 'i'), ('integer', 'period', 'metric_signals', 'CASE WHEN i % 13 > 0 THEN 202500 + i % 13 END'),
  ('integer[]', 'periods', 'metric_signals', $$'{202501,202502}'$$), ('integer[]', 'periods', 'metric_months', $$'{202501,202502}'$$),
  ('integer', 'facility', 'metric_months', 'i'), ('jsonb', 'options', 'metric_months', $$'{"polarity": "higher_is_better"}'$$),
  ('jsonb', 'options', 'metric_signals', $$'{"polarity": "higher_is_better"}'$$);
-- Delivery.
INSERT INTO sane (type, value) VALUES ('timestamptz[]', $$'{2026-03-01Z,2026-03-02 12:00Z,2026-03-04Z}'$$),
  ('time without time zone', $$'09:00'$$), ('date[]', $$'{2026-03-02,2026-03-05}'$$);
INSERT INTO sane (type, name, value) VALUES ('text', 'zone', $$'Europe/Berlin'$$), ('time without time zone', 'day_end', $$'17:30'$$),
  ('timestamptz', 'end', $$'2026-04-05Z'$$), ('float8[]', 'probability', $$'{0.5,0.85,0.95}'$$), ('float8', 'share', '0.5'),
  ('integer[]', 'workdays', $$'{1,2,3,4,5}'$$), ('timestamptz', 'as_of', $$'2026-03-09Z'$$);
INSERT INTO sane (type, name, routine, value) VALUES ('text[]', 'category', 'flow', $$'{todo,in_progress,done}'$$),
  ('timestamptz', 'end', 'median_days_per_half_year', $$'2027-01-01Z'$$);
-- Oversight: statements and options of the SQL guard.
INSERT INTO sane (type, name, value) VALUES ('text', 'sql', $$'SELECT count(*) FROM pg_catalog.pg_class WHERE oid = ' || i$$),
  ('text', 'intent', $$'how many per month'$$);
INSERT INTO sane (type, name, routine, value)
SELECT 'jsonb', 'options', r, $$'{"relations": ["pg_catalog.pg_class"], "tenant": {"column": "oid", "value": 1}}'$$
FROM unnest('{check_sql,sql_intent,intent_phrases}'::text[]) r;
INSERT INTO sane (type, name, routine, value) VALUES ('jsonb', 'data', 'check_structure', $$'[{"n": 1}, {"n": "x"}]'$$),
  ('jsonb', 'declared', 'check_structure', $$'{"properties": {"n": {"type": "number"}}}'$$);
-- Workforce.
INSERT INTO sane (type, name, routine, value) VALUES ('text', 'encoding', 'read_csv', $$'utf-8'$$),
  ('text', 'delimiter', 'read_csv', $$','$$),
  ('bytea', 'content', 'read_csv', $$'a,b'::bytea$$), ('text[]', 'formats', 'read_time', $$'{YYYY-MM-DD}'$$),
  ('text', 'value', 'read_time', $$'2026-03-01'$$);
INSERT INTO sane (type, name, routine, value) SELECT t, n, r, v FROM unnest('{simulate_workforce,workforce_input,workforce_chunk,'
    'merge_workforce_chunks,compare_workforce,compare_workforce_chunks,seek_workforce,workforce_tornado,workforce_sensitivity_chunk,'
    'workforce_sensitivity,workforce_joined_roles,workforce_target_values,workforce_target_reached,workforce_comparable,'
    'workforce_sensitivity_outcomes}'::text[]) r, (VALUES
  ('jsonb', 'config',
    $$'{"n_iterations": 2, "n_steps": 3, "automation_factor": 0.5, "roles": [{"role": "HR", "count": 2, "salary": 1}]}'$$),
  ('jsonb', 'workloads', 'harmony.default_workloads()'), ('integer', 'first', '0'), ('integer', 'last', '2'),
  ('bytea[]', 'chunks', $$ARRAY[harmony.workforce_chunk('{"n_iterations": 2, "n_steps": 3, "automation_factor": 0.5, "roles": [{"role": '
    '"HR", "count": 2, "salary": 1}]}', 0, 2)]$$),
  ('bytea', 'chunk', $$harmony.workforce_chunk('{"n_iterations": 2, "n_steps": 3, "automation_factor": 0.5, "roles": [{"role": '
    '"HR", "count": 2, "salary": 1}]}', 0, 2)$$), ('text[]', 'roles', $$'{HR}'$$), ('integer', 'checked', '0'),
  ('jsonb[]', 'configs',
    $$ARRAY['{"n_iterations": 2, "n_steps": 3, "automation_factor": 0.5, "roles": [{"role": "HR", "count": 2, "salary": 1}]}'::jsonb]$$),
  ('text', 'input', $$'automation_factor'$$), ('text', 'metric', $$'automation_rate'$$), ('float8', 'goal', '0.1'), ('float8', 'low', '0'),
  ('float8', 'high', '1'), ('jsonb', 'spans', $$'{"automation_factor": 0.1}'$$), ('integer', 'samples', '8'),
  ('float8[]', 'outcomes', '(SELECT array_agg(g * g % 7) FROM generate_series(1, 24) g)')) v (t, n, v);
-- Affinity: genotypes, and what lies sealed for the person of row i.
INSERT INTO sane (type, name, value) VALUES ('text', 'gl', $$'A*01:01+A*02:01/A*02:05'$$), ('bytea', 'sealed',
    $$harmony.hla_seal('A*01:01+A*02:01/A*02:05', md5(i::text)::uuid)$$), ('text[]', 'loci', $$'{A,B,DRB1}'$$),
  ('text[]', 'among', $$'{A,B,DRB1}'$$);
INSERT INTO sane (type, name, routine, value) SELECT 'text', 'name', r, $$'HLA-DRB1*15:01:01:01'$$
  FROM unnest('{hla_normalize,hla_two_field}'::text[]) r;
INSERT INTO sane (type, name, routine, value) SELECT t, n, r, v
  FROM unnest('{hla_dissimilarity,hla_sealed_dissimilarity}'::text[]) r, (VALUES ('text', 'a', $$'A*01:01+A*02:01/A*02:05'$$),
    ('text', 'b', $$'A*01:01+A*03:01'$$), ('text', 'method', $$'jaccard'$$),
    ('bytea', 'a', $$harmony.hla_seal('A*01:01+A*02:01', md5(i::text)::uuid)$$),
    ('bytea', 'b', $$harmony.hla_seal('A*01:01+A*02:01/A*02:05', md5(i::text)::uuid)$$),
    ('bytea', 'frequencies', $$harmony_internal.hla_frequencies('{A*02:01,A*02:05}', '{0.3,0.1}')$$)) v (t, n, v);
INSERT INTO sane (type, name, routine, value) VALUES ('text[]', 'allele', 'hla_frequencies', $$'{A*02:01,A*02:05}'$$),
  ('float8[]', 'frequency', 'hla_frequencies', $$'{0.3,0.1}'$$), ('integer', 'ttl_seconds', 'fernet_open', '2147483647'),
  ('text', 'token', 'fernet_open',
    $$'gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA=='$$),
  ('text', 'key', 'fernet_open', $$'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4='$$);
-- Affinity.
INSERT INTO sane (type, value) VALUES ('real[]', 'ARRAY[i, i * i % 7]'),
  ('harmony.preference', $$ROW(10, 1, 0.4, 2, '{1,0.5}', '{1,7}', '{2,1}')::harmony.preference$$);
INSERT INTO sane (type, name, value) VALUES ('bigint', 'proposer', 'i'), ('bigint', 'acceptor', 'i % 7'), ('bigint', 'person', 'i'),
  ('bigint', 'other', 'i + 1'), ('bigint', 'actor', 'i'), ('bigint', 'partner', 'i + 1'), ('bigint', 'seed', '1'),
  ('float8[]', 'traits', 'ARRAY[i % 100, i * 7 % 100, 3, 4, 5, 6, 7]'), ('float8[]', 'queries', $$'{{1,2},{3,-1}}'$$),
  ('float8[]', 'scores', 'ARRAY[i % 100, i * 7 % 100]'), ('text', 'metric', $$'cosine'$$), ('float8', 'component', '50');
INSERT INTO sane (type, name, routine, value) SELECT 'float8[]', n, r, $$'{10,20,30,40,50,60,70}'$$
FROM unnest('{a,b}'::text[]) n, unnest('{trait_similarity,perceived_similarity}'::text[]) r;
INSERT INTO sane (type, name, routine, value) VALUES ('float8', 'range', 'trait_similarity', '100'),
  ('float8[]', 'confidence_a', 'perceived_similarity', $$'{1,1,1,1,1,1,0.5}'$$),
  ('float8[]', 'confidence_b', 'perceived_similarity', $$'{1,1,1,1,1,1,0.5}'$$), ('float8', 'low', 'perceived_similarity', '0'),
  ('float8', 'high', 'perceived_similarity', '100'),
  ('float8[]', 'embeddings', 'fit_preference', $$'{{1,0},{2,1},{3,0},{4,1},{5,0},{6,1},{7,0},{8,1},{9,0},{10,1}}'$$),
  ('float8[]', 'ratings', 'fit_preference', $$'{1,1,2,2,3,3,3,4,5,5}'$$), ('float8[]', 'prior', 'fit_preference', $$'{0.1,0}'$$),
  ('float8[]', 'center', 'fit_preference', $$'{1,0}'$$), ('float8[]', 'scale', 'fit_preference', $$'{2,1}'$$),
  ('float8[]', 'ratings', 'trait_preferences', $$'{5,4,1,2}'$$), ('text[]', 'names', 'trait_preferences', $$'{smile,beard}'$$),
  ('float8[]', 'strengths', 'trait_preferences', $$'{{0.9,0.1},{0.8,0.2},{0.1,0.8},{0.1,0.9}}'$$),
  ('jsonb', 'preferences', 'visual_total', $$'{"smile": {"kind": "preferred", "value": 0.5}}'$$),
  ('jsonb', 'detected', 'visual_total', $$'{"smile": 0.7}'$$);
INSERT INTO sane (type, name, routine, value) SELECT a.type, a.name, r, a.value
FROM (VALUES ('jsonb', 'weights', $$'{"visual": 0.5}'$$), ('text', 'mean', $$'harmonic'$$), ('float8', 'visual_ab', 'i % 100'),
  ('float8', 'visual_ba', 'i % 100'), ('float8', 'personality', 'i % 100'), ('float8', 'biological', 'i % 100'),
  ('float8', 'visual_step', '10'), ('float8', 'band_middle', '40'), ('float8', 'band_high', '70'), ('float8', 'score', 'i % 100'))
  a (type, name, value), unnest('{willingness,pair_score,biological_band,biological_as_told}'::text[]) r;
-- Oversight.
INSERT INTO sane (type, name, routine, value) SELECT 'float8', v.name, 'auc_difference', v.value
FROM (VALUES ('a', '0.8'), ('a_se', '0.05'), ('b', '0.7'), ('b_se', '0.04')) v (name, value);
INSERT INTO sane (type, name, routine, value) SELECT 'float8', n, r, v
FROM unnest('{binary_performance,estimated_performance}'::text[]) r,
  (VALUES ('probability', 'i % 100 / 100.0'), ('threshold', '0.3')) v (n, v);
INSERT INTO sane (type, name, routine, value) VALUES ('integer', 'dimensions', 'text_embedding', '64');
-- Stored states, and scoring keys by field: likert as it stands, forced choice with another kind and its own fields.
INSERT INTO sane (type, name, value) SELECT 'bytea', n, v
  FROM (VALUES ('state',
  $$(SELECT harmony_internal.snapshot_state(t, 'big_five', 50, true, '2026-01-01Z', 'a@1', '{EXTREME}')
  FROM unnest('{openness,neuroticism}'::text[]) t)$$),
  ('later', $$(SELECT harmony_internal.snapshot_state('openness', 'big_five', 60, true, '2026-02-01Z', 'b@1', '{}'))$$)) v (n, v);
CREATE TEMP TABLE key_field (position integer GENERATED ALWAYS AS IDENTITY, name text, type text, value text);
INSERT INTO key_field (name, type, value) VALUES ('instrument', 'text', $$'a@1'$$), ('kind', 'text', $$'likert'$$),
  ('scale_min', 'smallint', '1'), ('scale_max', 'smallint', '5'), ('keyed', 'smallint[]', $$'{1,-1,1,-1,1,1}'$$),
  ('traits', 'text[]', $$'{a,a,a,b,b,b}'$$), ('families', 'text[]', $$'{x,y}'$$), ('correct', 'smallint[]', $$'{1,4,2,5,3,4}'$$),
    ('n_options', 'integer', '5'),
    ('right_traits', 'text[]', $$'{b,b,b,a,a,a}'$$), ('left_loadings', 'float8[]', $$'{1,1,0.8,0.8,1,1}'$$),
  ('right_loadings', 'float8[]', $$'{1,0.9,0.8,0.8,1,1}'$$), ('left_intercepts', 'float8[]', $$'{0,0,0,0,0,0}'$$),
    ('right_intercepts', 'float8[]', $$'{0,0,0.5,0,0,0}'$$), ('trait_order', 'text[]', $$'{a,b}'$$),
  ('trait_correlation', 'float8[]', $$'{{1,0.3},{0.3,1}}'$$), ('equated_mean', 'float8[]', $$'{60,50}'$$),
    ('equated_sd', 'float8[]', $$'{20,15}'$$), ('theta_mean', 'float8[]', $$'{0,0.1}'$$), ('theta_sd', 'float8[]', $$'{0.8,0.7}'$$),
  ('discriminations', 'float8[]', $$'{1,1.2,0.8,1.5,0.7,1}'$$), ('difficulties', 'float8[]', $$'{-1,0,1,0.5,-0.5,2}'$$),
    ('target_se', 'float8', '0.4'), ('max_items', 'integer', '3'), ('norm_mean', 'float8[]', $$'{60,50}'$$),
    ('norm_sd', 'float8[]', $$'{20,15}'$$), ('norm_reliability', 'float8[]', $$'{0.8,NULL}'$$),
  ('norm_quantiles', 'float8[]', '(SELECT array_agg((g % 99)::float8) FROM generate_series(0, 197) g)');
-- The key of a kind with one field replaced.
CREATE FUNCTION pg_temp.key(kind text, field text DEFAULT NULL, value text DEFAULT NULL) RETURNS text LANGUAGE sql AS $$
  SELECT format('(SELECT k FROM (SELECT %s) k)', string_agg(format('(%s)::%s AS %I',
      CASE WHEN f.name = $2 THEN $3 WHEN f.name = 'kind' THEN quote_literal($1) ELSE f.value END, f.type, f.name), ', '
        ORDER BY f.position)) FROM key_field f $$;
INSERT INTO sane (type, value) VALUES ('record', pg_temp.key('likert'));

CREATE FUNCTION pg_temp.short(type oid) RETURNS text LANGUAGE sql AS $$
  SELECT replace(replace(replace(replace(replace(type::regtype::text, 'double precision', 'float8'),
    'timestamp with time zone', 'timestamptz'), 'anyelement', 'bigint'), 'anyarray', 'float8[]'), '"any"', 'float8') $$;
-- routine: of all of this name, or of one by its signature, which goes before.
CREATE FUNCTION pg_temp.sane(type text, name text, routine text, signature text) RETURNS text LANGUAGE sql AS $$
  SELECT s.value FROM sane s WHERE s.type = $1 AND (s.name IS NULL OR s.name = $2) AND (s.routine IS NULL OR s.routine IN ($3, $4))
    ORDER BY (s.routine = $4) IS TRUE DESC, s.routine, s.name LIMIT 1 $$;
CREATE TEMP TABLE routine AS
SELECT p.oid, p.pronamespace::regnamespace || '.' || p.proname AS name, p.prokind = 'a' AS is_aggregate,
  p.oid::regprocedure::text AS signature, a.types, a.names, a.good,
  EXISTS (SELECT FROM pg_aggregate g WHERE p.oid IN (g.aggtransfn, g.aggcombinefn, g.aggserialfn, g.aggdeserialfn, g.aggfinalfn))
    OR p.prorettype = 'cstring'::regtype OR 'cstring' = ANY (a.types) OR 'internal' = ANY (a.types) AS is_support
FROM pg_proc p, LATERAL (
  SELECT coalesce(array_agg(t.type ORDER BY k), '{}'), coalesce(array_agg(t.name ORDER BY k), '{}'),
    coalesce(array_agg(pg_temp.sane(t.type, t.name, p.proname, p.oid::regprocedure::text) ORDER BY k), '{}')
  FROM (SELECT k, pg_temp.short(oid), coalesce(p.proargnames[k], '') FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY u (oid, k)) t
    (k, type, name)) a (types, names, good)
WHERE p.pronamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace) AND p.prokind IN ('f', 'a')
  AND p.proname NOT IN ('install', 'uninstall', 'advance_sequences')
  -- parts of install, in SQL
  AND p.proname !~ ('^(module_routines|check_dependents|check_migrations|check_owners|drop_objects|force_row_security|install_module' ||
    '|empty_tables|tables_of|skip_row|leave_content_out' ||
    '|objects_depending_on|objects_in|objects_written_since|put_policies_.*|show_rows|run_module_file)$');

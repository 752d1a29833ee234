-- Delivery: the composite types that functions return. Rules and sources: docs/reference/delivery.md. A figure that the data do not
-- determine is NULL.

CREATE TYPE harmony.deployment_rate AS (
  deployments           bigint,
  deployment_days       bigint,
  per_day               float8,
  weeks                 bigint,
  median_days_per_week  float8,
  months                bigint,
  median_days_per_month float8
);
COMMENT ON TYPE harmony.deployment_rate IS 'How often something was deployed in a window.';
COMMENT ON COLUMN harmony.deployment_rate.deployments IS 'Deployments inside the window.';
COMMENT ON COLUMN harmony.deployment_rate.deployment_days IS 'Days of the zone''s calendar with a deployment.';
COMMENT ON COLUMN harmony.deployment_rate.per_day IS 'Deployments by 24 hours of the window.';
COMMENT ON COLUMN harmony.deployment_rate.weeks IS 'Whole weeks inside the window, from Monday.';
COMMENT ON COLUMN harmony.deployment_rate.median_days_per_week IS 'Of the deployment days of the whole weeks, empty ones included.';
COMMENT ON COLUMN harmony.deployment_rate.months IS 'Whole months inside the window.';
COMMENT ON COLUMN harmony.deployment_rate.median_days_per_month IS 'Of the deployment days of the whole months, empty ones included.';

CREATE TYPE harmony.flow_result AS (
  cycle_seconds       float8,
  lead_seconds        float8,
  todo_seconds        float8,
  in_progress_seconds float8,
  work_starts         integer,
  completions         integer,
  returns             integer,
  complexity          integer,
  rework              boolean,
  direct_completion   boolean,
  flow_efficiency     float8,
  age_seconds         float8
);
COMMENT ON TYPE harmony.flow_result IS 'How a piece of work went through its states.';
COMMENT ON COLUMN harmony.flow_result.cycle_seconds IS 'From the first start of work to the last completion; NULL unless it is done.';
COMMENT ON COLUMN harmony.flow_result.lead_seconds IS
'From the first change to todo, else the creation, to the last completion; NULL unless it is done.';
COMMENT ON COLUMN harmony.flow_result.todo_seconds IS 'From the creation to the first change, and in state todo later on.';
COMMENT ON COLUMN harmony.flow_result.in_progress_seconds IS 'In state in_progress, all stays together.';
COMMENT ON COLUMN harmony.flow_result.work_starts IS 'Changes to in_progress, from any state.';
COMMENT ON COLUMN harmony.flow_result.completions IS 'Changes to done, from any state.';
COMMENT ON COLUMN harmony.flow_result.returns IS 'Changes to todo from in_progress or done.';
COMMENT ON COLUMN harmony.flow_result.complexity IS '2 returns + max(0, completions - 1).';
COMMENT ON COLUMN harmony.flow_result.rework IS 'work_starts > 1.';
COMMENT ON COLUMN harmony.flow_result.direct_completion IS 'One change, to done.';
COMMENT ON COLUMN harmony.flow_result.flow_efficiency IS 'in_progress_seconds/lead_seconds; NULL for a lead of 0.';
COMMENT ON COLUMN harmony.flow_result.age_seconds IS 'From the first start of work to as_of; NULL once it is done.';

CREATE TYPE harmony.backtest_result AS (
  n      bigint,
  inside float8[]
);
COMMENT ON TYPE harmony.backtest_result IS 'How forecasts of the past turned out.';
COMMENT ON COLUMN harmony.backtest_result.n IS 'Forecasts that were compared.';
COMMENT ON COLUMN harmony.backtest_result.inside IS 'For each probability the share in which at least as much was done.';

CREATE TYPE harmony.holt_winters_result AS (
  alpha         float8,
  beta          float8,
  gamma         float8,
  sse           float8,
  forecast      float8[],
  rolling_error float8
);
COMMENT ON TYPE harmony.holt_winters_result IS 'A series smoothed, and carried on.';
COMMENT ON COLUMN harmony.holt_winters_result.alpha IS 'Weight of a new value in the level, 0 to 1.';
COMMENT ON COLUMN harmony.holt_winters_result.beta IS 'Weight of a new step of the level in the trend.';
COMMENT ON COLUMN harmony.holt_winters_result.gamma IS 'Weight of a new value in its season; NULL without a season.';
COMMENT ON COLUMN harmony.holt_winters_result.sse IS 'Sum of the squared errors one step ahead.';
COMMENT ON COLUMN harmony.holt_winters_result.forecast IS 'Of the next steps.';
COMMENT ON COLUMN harmony.holt_winters_result.rolling_error IS
'Mean absolute error one step ahead of fits that knew what came before alone, over the last 20 values or fewer.';

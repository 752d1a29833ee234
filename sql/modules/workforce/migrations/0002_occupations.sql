-- Occupations, their tasks, exposure and pay, with the columns of the published files, so that \copy loads them as they are.

CREATE TABLE IF NOT EXISTS workforce.onet_task (
  onet_soc_code text   COLLATE "C" NOT NULL,
  task_id       float8 NOT NULL,
  task          text   NOT NULL,
  task_type     text,
  title         text   NOT NULL,
  coreweight    float8 NOT NULL CHECK (coreweight BETWEEN 0.001 AND 1000),
  equalweight   float8 CHECK (equalweight BETWEEN 0.001 AND 1000),
  PRIMARY KEY (onet_soc_code, task_id)
);
COMMENT ON TABLE workforce.onet_task IS
'Tasks of occupations, from O*NET (CC BY 4.0): \copy workforce.onet_task FROM ''onet_tasks.csv'' CSV HEADER';
COMMENT ON COLUMN workforce.onet_task.coreweight IS '2 core, 1 supplemental.';

CREATE TABLE IF NOT EXISTS workforce.occupation_exposure (
  onet_soc_code      text   COLLATE "C" PRIMARY KEY,
  title              text   NOT NULL,
  dv_rating_alpha    float8 CHECK (dv_rating_alpha BETWEEN 0 AND 1),
  dv_rating_beta     float8 CHECK (dv_rating_beta BETWEEN 0 AND 1),
  dv_rating_gamma    float8 CHECK (dv_rating_gamma BETWEEN 0 AND 1),
  human_rating_alpha float8 CHECK (human_rating_alpha BETWEEN 0 AND 1),
  human_rating_beta  float8 CHECK (human_rating_beta BETWEEN 0 AND 1),
  human_rating_gamma float8 CHECK (human_rating_gamma BETWEEN 0 AND 1)
);
COMMENT ON TABLE workforce.occupation_exposure IS
'Exposure of occupations (Eloundou et al. 2024): \copy workforce.occupation_exposure FROM ''gpt_exposure_occ.csv'' CSV HEADER';
COMMENT ON COLUMN workforce.occupation_exposure.human_rating_beta IS 'E1 + E2/2, as people rated.';

CREATE TABLE IF NOT EXISTS workforce.occupation_pay (
  occ_code  text COLLATE "C" NOT NULL,
  occ_title text NOT NULL,
  o_group   text NOT NULL,
  tot_emp   text,
  emp_prse  text,
  h_mean    text,
  a_mean    text,
  mean_prse text,
  a_pct10   text,
  a_pct25   text,
  a_median  text,
  a_pct75   text,
  a_pct90   text,
  PRIMARY KEY (occ_code, o_group)
);
COMMENT ON TABLE workforce.occupation_pay IS
'Employment and pay by occupation (OEWS, SOC 2018), with the marks for what is not told: \copy workforce.occupation_pay FROM
''bls_oews_may2021_national.csv'' CSV HEADER';

CREATE TABLE IF NOT EXISTS workforce.soc_crosswalk (
  soc_2010   text COLLATE "C" NOT NULL,
  title_2010 text,
  soc_2018   text COLLATE "C" NOT NULL,
  title_2018 text,
  PRIMARY KEY (soc_2010, soc_2018)
);
COMMENT ON TABLE workforce.soc_crosswalk IS 'SOC 2010 to 2018: \copy workforce.soc_crosswalk FROM ''soc2010_to_soc2018.csv'' CSV HEADER';

CREATE TABLE IF NOT EXISTS workforce.task_rating (
  organization_id uuid    NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  onet_soc_code   text    COLLATE "C" NOT NULL,
  task_id         float8  NOT NULL,
  rater           text    COLLATE "C" NOT NULL CHECK (length(rater) BETWEEN 1 AND 200),
  rating          float8  NOT NULL CHECK (rating BETWEEN 0 AND 100),
  PRIMARY KEY (organization_id, onet_soc_code, task_id, rater)
);
COMMENT ON TABLE workforce.task_rating IS 'How far a task could be automated, 0 to 100, as the operator''s raters say: people or models.';

-- Occupations, their tasks, exposure and pay, from the published files (O*NET, CC BY 4.0; Eloundou et al. 2024; OEWS and the crosswalk, US
-- government works) in the folder of variable occupations.
\set copy '\\copy workforce.onet_task FROM ' :occupations '/onet_tasks.csv CSV HEADER'
:copy
\set copy '\\copy workforce.occupation_exposure FROM ' :occupations '/gpt_exposure_occ.csv CSV HEADER'
:copy
\set copy '\\copy workforce.occupation_pay FROM ' :occupations '/bls_oews_may2021_national.csv CSV HEADER'
:copy
\set copy '\\copy workforce.soc_crosswalk FROM ' :occupations '/soc2010_to_soc2018.csv CSV HEADER'
:copy

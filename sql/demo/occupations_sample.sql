-- Five occupations with tasks, exposure and pay that are made up.
CREATE TEMP TABLE sample (soc text, title text, exposure float8, pay integer, core text[], supplemental text[]);
INSERT INTO sample VALUES
  ('15-1252.00', 'Software Developers', .45, 120000, '{Write programs,Find faults,Agree on what is wanted,Review changes}',
   '{Train users}'),
  ('43-4051.00', 'Customer Service Representatives', .7, 38000, '{Answer questions,Take orders,Settle complaints}', '{Update records}'),
  ('43-3031.00', 'Bookkeeping, Accounting, and Auditing Clerks', .3, 44000,
   '{Post entries,Reconcile accounts,Check invoices,Ask for receipts}', '{File papers}'),
  ('13-1071.00', 'Human Resources Specialists', .6, 69000, '{Interview,Advise managers,Keep files up to date,Arrange training}',
   '{Write advertisements}'),
  ('53-7062.00', 'Laborers and Freight, Stock, and Material Movers, Hand', .06, 34000, '{Load vehicles,Sort goods,Wrap pallets}',
   '{Sweep the floor}');
INSERT INTO workforce.onet_task (onet_soc_code, task_id, task, task_type, title, coreweight)
  SELECT s.soc, row_number() OVER (PARTITION BY s.soc ORDER BY t.core DESC, t.place), t.task,
         CASE WHEN t.core THEN 'Core' ELSE 'Supplemental' END, s.title, CASE WHEN t.core THEN 2 ELSE 1 END
  FROM sample s CROSS JOIN LATERAL (
    SELECT true AS core, u.task, u.place FROM unnest(s.core) WITH ORDINALITY u (task, place)
    UNION ALL SELECT false, u.task, u.place FROM unnest(s.supplemental) WITH ORDINALITY u (task, place)) t;
INSERT INTO workforce.occupation_exposure (onet_soc_code, title, human_rating_beta) SELECT s.soc, s.title, s.exposure FROM sample s;
INSERT INTO workforce.occupation_pay (occ_code, occ_title, o_group, a_mean) SELECT left(s.soc, 7), s.title, 'detailed', s.pay FROM sample s;

-- What a planner looks at: an organisation of person 5's, three scenarios of the same roles, run. Invented. Expects modules crew and
-- workforce, and fleet.sql.
INSERT INTO platform.organization (id, name) VALUES (md5('planning')::uuid, 'Work planning');
INSERT INTO platform.membership (account_id, organization_id, role)
  SELECT a.id, md5('planning')::uuid, 'planner' FROM platform.account a WHERE a.email = 'person5@sample.invalid';
SELECT workforce.start_simulation('{"n_iterations": 200, "n_steps": 48, "seed": 7, "annual_attrition": 0.1, "money": {"licence_month": 60,
    "training": 400, "severance_months": 3, "reskilling": 2500, "hiring": 4000},
    "roles": [{"role": "Engineer", "count": 60, "salary": 82000},
    {"role": "HR", "count": 18, "salary": 54000}, {"role": "Marketing", "count": 34, "salary": 61000}]}'::jsonb || s.changes,
  md5('planning')::uuid, s.name)
FROM (VALUES ('As planned', '{"automation_factor": 0.6}'::jsonb), ('Slower', '{"automation_factor": 0.4}'),
             ('Without layoffs', '{"automation_factor": 0.6, "policy": "natural_attrition"}')) s (name, changes);
SELECT platform.run_jobs();

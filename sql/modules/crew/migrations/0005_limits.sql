-- How much a person may declare.
INSERT INTO platform.limit (what, most) VALUES ('declared_experiences', 20), ('declared_groups', 10) ON CONFLICT DO NOTHING;

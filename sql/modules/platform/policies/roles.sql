-- Roles of an application, and names for accounts that have none yet.
SELECT platform.make_roles();
INSERT INTO platform.pseudonym (account_id) SELECT a.id FROM platform.account a ON CONFLICT DO NOTHING;

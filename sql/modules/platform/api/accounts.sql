-- Accounts and organisations over HTTP. Views ask with the rights of who asks.

-- By one function: the gateway counts and shows the row, and what the view itself asked would be asked for each.
CREATE OR REPLACE VIEW api.me WITH (security_invoker = true) AS SELECT m.* FROM platform.my_account() m;
COMMENT ON VIEW api.me IS
'The own account, one row; full_name, phone and location can be changed.

Another name takes is_verified back: what was verified is the name.';
COMMENT ON COLUMN api.me.id IS 'Identifies the account.';
COMMENT ON COLUMN api.me.email IS 'Its e-mail address, unique without regard to case.';
COMMENT ON COLUMN api.me.full_name IS 'As the person writes it; empty: not told.';
COMMENT ON COLUMN api.me.phone IS 'As the person writes it; null: not told.';
COMMENT ON COLUMN api.me.location IS 'Where the person is, in own words; null: not told.';
COMMENT ON COLUMN api.me.is_verified IS 'Whether an administrator has verified who it is.';
COMMENT ON COLUMN api.me.roles IS 'Roles everywhere, such as admin: codes of roles.';
COMMENT ON COLUMN api.me.organizations IS 'For which it acts: [{id, name, role}].';
COMMENT ON COLUMN api.me.created_at IS 'When it was made.';
COMMENT ON COLUMN api.me.last_login_at IS 'When it signed in last; null: never.';

CREATE OR REPLACE TRIGGER change INSTEAD OF UPDATE ON api.me FOR EACH ROW EXECUTE FUNCTION platform.me_changed();
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR DELETE ON api.me FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE VIEW api.accounts WITH (security_invoker = true) AS
SELECT a.id, a.email, a.full_name, a.phone, a.location, a.is_verified,
       ARRAY (SELECT r.role FROM platform.account_role r WHERE r.account_id = a.id ORDER BY r.role) AS roles,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'role', m.role) ORDER BY o.name, o.id, m.role)
                 FROM platform.membership m JOIN platform.organization o ON o.id = m.organization_id
                 WHERE m.account_id = a.id AND o.is_active), '[]') AS organizations,
       a.created_at, a.last_login_at, a.is_active
FROM platform.account a WHERE (SELECT platform.is_admin());
COMMENT ON VIEW api.accounts IS
'All accounts, for administrators.

Erased ones are nameless: <id>@erased.invalid.';
COMMENT ON COLUMN api.accounts.id IS 'Identifies the account.';
COMMENT ON COLUMN api.accounts.email IS 'Its e-mail address, unique without regard to case.';
COMMENT ON COLUMN api.accounts.full_name IS 'As the person writes it; empty: not told.';
COMMENT ON COLUMN api.accounts.phone IS 'As the person writes it; null: not told.';
COMMENT ON COLUMN api.accounts.location IS 'Where the person is, in own words; null: not told.';
COMMENT ON COLUMN api.accounts.is_verified IS 'Whether an administrator has verified who it is.';
COMMENT ON COLUMN api.accounts.roles IS 'Roles everywhere, such as admin: codes of roles.';
COMMENT ON COLUMN api.accounts.organizations IS 'For which it acts: [{id, name, role}].';
COMMENT ON COLUMN api.accounts.created_at IS 'When it was made.';
COMMENT ON COLUMN api.accounts.last_login_at IS 'When it signed in last; null: never.';
COMMENT ON COLUMN api.accounts.is_active IS 'Whether it may sign in.';

CREATE OR REPLACE VIEW api.roles WITH (security_invoker = true) AS SELECT r.code, r.description FROM platform.role r;
COMMENT ON VIEW api.roles IS
'Roles that an account may have.

What one does for an organisation, such as client, is a role in it: column organizations of me.';
COMMENT ON COLUMN api.roles.code IS 'Its name, such as admin or client.';
COMMENT ON COLUMN api.roles.description IS 'What somebody with this role does, in words.';

CREATE OR REPLACE VIEW api.organizations WITH (security_invoker = true) AS
SELECT o.id, o.name, o.is_active, o.created_at FROM platform.organization o;
COMMENT ON VIEW api.organizations IS
'The organisations that one belongs to; for administrators all of them.

Who acts for one: members(organization).';
COMMENT ON COLUMN api.organizations.id IS 'Identifies the organisation.';
COMMENT ON COLUMN api.organizations.name IS 'As people call it.';
COMMENT ON COLUMN api.organizations.is_active IS 'Whether its members may act for it.';
COMMENT ON COLUMN api.organizations.created_at IS 'When it was made.';

CREATE OR REPLACE VIEW api.audit_events WITH (security_invoker = true) AS
SELECT e.id, e.happened_at, e.actor_id, e.action, e.object, e.details FROM platform.audit_event e WHERE (SELECT platform.is_admin());
COMMENT ON VIEW api.audit_events IS
'Who did what to which object and when, for administrators.

Read it by pages: order=id.desc&id=lt.N.';
COMMENT ON COLUMN api.audit_events.id IS 'Number of the event.';
COMMENT ON COLUMN api.audit_events.happened_at IS 'When the act began.';
COMMENT ON COLUMN api.audit_events.actor_id IS 'Who did it: an account; null: work outside of requests.';
COMMENT ON COLUMN api.audit_events.action IS 'What was done, such as role.granted.';
COMMENT ON COLUMN api.audit_events.object IS 'To what, as relation/key.';
COMMENT ON COLUMN api.audit_events.details IS 'What else is to be known of the act, by name.';

SELECT platform.expose('platform.create_account(text, text, text[], uuid, text)',
  'Makes an account, which gets a mail with a link to set a password.

For administrators. email, full_name; roles: of view roles; organization: for which it acts, in organization_role. 201 with its id; 409
the e-mail address is taken; 400 an address, role or organisation that is none.', 201),
  platform.expose('platform.set_roles(uuid, text[])',
  'Gives an account these roles everywhere, and takes all others from it.

For administrators. 204; 400 an account or role that is not there; 409 the last administrator.'),
  platform.expose('platform.set_active(uuid, boolean)',
  'Lets an account sign in, or no longer: then its sessions end at once.

For administrators. active: whether it may sign in. 204; 400 an account that is not there; 409 the last administrator.'),
  platform.expose('platform.create_organization(text)',
  'Makes an organisation.

For administrators. 201 with its id; 400 a name that is blank or too long.', 201),
  platform.expose('platform.members(uuid)',
  'Who acts for an organisation, in which role, since when.

For the clients of the organization and administrators: rows (account, email, full_name, role, since). 403 for everybody else.'),
  platform.expose('platform.set_member(uuid, text, text)',
  'Lets an account act for an organisation, in this role and no other.

For the clients of the organization and administrators. email: of the account. 204; 400 a role that is not there, or no
account with this address; 403; 429.'),
  platform.expose('platform.remove_member(uuid, uuid)',
  'Lets an account act for an organisation no longer.

For the clients of the organization and administrators. 204, also where it did not; 403.'),
  platform.secure_api();

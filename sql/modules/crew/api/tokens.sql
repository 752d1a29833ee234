-- Invites and boarding passes, for employers.

CREATE OR REPLACE VIEW api.tokens WITH (security_invoker = true) AS
  SELECT p.id, p.kind, t.campaign_id AS campaign, t.vessel_id AS vessel, t."position", p.expires_at, p.single_use, p.used_at, p.revoked_at,
         p.created_at
  FROM crew.token t JOIN platform.token p ON p.id = t.token_id;
COMMENT ON VIEW api.tokens IS
'Invites and boarding passes that were issued.

For clients, of their campaigns and vessels; the tokens themselves are shown once, when they are made. kind: invite or boarding; used_at:
when one for a single use was spent.';
COMMENT ON COLUMN api.tokens.id IS 'Number of the token.';
COMMENT ON COLUMN api.tokens.kind IS 'invite or boarding.';
COMMENT ON COLUMN api.tokens.campaign IS 'Of an invite the campaign: id of campaigns; null: a boarding pass.';
COMMENT ON COLUMN api.tokens.vessel IS 'Of a boarding pass the vessel: id of vessels; null: an invite.';
COMMENT ON COLUMN api.tokens."position" IS 'Of a boarding pass the position: name of positions; null: an invite.';
COMMENT ON COLUMN api.tokens.expires_at IS 'Until then it may be used.';
COMMENT ON COLUMN api.tokens.single_use IS 'Whether its first use spends it; else it is for many.';
COMMENT ON COLUMN api.tokens.used_at IS 'When one for a single use was spent; null: it is not.';
COMMENT ON COLUMN api.tokens.revoked_at IS 'When it was taken back; null: it was not.';
COMMENT ON COLUMN api.tokens.created_at IS 'When it was made.';

-- Nobody may; without it a join is refused with 55000, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.tokens
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

SELECT platform.expose('crew.invite(uuid, interval, boolean, text)',
'Makes an invite to a campaign and returns its token, which is not shown again.

For clients of its employer. valid_for: up to a year; single_use: false makes it good for many; email: to whom one of its own is mailed
besides. 201 the token. Errors: 400 a time that is none, no address; 403; 429 more than 1,000 in a day.', 201),
  platform.expose('crew.boarding_pass(uuid, text, interval, text)',
'Makes a boarding pass for a position on a vessel and returns its token, which is not shown again.

For clients of the vessel''s employer; the former passes for the position end. valid_for: up to a year; email: to whom one of its own is
mailed besides. 201 the token. Errors: 400 an unknown position, a time that is none, no address; 403; 429 more than 1,000 in a day.', 201),
  platform.expose('crew.revoke_tokens(uuid, uuid)',
'Ends every token of a campaign or of a vessel; returns how many.

For clients of its employer. campaign, vessel: one of them. Errors: 400 both, or neither; 403.'),
  platform.secure_api();

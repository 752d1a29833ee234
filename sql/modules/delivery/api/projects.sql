-- Projects and what is in them, for members of the organisation.

CREATE OR REPLACE VIEW api.projects WITH (security_invoker = true) AS
  SELECT p.id, p.organization_id, p.code, p.name, t.name::text AS team, p.is_active
  FROM delivery.project p LEFT JOIN delivery.team t ON t.id = p.team_id;
COMMENT ON VIEW api.projects IS
'Projects of one''s own organisations.

For members. The first load of a code makes its project; so does POST organization_id, code, name, team, is_active. PATCH name, team,
is_active. team: its name, which is made where there is none. Errors: 400 a text that is blank or longer than 500 characters; 403; 409 the
code is there.';
COMMENT ON COLUMN api.projects.id IS 'Identifies the project.';
COMMENT ON COLUMN api.projects.organization_id IS 'Whose it is: id of organizations.';
COMMENT ON COLUMN api.projects.code IS 'By which it is called in all functions here.';
COMMENT ON COLUMN api.projects.name IS 'As people call it.';
COMMENT ON COLUMN api.projects.team IS 'Name of the team that delivers it; null: none is told.';
COMMENT ON COLUMN api.projects.is_active IS 'Whether it is in the portfolio.';
CREATE OR REPLACE TRIGGER write INSTEAD OF INSERT OR UPDATE ON api.projects FOR EACH ROW EXECUTE FUNCTION delivery.project_written();
-- Else a join is refused with 55000, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF DELETE ON api.projects FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE VIEW api.work_items WITH (security_invoker = true) AS
  SELECT w.id, p.code::text AS project, w.external_id::text AS external_id, w.type::text AS type, t.name::text AS team, w.title, w.points,
         coalesce(s.category, 'todo') AS status, w.created_at, CASE WHEN s.category = 'done' THEN s.at END AS done_at
  FROM delivery.work_item w JOIN delivery.project p ON p.id = w.project_id LEFT JOIN delivery.team t ON t.id = w.team_id
  LEFT JOIN LATERAL (
    SELECT c.category, c.at FROM delivery.status_change c
    WHERE c.project_id = w.project_id AND c.work_item = w.external_id AND c.at <= now()
    ORDER BY c.at DESC, c.external_id DESC LIMIT 1) s ON true;
COMMENT ON VIEW api.work_items IS
'Work items of one''s own organisations: stories, defects, tasks.

For members. POST project (its code), external_id, type, team, title, points, status, created_at; PATCH type, team, title, points, status;
DELETE. A status is entered now. What load_records or an integration has brought is changed by that alone. Errors: 400 no such project, a
status that is none, a text that is blank or longer than 500 characters, points or a time that cannot be; 409 it was loaded, the external_id
is there. Read it by pages: order=id.desc&id=lt.N.';
COMMENT ON COLUMN api.work_items.id IS 'Number of the work item here.';
COMMENT ON COLUMN api.work_items.project IS 'Code of the project.';
COMMENT ON COLUMN api.work_items.external_id IS 'Its id in the tool.';
COMMENT ON COLUMN api.work_items.type IS 'story, defect, task or another word; null: not told.';
COMMENT ON COLUMN api.work_items.team IS 'Name of the team that does it; null: not told.';
COMMENT ON COLUMN api.work_items.title IS 'What it is, in words; null: not told.';
COMMENT ON COLUMN api.work_items.points IS 'How large it is, 0 or more, in the team''s own points; null: not estimated.';
COMMENT ON COLUMN api.work_items.status IS 'todo, in_progress, done.';
COMMENT ON COLUMN api.work_items.created_at IS 'When it was created.';
COMMENT ON COLUMN api.work_items.done_at IS 'When it was last done; null where it is not.';
CREATE OR REPLACE TRIGGER write INSTEAD OF INSERT OR UPDATE OR DELETE ON api.work_items
  FOR EACH ROW EXECUTE FUNCTION delivery.work_item_written();

CREATE OR REPLACE VIEW api.pull_requests WITH (security_invoker = true) AS
  SELECT p.id, p.project, p.external_id, p.author_is_bot, p.created_at, p.merged_at, p.closed_at, p.additions, p.deletions, p.coding,
         p.pickup, p.review, p.deploy, p.total, p.deployment, p.flags
  FROM delivery.shown_pull_requests() p;
COMMENT ON VIEW api.pull_requests IS
'Pull requests of one''s own organisations, and how long each part of their way took.

For members. coding, pickup, review, deploy, total: seconds, of merged ones, null where a part has no end; flags: unreviewed, not_deployed,
baseline, deployed_before_merge. Who wrote one is not told. Read it by pages: order=id.desc&id=lt.N.';
COMMENT ON COLUMN api.pull_requests.id IS 'Number of the pull request here.';
COMMENT ON COLUMN api.pull_requests.project IS 'Code of the project.';
COMMENT ON COLUMN api.pull_requests.external_id IS 'Its id in the tool.';
COMMENT ON COLUMN api.pull_requests.author_is_bot IS 'Whether no person opened it.';
COMMENT ON COLUMN api.pull_requests.created_at IS 'When it was opened.';
COMMENT ON COLUMN api.pull_requests.merged_at IS 'When it was merged; null: it was not.';
COMMENT ON COLUMN api.pull_requests.closed_at IS 'When it was closed, merged or not; null: it is open, or not told.';
COMMENT ON COLUMN api.pull_requests.additions IS 'Lines added; null: not told.';
COMMENT ON COLUMN api.pull_requests.deletions IS 'Lines taken away; null: not told.';
COMMENT ON COLUMN api.pull_requests.coding IS
'Seconds from the first commit to its opening; null: not merged, or no commit with a time is known.';
COMMENT ON COLUMN api.pull_requests.pickup IS 'Seconds from its opening to the first review; null: not merged, or not reviewed.';
COMMENT ON COLUMN api.pull_requests.review IS 'Seconds from the first review to the merge; null: not merged, or not reviewed.';
COMMENT ON COLUMN api.pull_requests.deploy IS
'Seconds from the merge to the first deployment with the merge commit; null: not merged, or no such deployment after it.';
COMMENT ON COLUMN api.pull_requests.total IS
'Seconds from the first commit to that deployment, the sum of the parts; null: not merged, no commit known, or not deployed.';
COMMENT ON COLUMN api.pull_requests.deployment IS 'That deployment, by its id in the tool; null: none.';
COMMENT ON COLUMN api.pull_requests.flags IS 'unreviewed, not_deployed, baseline, deployed_before_merge; empty: none.';
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.pull_requests
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

SELECT platform.expose('delivery.load_records(uuid, text, text, jsonb)',
'Loads documents of a kind into a project, which the first load makes.

For members of the organization. project: its code; kind: commit, deployment, incident, pull_request, review, work_item, status_change or
sprint; documents: a list of objects with ids of their own, in any order. {loaded, updated, rejected: [{id, reason}]}; the same again
changes nothing. Errors: 400 another kind, no list; 403.'),
  platform.secure_api();

-- People over HTTP: whom one may meet, and what one says to that.

CREATE OR REPLACE VIEW api.filters WITH (security_invoker = true) AS
  SELECT f.display_name, f.born_on, f.gender, f.seeks, f.age_from, f.age_to, f.latitude, f.longitude, f.most_km, f.is_active
  FROM affinity.shown_filters() f;
COMMENT ON VIEW api.filters IS
'Whom one wants to meet, and what others'' filters go by.

One''s own, one row; none before set_filters. born_on, gender, latitude and longitude are told to nobody; the place is rounded to a tenth
of a degree, and ages are compared as of the first day of the month of birth.';
-- Nobody may; without it a view of a function is refused with 55000, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.filters
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE VIEW api.answers WITH (security_invoker = true) AS
  SELECT a.person, a.display_name, a.answer, a.answered_at FROM affinity.shown_answers() a;
COMMENT ON VIEW api.answers IS
'What one has said about meeting others, the newest first.

One''s own, with consent of kind visual (else 403), about people who still take part; want_to_meet corrects an answer.';
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.answers
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE VIEW api.blocks WITH (security_invoker = true) AS
  SELECT b.person, b.display_name, b.blocked_at FROM affinity.shown_blocks() b;
COMMENT ON VIEW api.blocks IS
'Whom one has blocked, the newest first.

One''s own, with consent of kind visual (else 403): those whom one would be shown again if block(person, false) took it back. Blocks of
others hold all the same.';
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.blocks
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

SELECT platform.expose('affinity.set_filters(jsonb)',
'Says whom one wants to meet, and what others'' filters go by.

For anyone signed in with consent of kind visual. filters: an object of columns of view filters; those that are not named stay, null takes
one back. 204. Errors: 400 another name, less than 18 years old, or a value that cannot be; 403 no consent; 429 too many changes in a day,
more than one of place or born_on.'),
  platform.expose('affinity.discover(integer)',
'People whom one may meet and has not said yes or no to yet.

For anyone signed in with consent of kind visual. most: 1 to 50. photo: a document, whose bytes document_data gives. Errors: 400 most; 403
no consent.'),
  platform.expose('affinity.want_to_meet(uuid, text)',
'Says whether one would meet somebody; nobody is told.

For anyone signed in with consent of kind visual. person: of discover or matches; answer: yes or no; again corrects it. 201 {person, answer,
answered_at}. Errors: 400 another answer; 403 no consent; 404 somebody whom one is not shown; 429 too many in a day.'),
  platform.expose('affinity.block(uuid, boolean)',
'Blocks somebody, in both directions, or takes that back.

For anyone signed in. person: whom; blocked: false takes it back. 204, whether or not there is such a person. What both said about meeting
each other is deleted, and so are reports on both. Errors: 404 oneself.'),
  platform.secure_api();

-- What the columns of the module's tables hold, where the statement that made them does not say so.

COMMENT ON COLUMN platform.account.id IS 'Identifies the person in every other table; it stays when the person is erased.';
COMMENT ON COLUMN platform.account.full_name IS 'As the person writes it, 200 characters at most; empty: not told.';
COMMENT ON COLUMN platform.account.is_active IS 'Whether it may sign in; false as well once it is erased.';
COMMENT ON COLUMN platform.account.created_at IS 'When the account was made.';
COMMENT ON COLUMN platform.account.phone IS 'As the person writes it, 50 characters at most; NULL: not told.';
COMMENT ON COLUMN platform.account.location IS 'Where the person is, in own words, 200 characters at most; NULL: not told.';
COMMENT ON COLUMN platform.account.last_login_at IS 'When it signed in last; NULL: never.';

COMMENT ON COLUMN platform.role.code IS 'Its name, such as admin or client.';
COMMENT ON COLUMN platform.role.description IS 'What somebody with this role does, in words.';

COMMENT ON COLUMN platform.organization.id IS 'Identifies the organisation in every other table.';
COMMENT ON COLUMN platform.organization.name IS 'As people call it, 1 to 200 characters; not unique.';
COMMENT ON COLUMN platform.organization.is_active IS 'Whether its members may act for it.';
COMMENT ON COLUMN platform.organization.created_at IS 'When it was made.';

COMMENT ON COLUMN platform.account_role.account_id IS 'Who has the role: platform.account.id.';
COMMENT ON COLUMN platform.account_role.role IS 'The role: platform.role.code.';

COMMENT ON COLUMN platform.membership.account_id IS 'Who acts for the organisation: platform.account.id.';
COMMENT ON COLUMN platform.membership.organization_id IS 'For which: platform.organization.id.';
COMMENT ON COLUMN platform.membership.role IS 'As what: platform.role.code; client by default.';
COMMENT ON COLUMN platform.membership.created_at IS 'Since when.';

COMMENT ON COLUMN platform.outbox.id IS 'Number of the message.';
COMMENT ON COLUMN platform.outbox.recipient_id IS
'To whom it goes: platform.account.id; NULL: to an address without an account, or to a webhook.';
COMMENT ON COLUMN platform.outbox.channel IS 'How it is sent: email or webhook.';
COMMENT ON COLUMN platform.outbox.template IS 'What it says: platform.template.code.';
COMMENT ON COLUMN platform.outbox.parameters IS 'What {{name}} stands for in the template, by name; never a token.';
COMMENT ON COLUMN platform.outbox.created_at IS 'When it was written.';
COMMENT ON COLUMN platform.outbox.sent_at IS 'When it was sent; NULL: not sent.';
COMMENT ON COLUMN platform.outbox.status IS 'queued, sending, sent, failed or cancelled.';
COMMENT ON COLUMN platform.outbox.worker IS 'The worker that sends it or tried last, by the name that it gives; NULL: none yet.';
COMMENT ON COLUMN platform.outbox.lease_until IS 'Until then its worker has to be heard of; NULL: nobody is sending it.';
COMMENT ON COLUMN platform.outbox.error IS 'Why the last attempt failed; NULL: none has.';

COMMENT ON COLUMN platform.audit_event.id IS 'Number of the event, in the order of writing but for transactions that run at once.';
COMMENT ON COLUMN platform.audit_event.happened_at IS 'When the transaction of the act began.';
COMMENT ON COLUMN platform.audit_event.action IS 'What was done, as object.verb in the past, such as role.granted.';
COMMENT ON COLUMN platform.audit_event.object IS 'To what it was done, as relation/key, such as platform.account/<id>.';
COMMENT ON COLUMN platform.audit_event.details IS 'What else is to be known of the act, by name; {}: nothing.';

COMMENT ON COLUMN platform.token.id IS 'Number of the token, by which the tables of what it leads to know it.';
COMMENT ON COLUMN platform.token.token_hash IS 'SHA-256 of the token.';
COMMENT ON COLUMN platform.token.expires_at IS 'Until then it may be used.';
COMMENT ON COLUMN platform.token.single_use IS 'Whether its first use spends it; else it is for many.';
COMMENT ON COLUMN platform.token.used_by IS
'Who spent a single-use token: platform.account.id, also of an account that is gone; NULL: nobody, or unknown.';
COMMENT ON COLUMN platform.token.revoked_at IS 'When it was taken back; NULL: it was not.';
COMMENT ON COLUMN platform.token.created_at IS 'When it was issued.';
COMMENT ON COLUMN platform.token.created_by IS
'Who issued it: platform.account.id, also of an account that is gone; NULL: nobody signed in.';

COMMENT ON COLUMN platform.token_use.token_id IS 'The token that was used: platform.token.id.';
COMMENT ON COLUMN platform.token_use.id IS 'Number of the use.';
COMMENT ON COLUMN platform.token_use.used_at IS 'When it was used.';
COMMENT ON COLUMN platform.token_use.used_by IS 'Who used it: platform.account.id, also of an account that is gone; NULL: unknown.';

COMMENT ON COLUMN platform.stale_mark.id IS 'Number of the mark, in the order of writing.';
COMMENT ON COLUMN platform.stale_mark.marked_at IS 'When the change was made.';

COMMENT ON COLUMN platform.limit_turn.what IS 'The limit that is counted: platform.limit.what.';
COMMENT ON COLUMN platform.limit_turn.whom IS 'The organisation, vessel or person that it is counted for, by its id.';
COMMENT ON COLUMN platform.limit_turn.taken_at IS 'When a transaction took the turn last.';

COMMENT ON COLUMN platform.published_figure.id IS 'Number of the publication: of those of a kind, subject and period the highest holds.';
COMMENT ON COLUMN platform.published_figure.figures IS 'The figures as they were told, rounded; what they are is the kind''s.';
COMMENT ON COLUMN platform.published_figure.published_at IS 'When it was published.';

COMMENT ON COLUMN platform.application_right.audience IS 'To whom it is granted: everybody, anon, user, analyst, monitor or worker.';
COMMENT ON COLUMN platform.application_right.privilege IS 'USAGE, EXECUTE, SELECT, INSERT, UPDATE or DELETE.';

COMMENT ON COLUMN platform.pseudonym.account_id IS 'Whose name it is: platform.account.id.';
COMMENT ON COLUMN platform.pseudonym.pseudonym IS 'The name that analysts are shown, random and for good.';

COMMENT ON COLUMN platform.job_kind.kind IS 'module.what, such as platform.clean_jobs.';
COMMENT ON COLUMN platform.job_kind.runs IS 'Who runs it: database, by the function routine, or worker, that is harmonyd.';

COMMENT ON COLUMN platform.job.id IS 'Number of the job; it keeps it in platform.job_history.';
COMMENT ON COLUMN platform.job.kind IS 'What is to be done: platform.job_kind.kind.';
COMMENT ON COLUMN platform.job.status IS 'queued, running, done, failed or cancelled.';
COMMENT ON COLUMN platform.job.payload IS 'An object with what the job is told.';
COMMENT ON COLUMN platform.job.worker IS 'The worker that has it or had it last, by the name that it gives; NULL: none yet.';
COMMENT ON COLUMN platform.job.heartbeat_at IS 'When its worker was heard of last since it was handed out; NULL: not since.';
COMMENT ON COLUMN platform.job.cancel_requested IS 'Whether its worker is to stop.';
COMMENT ON COLUMN platform.job.progress IS 'How far it is, 0 to 1, as its worker tells; NULL: not told.';
COMMENT ON COLUMN platform.job.message IS 'What its worker says of it, in words; NULL: nothing.';
COMMENT ON COLUMN platform.job.result IS 'What a job that is done gave; NULL: nothing, or not done.';
COMMENT ON COLUMN platform.job.error IS 'Why the last attempt failed; NULL: none has.';
COMMENT ON COLUMN platform.job.created_at IS 'When it was asked for.';
COMMENT ON COLUMN platform.job.started_at IS 'When its newest attempt began; NULL: none has.';
COMMENT ON COLUMN platform.job.finished_at IS 'When it was done, failed for good or was cancelled; NULL: not yet.';

COMMENT ON COLUMN platform.job_history.id IS 'The number that it had in platform.job.';
COMMENT ON COLUMN platform.job_history.kind IS 'What was to be done, as platform.job_kind.kind named it then.';
COMMENT ON COLUMN platform.job_history.status IS 'How it ended: done, failed or cancelled.';
COMMENT ON COLUMN platform.job_history.priority IS '0 to 9, as it was asked for.';
COMMENT ON COLUMN platform.job_history.progress IS 'How far it came, 0 to 1, as its worker told; NULL: not told.';
COMMENT ON COLUMN platform.job_history.message IS 'What its worker said of it last; NULL: nothing.';
COMMENT ON COLUMN platform.job_history.result IS 'What a job that is done gave; NULL: nothing.';
COMMENT ON COLUMN platform.job_history.error IS 'Why the last attempt failed; NULL: none did.';
COMMENT ON COLUMN platform.job_history.batch_id IS 'What was asked for together; NULL: it was asked for alone.';
COMMENT ON COLUMN platform.job_history.owner_id IS
'The account of the request that asked for it: platform.account.id; NULL: none, or the account is gone.';
COMMENT ON COLUMN platform.job_history.attempt IS 'How many attempts it took, those before a retry not counted.';
COMMENT ON COLUMN platform.job_history.trace_id IS 'The trace of the request that asked for it; NULL: none.';
COMMENT ON COLUMN platform.job_history.run_at IS 'Not before this it was to run.';
COMMENT ON COLUMN platform.job_history.created_at IS 'When it was asked for.';
COMMENT ON COLUMN platform.job_history.started_at IS 'When its newest attempt began; NULL: none did.';
COMMENT ON COLUMN platform.job_history.finished_at IS 'When it ended.';

COMMENT ON COLUMN platform.schedule.name IS 'Its name, by which run_now is asked for it.';
COMMENT ON COLUMN platform.schedule.kind IS 'The job that is queued: platform.job_kind.kind.';
COMMENT ON COLUMN platform.schedule.payload IS 'An object with what each such job is told.';
COMMENT ON COLUMN platform.schedule.next_run_at IS 'When the next job is queued.';
COMMENT ON COLUMN platform.schedule.is_active IS 'Whether it comes round.';

COMMENT ON COLUMN platform.template.code IS 'module.name of the message.';
COMMENT ON COLUMN platform.template.language IS 'Of the texts, as BCP 47 writes it: en, pt-BR.';
COMMENT ON COLUMN platform.template.version IS 'From 1; the newest counts.';
COMMENT ON COLUMN platform.template.subject IS 'The subject line, without line breaks.';
COMMENT ON COLUMN platform.template.text IS 'The message as plain text.';

COMMENT ON COLUMN platform.webhook.name IS 'By which messages name it (platform.outbox.address), and its secret with harmonyd.';
COMMENT ON COLUMN platform.webhook.url IS 'Where the messages are posted to, https and 2000 characters at most.';
COMMENT ON COLUMN platform.webhook.is_active IS 'Whether messages go there.';
COMMENT ON COLUMN platform.webhook.created_at IS 'When it was made.';

COMMENT ON COLUMN platform.setting.name IS 'What is decided.';
COMMENT ON COLUMN platform.setting.value IS 'What the site has decided, as text that matches allowed.';
COMMENT ON COLUMN platform.setting.description IS 'What follows from the value, in words.';

COMMENT ON COLUMN platform.session.id IS 'Claim sid of the session''s access tokens.';
COMMENT ON COLUMN platform.session.account_id IS 'Who is signed in: platform.account.id.';
COMMENT ON COLUMN platform.session.created_at IS 'When somebody signed in.';
COMMENT ON COLUMN platform.session.last_used_at IS 'When one of its refresh tokens was used last.';
COMMENT ON COLUMN platform.session.ended_at IS 'When it was revoked; NULL: it is active.';
COMMENT ON COLUMN platform.session.user_agent IS 'The browser or program, as it names itself, 400 characters at most; NULL: not told.';
COMMENT ON COLUMN platform.session.status IS 'active or revoked.';

COMMENT ON COLUMN platform.refresh_token.token_hash IS 'SHA-256 of the token.';
COMMENT ON COLUMN platform.refresh_token.session_id IS 'The session that it goes on with: platform.session.id.';
COMMENT ON COLUMN platform.refresh_token.generation IS 'Which token of the session it is, from 1.';
COMMENT ON COLUMN platform.refresh_token.created_at IS 'When it was issued.';

COMMENT ON COLUMN platform.account_token.token_id IS 'The token: platform.token.id.';
COMMENT ON COLUMN platform.account_token.account_id IS 'Whose it is: platform.account.id.';

COMMENT ON COLUMN platform.rate_limit.what IS 'Beginning of the key of its buckets, such as account:<function>.';
COMMENT ON COLUMN platform.rate_limit.burst IS 'Tokens of a full bucket, so many at once.';
COMMENT ON COLUMN platform.rate_limit.refill IS 'Each time this passes there is one token more.';

COMMENT ON COLUMN platform.rate_bucket.key IS 'platform.rate_limit.what and whose bucket it is (platform.bucket_key).';
COMMENT ON COLUMN platform.rate_bucket.tokens IS 'What was left at updated_at; since then platform.rate_limit.refill fills it.';
COMMENT ON COLUMN platform.rate_bucket.updated_at IS 'When a token was taken last.';

COMMENT ON COLUMN platform.common_password.password IS 'The password in small letters, 8 characters at least.';

COMMENT ON COLUMN platform.erasure.account_id IS 'Whose data are to be erased: platform.account.id.';
COMMENT ON COLUMN platform.erasure.requested_at IS 'When it was asked for.';
COMMENT ON COLUMN platform.erasure.due_at IS 'Not before; until then it can be taken back.';

COMMENT ON COLUMN platform.export_hidden.relation IS 'The table whose rows are left out or cut, as schema.name.';
COMMENT ON COLUMN platform.export_hidden.reason IS 'Why, in words that the person is told.';

COMMENT ON COLUMN platform.idempotency_key.account_id IS 'Who asked: platform.account.id.';
COMMENT ON COLUMN platform.idempotency_key.routine IS 'The function of schema api that was called, without its schema.';
COMMENT ON COLUMN platform.idempotency_key.key IS 'The header Idempotency-Key of the request, 1 to 255 visible ASCII characters.';
COMMENT ON COLUMN platform.idempotency_key.answer IS 'What the function returned, or those members of it that are told again.';
COMMENT ON COLUMN platform.idempotency_key.created_at IS 'When the request was answered.';
COMMENT ON COLUMN platform.idempotency_key.expires_at IS 'Until then the same request gets this answer; 24 hours by default.';

COMMENT ON COLUMN platform.document_kind.kind IS 'Its name, which documents and clients use.';
COMMENT ON COLUMN platform.document_kind.description IS 'What documents of this kind are, in words.';

COMMENT ON COLUMN platform.media_type.media_type IS 'As in a header Content-Type, without parameters.';

COMMENT ON COLUMN platform.document.id IS 'Identifies the document, also to clients.';
COMMENT ON COLUMN platform.document.owner_id IS 'Whose document it is: platform.account.id.';
COMMENT ON COLUMN platform.document.kind IS 'What it is of: platform.document_kind.kind.';
COMMENT ON COLUMN platform.document.title IS 'As its owner calls it, 1 to 200 characters.';
COMMENT ON COLUMN platform.document.file_name IS 'The name under which it is saved, 1 to 255 characters without a path.';
COMMENT ON COLUMN platform.document.media_type IS 'What its bytes are: platform.media_type.media_type.';
COMMENT ON COLUMN platform.document.size IS 'Bytes, as planned and then as they are.';
COMMENT ON COLUMN platform.document.storage IS 'Where its bytes are kept: database (platform.document_part) or s3.';
COMMENT ON COLUMN platform.document.status IS 'planned, uploading, checking, ready, quarantined, aborted or deleted.';
COMMENT ON COLUMN platform.document.verified_at IS 'When an administrator verified it; NULL: not verified.';
COMMENT ON COLUMN platform.document.verified_by IS
'The administrator who verified it: platform.account.id; NULL: nobody, or the account is gone.';
COMMENT ON COLUMN platform.document.created_at IS 'When it was planned.';

COMMENT ON COLUMN platform.document_part.document_id IS 'The document that it is a part of: platform.document.id.';
COMMENT ON COLUMN platform.document_part.number IS 'Place of the part, 1 to 10000.';
COMMENT ON COLUMN platform.document_part.bytes IS 'The bytes of the part, never empty.';

COMMENT ON COLUMN platform.report_kind.kind IS 'Its name, which clients ask for.';
COMMENT ON COLUMN platform.report_kind.description IS 'What such a report tells, in words.';

COMMENT ON COLUMN platform.report_page.job_id IS 'The job that makes the file: platform.job.id.';
COMMENT ON COLUMN platform.report_page.kind IS 'What it is a report of: platform.report_kind.kind.';
COMMENT ON COLUMN platform.report_page.format IS 'What the file will be: pdf or docx.';
COMMENT ON COLUMN platform.report_page.title IS 'The title of the report and of the document that it becomes.';
COMMENT ON COLUMN platform.report_page.organization_id IS 'For which organisation it is made: platform.organization.id; NULL: for none.';
COMMENT ON COLUMN platform.report_page.made_at IS 'When it was asked for.';

COMMENT ON COLUMN platform.day_count.organization_id IS 'Who did it: platform.organization.id.';
COMMENT ON COLUMN platform.day_count.what IS 'What is counted, as platform.limit.what names it.';
COMMENT ON COLUMN platform.day_count.day IS 'The day in UTC.';
COMMENT ON COLUMN platform.day_count.n IS 'How often on that day, 1 at least.';

COMMENT ON COLUMN platform.report_template.kind IS 'The reports that it is for: platform.report_kind.kind.';
COMMENT ON COLUMN platform.report_template.language IS 'Of its texts, as BCP 47 writes it: en, pt-BR.';
COMMENT ON COLUMN platform.report_template.version IS 'From 1; the newest counts.';

COMMENT ON COLUMN platform.report_word.language IS 'Of the word, as BCP 47 writes it: en, pt-BR.';
COMMENT ON COLUMN platform.report_word.word IS 'What stands on paper.';

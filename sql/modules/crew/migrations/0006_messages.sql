-- What the module's messages say, and its jobs with when they come round.

INSERT INTO platform.template (code, subject, text, html) VALUES
  ('crew.survey', 'A survey for your crew',
   'Hello,

your employer asks your crew to answer a short survey ({{kind}}). Sign in to answer it. Answers of single people are shown to nobody.

Survey {{survey}}
',
   '<p>Hello,</p><p>your employer asks your crew to answer a short survey ({{kind}}). Sign in to answer it. Answers of single people are
shown to nobody.</p><p>Survey {{survey}}</p>'),
  ('crew.hired', 'An offer: {{title}}',
   'Hello,

you have been chosen as {{position}} aboard {{vessel}} ({{title}}). Sign in to accept the offer or to withdraw.

You may ask that a person of the employer looks at your candidacy.
',
   '<p>Hello,</p><p>you have been chosen as {{position}} aboard {{vessel}} ({{title}}). Sign in to accept the offer or to withdraw.</p>
<p>You may ask that a person of the employer looks at your candidacy.</p>'),
  ('crew.rejected', 'Your application: {{title}}',
   'Hello,

the employer has decided for somebody else as {{position}} aboard {{vessel}} ({{title}}). Thank you for applying.

You may ask that a person of the employer looks at your candidacy again: sign in to do so.
',
   '<p>Hello,</p><p>the employer has decided for somebody else as {{position}} aboard {{vessel}} ({{title}}). Thank you for applying.</p>
<p>You may ask that a person of the employer looks at your candidacy again: sign in to do so.</p>'),
  ('crew.offer_accepted', 'Offer accepted: {{title}}',
   'Hello,

the offer of {{position}} ({{title}}) has been accepted. Sign in to see who is aboard.

Campaign {{campaign}}, person {{person}}
',
   '<p>Hello,</p><p>the offer of {{position}} ({{title}}) has been accepted. Sign in to see who is aboard.</p>
<p>Campaign {{campaign}}, person {{person}}</p>'),
  ('crew.withdrawn', 'Application withdrawn: {{title}}',
   'Hello,

a candidate for {{position}} ({{title}}) has withdrawn.

Campaign {{campaign}}, person {{person}}
',
   '<p>Hello,</p><p>a candidate for {{position}} ({{title}}) has withdrawn.</p><p>Campaign {{campaign}}, person {{person}}</p>'),
  ('crew.review_requested', 'A candidate asks for a review: {{title}}',
   'Hello,

a candidate for {{position}} ({{title}}) asks that a person looks at the candidacy. Sign in to read the request and to answer it.

Campaign {{campaign}}, review {{review}}
',
   '<p>Hello,</p><p>a candidate for {{position}} ({{title}}) asks that a person looks at the candidacy. Sign in to read the request and to
answer it.</p><p>Campaign {{campaign}}, review {{review}}</p>'),
  ('crew.review_answered', 'Your request has been answered: {{title}}',
   'Hello,

the employer has looked at your candidacy ({{title}}) and answered. Sign in to read it.

Campaign {{campaign}}, review {{review}}
',
   '<p>Hello,</p><p>the employer has looked at your candidacy ({{title}}) and answered. Sign in to read it.</p>
<p>Campaign {{campaign}}, review {{review}}</p>'),
  ('crew.model_learnt', 'New weights have been learnt: {{version}}',
   'Hello,

from {{n}} outcomes the weights {{version}} have been learnt. Active now: {{activated}}. What speaks against them: {{reasons}}

Retraining {{retraining}}
',
   '<p>Hello,</p><p>from {{n}} outcomes the weights {{version}} have been learnt. Active now: {{activated}}. What speaks against them:
{{reasons}}</p><p>Retraining {{retraining}}</p>')
ON CONFLICT DO NOTHING;
INSERT INTO platform.template (code, subject, text, html, token_routine) VALUES
  ('crew.invite', 'An invitation: {{title}}',
   'Hello,

{{employer}} invites you to apply as {{position}} aboard {{vessel}} ({{title}}). Sign in, or register, and apply with this token until
{{expires_on}}:

{{token}}

If this means nothing to you, do nothing.
',
   '<p>Hello,</p><p>{{employer}} invites you to apply as {{position}} aboard {{vessel}} ({{title}}). Sign in, or register, and apply with
this token until {{expires_on}}:</p><p><code>{{token}}</code></p><p>If this means nothing to you, do nothing.</p>',
   'crew.issue_mailed_token'),
  ('crew.boarding', 'Your boarding pass: {{vessel}}',
   'Hello,

{{employer}} awaits you as {{position}} aboard {{vessel}}. Sign in, or register, and board with this token until {{expires_on}}:

{{token}}

If this means nothing to you, do nothing.
',
   '<p>Hello,</p><p>{{employer}} awaits you as {{position}} aboard {{vessel}}. Sign in, or register, and board with this token until
{{expires_on}}:</p><p><code>{{token}}</code></p><p>If this means nothing to you, do nothing.</p>', 'crew.issue_mailed_token')
ON CONFLICT DO NOTHING;

INSERT INTO platform.job_kind (kind, runs, routine, lease, max_attempts, concurrency) VALUES
  ('crew.rebuild_stale', 'database', 'crew.rebuild_stale_job', '10 minutes', 3, NULL),
  ('crew.publish_figures', 'database', 'crew.publish_figures_job', '1 hour', 5, 1),
  ('crew.rebuild_snapshots', 'database', 'crew.rebuild_snapshots_job', '1 hour', 3, 1),
  ('crew.retrain', 'database', 'crew.retrain_job', '1 hour', 3, 1),
  ('crew.unlink_evidence', 'database', 'crew.unlink_evidence', '1 hour', 3, 1)
ON CONFLICT DO NOTHING;
INSERT INTO platform.schedule (name, kind, every, next_run_at) VALUES
  ('crew.rebuild_stale', 'crew.rebuild_stale', '10 seconds', now()),
  ('crew.publish_figures', 'crew.publish_figures', '1 day', date_trunc('day', now(), 'UTC') + interval '1 day 10 minutes'),
  ('crew.unlink_evidence', 'crew.unlink_evidence', '1 day', date_trunc('day', now(), 'UTC') + interval '1 day 20 minutes')
ON CONFLICT DO NOTHING;

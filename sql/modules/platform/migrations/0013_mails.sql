-- Mails to accounts, and the jobs of accounts with when they come round. {{token}} is made when a message is handed out.

INSERT INTO platform.template (code, subject, text, html, token_routine) VALUES
  ('platform.verify_email', 'Verify your e-mail address', 'Hello,

somebody, presumably you, has given this address. To verify it, use this token within an hour:

{{token}}

If it was not you, do nothing.
',
   '<p>Hello,</p>
<p>somebody, presumably you, has given this address. To verify it, use this token within an hour:</p>
<p><code>{{token}}</code></p>
<p>If it was not you, do nothing.</p>', 'platform.issue_mailed_token'),
  ('platform.reset_password', 'Set a new password', 'Hello,

somebody, presumably you, has asked for a new password. To set it, use this token within an hour:

{{token}}

If it was not you, do nothing: your password stays as it is.
',
   '<p>Hello,</p>
<p>somebody, presumably you, has asked for a new password. To set it, use this token within an hour:</p>
<p><code>{{token}}</code></p>
<p>If it was not you, do nothing: your password stays as it is.</p>', 'platform.issue_mailed_token'),
  ('platform.set_password', 'Your account', 'Hello,

an account has been made for you. To set its password, use this token within an hour, or ask for another by a password reset:

{{token}}
',
   '<p>Hello,</p>
<p>an account has been made for you. To set its password, use this token within an hour, or ask for another by a password reset:</p>
<p><code>{{token}}</code></p>', 'platform.issue_mailed_token'),
  ('platform.already_registered', 'You have an account', 'Hello,

somebody, presumably you, has tried to register with this address, which has an account. Sign in, or ask for a new password.

If it was not you, do nothing.
',
   '<p>Hello,</p>
<p>somebody, presumably you, has tried to register with this address, which has an account. Sign in, or ask for a new password.</p>
<p>If it was not you, do nothing.</p>', NULL),
  ('platform.password_changed', 'Your password was changed', 'Hello,

the password of your account was changed. If it was not you, ask for a new password now.
',
   '<p>Hello,</p>
<p>the password of your account was changed. If it was not you, ask for a new password now.</p>', NULL),
  ('platform.refresh_reused', 'A session was ended', 'Hello,

a session of your account was used from two places, and has been ended. Sign in again. If you do not know why, change your password.
',
   '<p>Hello,</p>
<p>a session of your account was used from two places, and has been ended. Sign in again. If you do not know why, change your
password.</p>', NULL),
  ('platform.erasure_planned', 'Your account will be erased', 'Hello,

as you asked, your account and all its data will be erased at {{due_at}}. Until then you can sign in and take it back.
',
   '<p>Hello,</p>
<p>as you asked, your account and all its data will be erased at {{due_at}}. Until then you can sign in and take it back.</p>', NULL)
ON CONFLICT DO NOTHING;

INSERT INTO platform.job_kind (kind, runs, routine) VALUES
  ('platform.clean_messages', 'database', 'platform.clean_messages'),
  ('platform.clean_sessions', 'database', 'platform.clean_sessions'), ('platform.erase_due', 'database', 'platform.erase_due')
ON CONFLICT DO NOTHING;
INSERT INTO platform.schedule (name, kind, every) VALUES
  ('platform.clean_messages', 'platform.clean_messages', '1 day'),
  ('platform.clean_sessions', 'platform.clean_sessions', '1 day'), ('platform.erase_due', 'platform.erase_due', '1 hour')
ON CONFLICT DO NOTHING;

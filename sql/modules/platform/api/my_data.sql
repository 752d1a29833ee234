-- The own data over HTTP.

SELECT platform.expose('platform.export_my_data()',
  'Everything that is kept of the own account, by table.

200 {"schema.table": [rows]}; 429 more than three at once, then one in 20 minutes.'),
  platform.expose('platform.erase_me(text)',
  'Has the own account erased in seven days, until when it can be taken back.

202 {due_at}; 400 the password is wrong; 409 the last administrator, or something has to be kept; 429.'),
  platform.expose('platform.cancel_erasure()',
  'Takes the erasure of the own account back.

204, also where none was asked for.'),
  platform.secure_api();

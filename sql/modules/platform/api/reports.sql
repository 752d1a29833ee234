-- Reports on paper over HTTP.

SELECT platform.expose('platform.make_report(text, jsonb, text, text)',
  'Has a report made as a PDF or DOCX.

202 {job}; see view jobs for its result {document}. Kinds candidate, recruiter, onboarding, manager (subject {person, campaign}), vessel
({vessel}), fleet ({organization}), signal ({signal}), delivery ({organization, start, end}), simulation ({simulation}), match ({match}),
and what the site has added. 400 a kind, subject, format or language that is none; 403; 404; 409 a simulation that is not completed; 429.',
  202, once => true),
  platform.secure_api();

-- What messages say: templates, filled with the parameters of a message.

CREATE OR REPLACE FUNCTION platform.shown_value(value jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF jsonb_typeof(value) = 'array' THEN
    RETURN (SELECT coalesce(string_agg(platform.shown_value(e.value), ', ' ORDER BY e.n), '')
            FROM jsonb_array_elements(value) WITH ORDINALITY e (value, n));
  ELSIF jsonb_typeof(value) = 'object' THEN
    RAISE EXCEPTION 'an object cannot stand in a message' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  RETURN coalesce(value #>> '{}', '');
END
$$;
COMMENT ON FUNCTION platform.shown_value(jsonb) IS
'A parameter as it stands in a message: texts, numbers and booleans as they are, nothing for null, the elements of an array with commas.

An object: 22023.';

CREATE OR REPLACE FUNCTION platform.escape_html(plain text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN replace(replace(replace(replace(replace(plain, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;');
COMMENT ON FUNCTION platform.escape_html(text) IS 'A text as it stands in an element or an attribute of HTML.';

-- One pass: what a parameter holds is never looked at for names.
CREATE OR REPLACE FUNCTION platform.fill(document text, parameters jsonb, is_html boolean DEFAULT false) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  pattern CONSTANT text := '\{\{([a-z_][a-z0-9_]*)\}\}';
  unknown CONSTANT text := (
    SELECT m[1] FROM regexp_matches(document, pattern, 'g') m WHERE NOT parameters ? m[1] LIMIT 1);
BEGIN
  IF unknown IS NOT NULL THEN
    RAISE EXCEPTION 'the message has no parameter "%"', unknown USING ERRCODE = 'invalid_parameter_value',
      HINT = 'The template has it as {{' || unknown || '}}.';
  END IF;
  RETURN (
    SELECT string_agg(p.part || coalesce(CASE WHEN is_html THEN platform.escape_html(v.value) ELSE v.value END, ''), '' ORDER BY p.n)
    FROM unnest(regexp_split_to_array(document, pattern)) WITH ORDINALITY p (part, n)
    LEFT JOIN (SELECT m.n, platform.shown_value(parameters -> m.names[1]) AS value
               FROM regexp_matches(document, pattern, 'g') WITH ORDINALITY m (names, n)) v ON v.n = p.n);
END
$$;
COMMENT ON FUNCTION platform.fill(text, jsonb, boolean) IS
'A text with each {{name}} replaced by the parameter of that name, escaped where it is HTML. A name that is no parameter: 22023.';

CREATE OR REPLACE FUNCTION platform.require_one_line(what text, value text) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF value ~ '[\x01-\x1f\x7f\u0080-\u009f\u2028\u2029]' THEN
    RAISE EXCEPTION 'the % has a line break or another control character', what USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_one_line(text, text) IS
'Passes for a text without line breaks and other control characters, with which a header of a mail would go on as another, else an error
22023.';

CREATE OR REPLACE FUNCTION platform.find_template(code text, language text DEFAULT 'en') RETURNS platform.template
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT t FROM platform.template t
  WHERE t.code = find_template.code AND t.language IN (find_template.language, split_part(find_template.language, '-', 1), 'en')
  ORDER BY t.language = find_template.language DESC, t.language = 'en', t.version DESC LIMIT 1;
END;
COMMENT ON FUNCTION platform.find_template(text, text) IS
'The template of a code: in this language, else in the language without its region, else in English; the newest version. NULL: none.';

CREATE OR REPLACE FUNCTION platform.render(template text, parameters jsonb, language text DEFAULT 'en') RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  found CONSTANT platform.template := platform.find_template(template, coalesce(language, 'en'));
  given CONSTANT jsonb := coalesce(parameters, '{}');
  subject text;
BEGIN
  IF found.code IS NULL THEN
    RAISE EXCEPTION 'template "%" does not exist', left(template, 100) USING ERRCODE = 'invalid_parameter_value';
  END IF;
  subject := platform.fill(found.subject, given);
  PERFORM platform.require_one_line('subject', subject);
  RETURN jsonb_build_object('subject', subject, 'text', platform.fill(found.text, given), 'html', platform.fill(found.html, given, true));
END
$$;
COMMENT ON FUNCTION platform.render(text, jsonb, text) IS
'What a message says: {subject, text, html}, the template filled with these parameters; html is null where the template has none.

Errors 22023: no such template, a {{name}} that is no parameter, a subject with a line break.';

-- Words and numbers of reports, by language.

CREATE OR REPLACE FUNCTION platform.word(name text, language text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(
    (SELECT w.word FROM platform.report_word w
     WHERE w.name = lower(word.name) AND w.language IN (word.language, split_part(word.language, '-', 1), 'en')
     ORDER BY w.language = word.language DESC, w.language = 'en' LIMIT 1),
    upper(left(word.name, 1)) || replace(lower(substr(word.name, 2)), '_', ' '));
END;
COMMENT ON FUNCTION platform.word(text, text) IS
'What a name that documents use, such as g_fit or HIGH_RISK, is called on paper: the row of platform.report_word in a language, else in the
language without its region, else in English, else the name itself in small letters.';

CREATE OR REPLACE FUNCTION platform.xml_text(plain text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN regexp_replace(plain, '[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]',
                        chr(CASE getdatabaseencoding() WHEN 'UTF8' THEN 65533 ELSE 63 END), 'g');
COMMENT ON FUNCTION platform.xml_text(text) IS
'A text whose characters XML can hold: each other one becomes U+FFFD, a question mark in databases in other encodings than UTF-8. xmlelement
lets them through, xmlattributes makes others of them.';

CREATE OR REPLACE FUNCTION platform.report_number(value float8, digits integer, language text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT CASE WHEN abs(report_number.value) < 1e15
    THEN translate(rtrim(to_char(round(report_number.value::numeric, report_number.digits), 'FM999,999,999,999,990.999999'), '.'), ',.',
                   platform.word('number_marks', report_number.language))
    ELSE report_number.value::text END;
END;
COMMENT ON FUNCTION platform.report_number(float8, integer, text) IS
'A number as people of a language write it, of so many decimals (0 to 6) at most; marks between thousands and before decimals are the word
number_marks.';

CREATE OR REPLACE FUNCTION platform.report_range(value float8, low float8, high float8, digits integer, language text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT platform.report_number(r.value, r.digits, r.language) || coalesce(format(' (%s %s %s)',
           nullif(platform.report_number(r.low, r.digits, r.language), ''), platform.word('range_to', r.language),
           nullif(platform.report_number(r.high, r.digits, r.language), '')), '')
  FROM (SELECT report_range.value, report_range.low, report_range.high, report_range.digits, report_range.language) r
  WHERE r.low IS NOT NULL AND r.high IS NOT NULL
  UNION ALL
  SELECT platform.report_number(report_range.value, report_range.digits, report_range.language)
  WHERE report_range.low IS NULL OR report_range.high IS NULL;
END;
COMMENT ON FUNCTION platform.report_range(float8, float8, float8, integer, text) IS
'A value with its interval in words, 62 (48 to 75); without limits the value alone; NULL without a value.';

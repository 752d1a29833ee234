-- Oversight: what may be kept of statements and questions.

CREATE FUNCTION harmony_internal.masked_sql(sql text, kept text[] DEFAULT '{}') RETURNS text
  LANGUAGE c STABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_masked_sql';
COMMENT ON FUNCTION harmony_internal.masked_sql(text, text[]) IS
'A statement with $1, $2, ... in place of its constants and without comments: what may be kept of it.

By the lexical rules of PostgreSQL (chapter 4.1 of its manual), so it takes any text. Strings that equal one of kept stay; so do numbers
of four digits at most that are part of a type, name a column of the result or count its rows; a string behind the name of a type becomes a
fixed one. A name in double quotes that is no plain word becomes "?". Of a text that the server''s grammar does not take, keywords and signs
alone stay; nothing of it is looked up. Errors: 22004, 2202E for kept.';

CREATE FUNCTION harmony_internal.intent_phrases(intent text, options jsonb DEFAULT '{}') RETURNS text[]
  LANGUAGE c STABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_intent_phrases';
COMMENT ON FUNCTION harmony_internal.intent_phrases(text, jsonb) IS
'The phrases of the lexicon that a question holds, as the lexicon has them: what may be kept of it. options as harmony.check_sql takes them.

Errors: 22023 for options that are none.';

CREATE FUNCTION harmony_internal.trigram_similarity(a text, b text) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_trigram_similarity';
COMMENT ON FUNCTION harmony_internal.trigram_similarity(text, text) IS
'How alike two texts are: the share of their groups of three characters that both have, 0 to 1, as similarity of pg_trgm is defined.';

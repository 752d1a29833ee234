-- harmony.match: a pool of candidates through both stages, in one pass over any FROM clause.

CREATE TYPE harmony.match_row AS (
  person               uuid,
  safety_level         text,
  g_fit                float8,
  centile              float8,
  centile_low          float8,
  centile_high         float8,
  competencies         jsonb,
  y_success            float8,
  p_ind                float8,
  f_team               float8,
  f_env                float8,
  f_lmx                float8,
  team_delta           float8,
  confidence           text,
  data_quality         float8,
  flags                text[],
  model_version        text,
  rank                 bigint,
  fit_label            text,
  success_label        text,
  g_fit_computed       float8,
  success_data_quality float8
);
COMMENT ON TYPE harmony.match_row IS
'One candidate of a match. g_fit and its centile (with a 95 % Wilson interval) are stage 1, fit to the position; y_success and its four terms stage 2, predicted success with this team: two numbers, never merged.

A disqualified candidate shows g_fit 0, keeps the computed one in g_fit_computed, and has no stage 2. rank is the order of presentation: not disqualified first, then y_success, then g_fit. team_delta is F_team with the candidate minus F_team without.';

CREATE FUNCTION harmony.match_request("position" text DEFAULT NULL, benchmarks jsonb DEFAULT NULL, crew jsonb[] DEFAULT NULL,
    environment jsonb DEFAULT NULL, leadership jsonb DEFAULT NULL, rules jsonb DEFAULT NULL, model jsonb DEFAULT NULL,
    top bigint DEFAULT NULL, crew_ids uuid[] DEFAULT NULL)
  RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN jsonb_build_object('position', "position", 'benchmarks', benchmarks, 'crew', to_jsonb(crew),
    'environment', environment, 'leadership', leadership, 'rules', rules, 'model', model, 'top', top, 'crew_ids', to_jsonb(crew_ids));
COMMENT ON FUNCTION harmony.match_request(text, jsonb, jsonb[], jsonb, jsonb, jsonb, jsonb, bigint, uuid[]) IS
'What candidates are matched against: the position with its benchmarks, the profiles of the crew, the vessel''s environment, the leader''s preferences, safety rules and model (defaults when NULL), how many rows to return (all when NULL), and who the crew are, in the order of crew: a candidate who is one of them is matched with the others.';

CREATE FUNCTION harmony.match_transition(internal, person uuid, profile jsonb, request jsonb) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100
  AS 'MODULE_PATHNAME', 'harmony_match_transition';
COMMENT ON FUNCTION harmony.match_transition(internal, uuid, jsonb, jsonb) IS 'Transition function of harmony.match.';

CREATE FUNCTION harmony.match_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_match_combine';
COMMENT ON FUNCTION harmony.match_combine(internal, internal) IS 'Combine function of harmony.match.';

CREATE FUNCTION harmony.match_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_match_serialize';
COMMENT ON FUNCTION harmony.match_serialize(internal) IS 'Serial function of harmony.match.';

CREATE FUNCTION harmony.match_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_match_deserialize';
COMMENT ON FUNCTION harmony.match_deserialize(bytea, internal) IS 'Deserial function of harmony.match.';

CREATE FUNCTION harmony.match_final(internal) RETURNS harmony.match_row[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10000
  AS 'MODULE_PATHNAME', 'harmony_match_final';
COMMENT ON FUNCTION harmony.match_final(internal) IS 'Final function of harmony.match.';

CREATE AGGREGATE harmony.match(person uuid, profile jsonb, request jsonb) (
  SFUNC = harmony.match_transition,
  STYPE = internal,
  SSPACE = 100000,
  FINALFUNC = harmony.match_final,
  COMBINEFUNC = harmony.match_combine,
  SERIALFUNC = harmony.match_serialize,
  DESERIALFUNC = harmony.match_deserialize,
  PARALLEL = SAFE
);
COMMENT ON AGGREGATE harmony.match(uuid, jsonb, jsonb) IS
'Ranks a pool of candidates: one row a candidate goes in, an array of harmony.match_row comes out, to unnest.

request comes from harmony.match_request() and is the same for every row; the first row''s is used. The order of the rows does not matter. Candidates without a person or a profile are passed over; no row at all gives NULL. At most 16 competencies and 64 safety rules.';

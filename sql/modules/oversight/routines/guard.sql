-- Statements that machines write, judged by policies. What is judged runs later, somewhere else, with the rights of whoever asks.

CREATE OR REPLACE FUNCTION oversight.policy_named(name text, organization uuid) RETURNS oversight.sql_policy
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen oversight.sql_policy;
BEGIN
  SELECT p.* INTO chosen FROM oversight.sql_policy p
  WHERE p.name = policy_named.name AND (p.organization_id = organization OR p.organization_id IS NULL)
  ORDER BY p.organization_id NULLS LAST LIMIT 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'policy "%" does not exist', left(coalesce(name, 'null'), 100) USING ERRCODE = 'invalid_parameter_value';
  END IF;
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION oversight.policy_named(text, uuid) IS
'The policy of that name of an organisation, or of all, else an error 22023.';

CREATE OR REPLACE FUNCTION oversight.asking_organization(organization uuid) RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  own CONSTANT uuid[] := platform.current_organizations();
  asking CONSTANT uuid := platform.meant_organization(organization, own);
BEGIN
  IF asking IS NULL AND own = '{}' THEN
    RAISE EXCEPTION 'this is for members of an organisation' USING ERRCODE = 'insufficient_privilege';
  ELSIF asking IS NULL THEN
    RAISE EXCEPTION 'it is not clear for which organisation' USING ERRCODE = 'invalid_parameter_value',
      DETAIL = 'The account acts for several.', HINT = 'Name one: organization.';
  END IF;
  PERFORM platform.require_organization(asking);
  RETURN asking;
END
$$;
COMMENT ON FUNCTION oversight.asking_organization(uuid) IS
'For which organisation a request asks: the named one, if it acts for it (else 42501), or the one that it acts for; 22023 where these are
several.';

CREATE OR REPLACE FUNCTION oversight.lexicon_options() RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN coalesce((
    SELECT jsonb_build_object('lexicon', jsonb_agg(jsonb_build_object('phrase', l.phrase, 'feature', l.feature, 'weak', l.is_weak)
                                                   ORDER BY l.phrase))
    FROM oversight.lexicon l HAVING count(*) > 0), '{}');
END
$$;
COMMENT ON FUNCTION oversight.lexicon_options() IS 'The lexicon as an option of harmony.sql_intent; nothing where the table is empty.';

CREATE OR REPLACE FUNCTION oversight.options_of(policy oversight.sql_policy, organization uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN policy.options || CASE WHEN policy.tenant_column IS NULL THEN '{}'
    ELSE jsonb_build_object('tenant', jsonb_build_object('column', policy.tenant_column, 'value', organization)) END;
END
$$;
COMMENT ON FUNCTION oversight.options_of(oversight.sql_policy, uuid) IS
'The options of harmony.check_sql for an organisation''s statements by a policy.';

CREATE OR REPLACE FUNCTION oversight.path_of(policy oversight.sql_policy) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (SELECT coalesce(string_agg(quote_ident(s.name), ', ' ORDER BY s.n), '')
          FROM unnest(policy.search_path) WITH ORDINALITY s (name, n));
END
$$;
COMMENT ON FUNCTION oversight.path_of(oversight.sql_policy) IS 'The search_path of a policy, as a setting takes it.';

CREATE OR REPLACE FUNCTION oversight.judge(sql text, policy oversight.sql_policy, organization uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  options CONSTANT jsonb := oversight.options_of(policy, organization);
BEGIN
  -- Until the end of this function: names are looked up as they will be when the statement runs.
  PERFORM set_config('search_path', oversight.path_of(policy), true);
  RETURN harmony.check_sql(sql, options);
END
$$;
COMMENT ON FUNCTION oversight.judge(text, oversight.sql_policy, uuid) IS
'What harmony.check_sql says of a statement by a policy, with the policy''s search_path and the rights of whoever asks.';

CREATE OR REPLACE FUNCTION oversight.count_check(organization uuid, policy text, answer jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_organization(organization);
  INSERT INTO oversight.sql_check (organization_id, policy, is_ok, rules, fingerprint)
  VALUES (organization, left(count_check.policy, 40), coalesce((answer ->> 'ok')::boolean, false),
          ARRAY (SELECT DISTINCT e ->> 'rule' FROM jsonb_array_elements(answer -> 'errors') e
                 WHERE e ->> 'rule' ~ '^[a-z_]{1,20}$' ORDER BY 1),
          substring(answer ->> 'fingerprint' FROM '^[0-9a-f]{16}$'));
END
$$;
COMMENT ON FUNCTION oversight.count_check(uuid, text, jsonb) IS
'Counts that a statement of one''s own organisation was judged, and by which rules it was refused (oversight.sql_check).';

CREATE OR REPLACE FUNCTION oversight.check_sql(sql text, policy text DEFAULT 'default', organization uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asking CONSTANT uuid := oversight.asking_organization(organization);
  answer jsonb;
BEGIN
  IF sql IS NULL THEN
    RAISE EXCEPTION 'sql must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  answer := oversight.judge(sql, oversight.policy_named(policy, asking), asking);
  PERFORM oversight.count_check(asking, policy, answer);
  RETURN answer;
END
$$;
COMMENT ON FUNCTION oversight.check_sql(text, text, uuid) IS
'What harmony.check_sql says of a statement by a policy of oversight.sql_policy; nothing of the statement runs. The tenant is the
organisation of whoever asks: the named one, or the only one that the account acts for. Counted in oversight.sql_check, without the
statement.

For members of an organisation (42501). Errors: 22004; 22023 no such policy, or not clear for which organisation.';

CREATE OR REPLACE FUNCTION oversight.check_sql_intent(sql text, intent text, policy text DEFAULT 'default', organization uuid DEFAULT NULL)
RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asking CONSTANT uuid := oversight.asking_organization(organization);
  chosen CONSTANT oversight.sql_policy := oversight.policy_named(policy, asking);
  options CONSTANT jsonb := oversight.options_of(chosen, asking) || oversight.lexicon_options();
BEGIN
  IF num_nulls(sql, intent) > 0 THEN
    RAISE EXCEPTION '% must not be null', CASE WHEN sql IS NULL THEN 'sql' ELSE 'intent' END USING ERRCODE = 'null_value_not_allowed';
  ELSIF length(intent) > 10000 THEN
    RAISE EXCEPTION 'the intent is too long' USING ERRCODE = 'program_limit_exceeded', DETAIL = 'It may have 10000 characters.';
  END IF;
  PERFORM set_config('search_path', oversight.path_of(chosen), true);
  RETURN harmony.sql_intent(sql, intent, options);
END
$$;
COMMENT ON FUNCTION oversight.check_sql_intent(text, text, text, uuid) IS
'How well a statement answers a question, as harmony.sql_intent says it by a policy: {confidence, missed, extra}. Errors as
oversight.check_sql.';

CREATE OR REPLACE FUNCTION oversight.check_data(kind text, data jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  declared jsonb;
BEGIN
  PERFORM oversight.require_member();
  SELECT k.structure INTO declared FROM oversight.data_kind k WHERE k.kind = check_data.kind;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'kind "%" does not exist', left(coalesce(kind, 'null'), 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = (SELECT 'Kinds are ' || string_agg(k.kind, ', ' ORDER BY k.kind) || '.' FROM oversight.data_kind k);
  ELSIF data IS NULL THEN
    RAISE EXCEPTION 'data must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  RETURN harmony.check_structure(data, declared);
END
$$;
COMMENT ON FUNCTION oversight.check_data(text, jsonb) IS
'Whether rows have the structure of a kind (oversight.data_kind): {ok, errors: [{row, path, message}]}, as harmony.check_structure says it.

For members of an organisation (42501). Errors: 22004; 22023 no such kind.';

CREATE OR REPLACE FUNCTION oversight.require_member() RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT platform.is_privileged() AND cardinality(platform.current_organizations()) = 0 AND NOT platform.is_admin() THEN
    RAISE EXCEPTION 'this is for members of an organisation' USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;
COMMENT ON FUNCTION oversight.require_member() IS
'Passes for members of an organisation, administrators and the owner''s own work, else an error 42501.';

CREATE OR REPLACE FUNCTION oversight.name_parts(name text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN right(name, 2) = '.*' THEN parse_ident(left(name, -2)) || '*'::text ELSE parse_ident(name) END;
COMMENT ON FUNCTION oversight.name_parts(text) IS
'The parts of a name in options of harmony.check_sql, as SQL reads it; schema.* is all of a schema. Errors: 22023 for what is no name.';

CREATE OR REPLACE FUNCTION oversight.relations_reached(names jsonb) RETURNS SETOF oid
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
  WITH RECURSIVE reached AS (
    SELECT c.oid FROM jsonb_array_elements_text(names) listed (name)
    CROSS JOIN LATERAL (SELECT oversight.name_parts(listed.name)) n (parts)
    JOIN pg_namespace s ON s.nspname = n.parts[1] JOIN pg_class c ON c.relnamespace = s.oid AND (n.parts[2] = '*' OR c.relname = n.parts[2])
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
    UNION
    SELECT d.refobjid FROM reached r JOIN pg_rewrite w ON w.ev_class = r.oid
    JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_class'::regclass
  ), with_children AS (
    SELECT r.oid FROM reached r UNION SELECT i.inhrelid FROM with_children w JOIN pg_inherits i ON i.inhparent = w.oid
  )
  SELECT w.oid FROM with_children w UNION SELECT a.relid FROM reached r CROSS JOIN LATERAL pg_partition_ancestors(r.oid) a (relid);
END;
COMMENT ON FUNCTION oversight.relations_reached(jsonb) IS
'The relations that a list of names stands for now, what the views among them read, what is read with these (partitions and what inherits
from them), and what they are partitions of.';

CREATE OR REPLACE FUNCTION oversight.require_columns(options jsonb, tenant_column text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  reached CONSTANT oid[] := ARRAY (SELECT r FROM oversight.relations_reached(coalesce(options -> 'relations', '[]')) r);
  denied text;
BEGIN
  SELECT d.name INTO denied FROM jsonb_array_elements_text(coalesce(options -> 'columns_denied', '[]')) WITH ORDINALITY d (name, n)
  CROSS JOIN LATERAL (SELECT oversight.name_parts(d.name)) p (parts)
  WHERE NOT EXISTS (
    SELECT FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
    WHERE c.oid = ANY (reached) AND s.nspname = p.parts[1] AND c.relname = p.parts[2] AND a.attname = p.parts[3])
  ORDER BY d.n LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'no relation of the policy has the column "%", which is to be denied', denied
      USING ERRCODE = 'invalid_parameter_value', DETAIL = 'A column under another name would be open.',
        HINT = 'Name a column of "relations", or of what views among them read, as it is now: schema.relation.column.';
  ELSIF tenant_column IS NOT NULL AND NOT EXISTS (
    SELECT FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.oid = ANY (reached) AND c.relkind <> 'v' AND a.attname = (oversight.name_parts(tenant_column))[1]) THEN
    RAISE EXCEPTION 'no relation of the policy has the tenant''s column "%"', tenant_column USING ERRCODE = 'invalid_parameter_value',
      DETAIL = 'Then nothing would have to be proven of any statement.',
      HINT = 'Name a column of tables of "relations", or of those that views among them read.';
  END IF;
END
$$;
COMMENT ON FUNCTION oversight.require_columns(jsonb, text) IS
'Passes where the relations that the options list (oversight.relations_reached) have the columns that these deny, and one of them the
tenant''s column; else an error 22023.';

CREATE OR REPLACE FUNCTION oversight.policy_written() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM harmony.check_sql('SELECT 1', oversight.options_of(NEW, '00000000-0000-0000-0000-000000000000')),
    oversight.require_columns(NEW.options, NEW.tenant_column);
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION oversight.policy_written() IS
'Refuses options that harmony.check_sql does not take, and columns that are not there (22023). A restored dump makes triggers after the
rows, so the order of tables does not matter to it.';

CREATE OR REPLACE FUNCTION oversight.forget_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  since CONSTANT timestamptz := now() - platform.setting('oversight_retention')::interval;
  checks bigint;
  learnt bigint;
BEGIN
  DELETE FROM oversight.sql_check c WHERE c.checked_at < since;
  GET DIAGNOSTICS checks = ROW_COUNT;
  DELETE FROM oversight.learning_memory m WHERE m.last_seen_at < since;
  GET DIAGNOSTICS learnt = ROW_COUNT;
  RETURN jsonb_build_object('checks', checks, 'learnt', learnt);
END
$$;
COMMENT ON FUNCTION oversight.forget_job(jsonb) IS
'A job: deletes what is older than platform.setting oversight_retention; returns how many {checks, learnt}. The payload is not looked at.';

-- Searching texts by likeness: the tenant first, then every text of it.

CREATE OR REPLACE FUNCTION oversight.index_source(source oversight.search_source) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint := 0;
BEGIN
  IF to_regclass(source.relation) IS NULL THEN
    DELETE FROM oversight.search_text t WHERE t.kind = source.kind;
    RETURN 0;
  END IF;
  EXECUTE format($sql$
    WITH source AS MATERIALIZED (
      SELECT r.organization_id, r.%1$I::text AS key, left(r.%2$I, 500) AS title FROM %3$s r
      WHERE r.organization_id IS NOT NULL AND r.%2$I ~ '[^[:space:]]'
    ), gone AS (
      DELETE FROM oversight.search_text t WHERE t.kind = $1 AND NOT EXISTS (
        SELECT FROM source s WHERE s.organization_id = t.organization_id AND s.key = t.key)
    )
    INSERT INTO oversight.search_text AS t (organization_id, kind, key, title, embedding)
    SELECT s.organization_id, $1, s.key, s.title, harmony.text_embedding(s.title)::float4[]
    FROM source s LEFT JOIN oversight.search_text o ON o.organization_id = s.organization_id AND o.kind = $1 AND o.key = s.key
    WHERE o.title IS DISTINCT FROM s.title
    ORDER BY s.organization_id, s.key
    ON CONFLICT (organization_id, kind, key) DO UPDATE SET title = excluded.title, embedding = excluded.embedding$sql$,
    source.id_column, source.text_column, source.relation) USING source.kind;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION oversight.index_source(oversight.search_source) IS
'Brings the texts of a source up to date in oversight.search_text; returns how many were new or changed. Of a relation that is not there
nothing is kept.';

CREATE OR REPLACE FUNCTION oversight.index_texts() RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (SELECT coalesce(sum(oversight.index_source(s)), 0) FROM (SELECT s FROM oversight.search_source s ORDER BY s.kind OFFSET 0) s (s));
END
$$;
COMMENT ON FUNCTION oversight.index_texts() IS
'Brings oversight.search_text up to date with all sources; returns how many texts were new or changed. For the owner of the modules; the job
oversight.index does it once an hour.';

CREATE OR REPLACE FUNCTION oversight.index_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN jsonb_build_object('changed', oversight.index_texts());
END
$$;
COMMENT ON FUNCTION oversight.index_job(jsonb) IS 'A job: oversight.index_texts(); returns {changed}. The payload is not looked at.';

CREATE OR REPLACE FUNCTION oversight.find_similar(query text, kind text DEFAULT NULL, k integer DEFAULT 10)
RETURNS SETOF oversight.similar_text
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asked float8[];
  best harmony_internal.embedding_match[];
BEGIN
  PERFORM oversight.require_member(), platform.require_text('query', query, 10000);
  IF k BETWEEN 1 AND 100 IS NOT TRUE THEN
    RAISE EXCEPTION 'k is %', coalesce(k::text, 'null') USING ERRCODE = 'invalid_parameter_value', HINT = 'It is 1 to 100.';
  ELSIF find_similar.kind IS NOT NULL AND NOT EXISTS (SELECT FROM oversight.search_source s WHERE s.kind = find_similar.kind) THEN
    RAISE EXCEPTION 'kind "%" does not exist', left(find_similar.kind, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = (SELECT 'Kinds are ' || string_agg(s.kind, ', ' ORDER BY s.kind) || '.' FROM oversight.search_source s);
  END IF;
  asked := harmony.text_embedding(query);
  IF asked IS NULL THEN
    RETURN;
  END IF;
  SELECT harmony_internal.best_embeddings(t.id, t.embedding, ARRAY[asked], k, 'cosine') INTO best FROM oversight.search_text t
  WHERE t.organization_id = ANY (platform.current_organizations()) AND (find_similar.kind IS NULL OR t.kind = find_similar.kind);
  RETURN QUERY
  SELECT t.kind, t.key, t.title, round(b.score::numeric, 3)::float8
  FROM unnest(best) b JOIN oversight.search_text t ON t.id = b.id WHERE b.score > 0 ORDER BY b.score DESC, t.id;
END
$$;
COMMENT ON FUNCTION oversight.find_similar(text, text, integer) IS
'The k texts of one''s own organisations that are most like a query, of one kind or of all (oversight.search_source): kind, id, title,
similarity, the cosine of both texts'' embeddings (harmony.text_embedding), most alike first.

The tenant''s texts are looked at one by one, so that nothing is missed. For members of an organisation (42501). Errors: 22023 another kind,
an empty query, k that is not 1 to 100.';

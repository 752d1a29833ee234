-- What tests of module delivery share: an organisation, and loading in short.
CREATE FUNCTION public.org(name text DEFAULT 'A') RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('harmony delivery test ' || name)::uuid;
INSERT INTO platform.organization (id, name) VALUES (org(), 'Organisation A'), (org('B'), 'Organisation B');

-- put(project, kind, documents): loads them into A; 'loaded updated rejected'.
CREATE FUNCTION public.put(project text, kind text, documents jsonb) RETURNS text LANGUAGE sql AS $$
  SELECT concat_ws(' ', l.loaded, l.updated, l.rejected) FROM delivery.load(org(), project, kind, documents) l $$;
-- figures(project, from, to, options), times(project): the answers as documents, numbers to 9 digits, so that rounding is no difference.
CREATE FUNCTION public.figures(project text, start timestamptz DEFAULT '2000-01-01', "end" timestamptz DEFAULT '2100-01-01',
                               options jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_object_agg(key, CASE jsonb_typeof(value) WHEN 'number' THEN to_jsonb(round(value::numeric, 9)) ELSE value END)
  FROM delivery.dora(org(), project, start, "end", options) d, jsonb_each(to_jsonb(d)) $$;
CREATE FUNCTION public.times(project text) RETURNS jsonb LANGUAGE sql AS $$
  SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.pull_request), '[]') FROM delivery.pull_request_times(org(), project) t $$;
-- Of a document of the shared data the kinds and their keys.
CREATE FUNCTION public.parts(document jsonb) RETURNS TABLE (kind text, documents jsonb) LANGUAGE sql AS $$
  SELECT k.kind, document -> k.key FROM (VALUES ('commit', 'commits'), ('deployment', 'deployments'), ('incident', 'incidents'),
    ('pull_request', 'pull_requests'), ('review', 'reviews')) k (kind, key) WHERE document ? k.key $$;

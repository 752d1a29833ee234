-- The same kinds of statement without Harmony: what the server itself does when memory is refused. Table bare_call.
CREATE TABLE bare (id integer PRIMARY KEY, document jsonb, at timestamptz DEFAULT now());
CREATE TABLE bare_mark (key integer PRIMARY KEY, n bigint);
INSERT INTO bare SELECT g, jsonb_build_object('a', g, 'b', repeat('x', g)) FROM generate_series(1, 200) g;
CREATE FUNCTION bare_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.bare_mark SELECT r.id % 10, count(*) FROM changed r GROUP BY 1
    ON CONFLICT (key) DO UPDATE SET n = public.bare_mark.n + excluded.n;
  BEGIN
    PERFORM 1 / (count(*) - 1) FROM changed;
  EXCEPTION WHEN division_by_zero THEN NULL;
  END;
  RETURN NULL;
END $$;
CREATE TRIGGER changed AFTER INSERT ON bare REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bare_changed();
CREATE FUNCTION bare_row() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.document := NEW.document || jsonb_build_object('k', format('%s', NEW.id));
  RETURN NEW;
END $$;
CREATE TRIGGER row BEFORE INSERT OR UPDATE ON bare FOR EACH ROW EXECUTE FUNCTION bare_row();
CREATE FUNCTION bare_rows(first integer) RETURNS TABLE (id integer, words text) LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM set_config('work_mem', '1MB', true);
  RETURN QUERY SELECT b.id, string_agg(e.key || e.value::text, ',' ORDER BY e.key)
    FROM public.bare b, jsonb_each(b.document) e WHERE b.id >= first GROUP BY b.id ORDER BY b.id DESC;
END $$;
CREATE FUNCTION bare_sql(n integer) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  AS $$ SELECT jsonb_agg(to_jsonb(b) ORDER BY b.id) FROM public.bare b WHERE b.id <= n $$;
-- Statements whose text, as a line of the error's context, does not fit into what the server keeps for reports.
CREATE FUNCTION bare_inner(n integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  SET "DateStyle" = 'ISO, MDY' SET extra_float_digits = 1 AS $$
BEGIN
  RETURN n + (SELECT count(*) FROM public.bare);
END $$;
SELECT format('CREATE FUNCTION bare_outer() RETURNS integer LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT public.bare_inner(b.id) + length(%L) FROM public.bare b LIMIT 1);
END $$', repeat('long ', 1000)) \gexec
CREATE TEMP TABLE bare_call (statement text);
INSERT INTO bare_call VALUES ($$INSERT INTO bare VALUES (1001, '{"a": 1}'), (1002, '{}')$$),
  ($$UPDATE bare SET document = document - 'b' WHERE id < 20$$), ('DELETE FROM bare WHERE id < 50'),
  ('SELECT count(*) FROM bare_rows(150)'), ('SELECT bare_sql(100)'),
  ($$SELECT jsonb_object_agg(id, document) FROM bare$$), ($$SELECT array_agg(id ORDER BY document) FROM bare$$),
  ($$SELECT b.id, count(*) FROM bare b JOIN bare c USING (document) GROUP BY 1$$), ('TRUNCATE bare'),
  ('CREATE TABLE bare_new AS SELECT * FROM bare'), ('DROP TABLE bare CASCADE'), ('ALTER TABLE bare ADD COLUMN more text DEFAULT now()'),
  ($$CREATE OR REPLACE FUNCTION bare_new() RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'$$),
  ($$DO 'BEGIN FOR i IN 1..3 LOOP BEGIN PERFORM 1 / (i - i); EXCEPTION WHEN division_by_zero THEN NULL; END; END LOOP; END'$$),
  ($$SELECT percentile_cont(.5) WITHIN GROUP (ORDER BY id) FROM bare$$),
  ($$SELECT regexp_replace(repeat('ab', 100), '(a+)(b)', '\2\1', 'g')$$), ('SELECT xmin FROM bare FOR UPDATE'),
  ($$SELECT '{"a": [1, 2, 3]}'::jsonb #>> '{a,1}'$$), ($$SELECT md5(id::text) FROM bare$$), ($$SELECT sha256(id::text::bytea) FROM bare$$),
  ('SELECT gen_random_uuid() FROM bare'), ('SELECT bare_outer()');
UPDATE bare_call SET statement = regexp_replace(statement, '\s+', ' ', 'g');

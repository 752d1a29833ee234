-- Random statements over three data sets that differ in other tenants' rows alone: what a proof of isolation is tested on.
-- Schemas one, two and three have the same tables: ta, tb, tc of tenants, p of nobody; tenant 7 is the caller. Rows of others refer to
-- rows of tenant 7, have their values, and may have no tenant at all.
CREATE FUNCTION pg_temp.make_data_set(name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE r text;
BEGIN
  EXECUTE format('CREATE SCHEMA %I', name);
  PERFORM set_config('search_path', name, true);
  FOREACH r IN ARRAY ARRAY['ta', 'tb', 'tc'] LOOP
    EXECUTE format('CREATE TABLE %I (t int, id int, ref int, v int)', r);
    EXECUTE format('INSERT INTO %I SELECT 7, i, (i * %s) %% 5 + 1, (i * %s) %% 4 + 5 FROM generate_series(1, 5) i', r,
      ascii(right(r, 1)), ascii(right(r, 1)) % 3 + 1);
    EXECUTE format('INSERT INTO %I SELECT (ARRAY[8, 8, 9, NULL])[1 + floor(random() * 4)::int], 100 + i, '
      '1 + floor(random() * 5)::int, 5 + floor(random() * 4)::int FROM generate_series(1, 2 + floor(random() * 5)::int) i', r);
  END LOOP;
  CREATE TABLE p (id int, ref int, v int);
  INSERT INTO p SELECT i, i % 3 + 1, i % 4 + 5 FROM generate_series(1, 4) i;
  CREATE VIEW plain AS SELECT t, id, ref, v FROM ta;
  CREATE VIEW joined AS SELECT a.t, b.id, a.ref, b.v FROM ta a JOIN tb b ON b.t = a.t AND b.id = a.ref;
  CREATE VIEW outer_joined AS SELECT a.t, b.id, a.ref, b.v FROM ta a LEFT JOIN tb b ON b.t = a.t AND b.id = a.ref;
  CREATE VIEW held AS SELECT t, id, ref, v FROM tc WHERE t = 7;
  CREATE VIEW grouped AS SELECT t, min(id) AS id, max(ref) AS ref, sum(v)::int AS v FROM tb GROUP BY t;
  CREATE VIEW ranked AS SELECT t, id, ref, rank() OVER (ORDER BY v, id)::int AS v FROM tc;
  CREATE VIEW nested AS SELECT t, id, ref, v FROM plain WHERE v > 5;
  CREATE VIEW united AS SELECT t, id, ref, v FROM ta UNION ALL SELECT t, id, ref, v FROM tb;
END $$;

-- A FROM item: its text, the names in it, and those of them that have a tenant.
CREATE TYPE pg_temp.tree AS (sql text, names text[], tenants text[]);

CREATE FUNCTION pg_temp.pick(list text[]) RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT list[1 + floor(random() * cardinality(list))::int] $$;
CREATE SEQUENCE pg_temp.alias;
CREATE FUNCTION pg_temp.new_name() RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT 'x' || nextval('pg_temp.alias') $$;

-- One condition on the names of a query; `around`: those with a tenant in the queries around it.
CREATE FUNCTION pg_temp.condition(f pg_temp.tree, around text[], depth int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE x text := pg_temp.pick(f.tenants); y text := pg_temp.pick(f.tenants || around); n text := pg_temp.pick(f.names);
  m text := pg_temp.pick(f.names); k float8 := random();
BEGIN
  IF x IS NULL OR k < 0.12 THEN RETURN format('%s.%s = %s.%s', n, pg_temp.pick('{id,ref,v}'), m, pg_temp.pick('{id,ref,v}')); END IF;
  IF k < 0.45 THEN
    RETURN format(pg_temp.pick(ARRAY['%s.t = 7', '7 = %s.t', '%s.t IN (7)', '%s.t = ANY (ARRAY[7])', '(%s.t, 1) = (7, 1)', '%s.t = 7']), x);
  END IF;
  IF k < 0.72 THEN RETURN format('%s.t = %s.t', x, y); END IF;
  IF k < 0.76 THEN RETURN format('%s.t = %s.v', x, n); END IF;
  IF k < 0.79 THEN RETURN format('%s.v = 7', n); END IF;
  IF k < 0.90 THEN
    RETURN format(pg_temp.pick(ARRAY['%1$s.t >= 7', '%1$s.t IN (7, 8)', 'NOT %1$s.t = 8', '(%1$s.t = 7 OR %2$s.v > 6)', '%1$s.t IS NULL',
      '(%1$s.t = 7 OR %1$s.t IS NULL)', '%1$s.t = 8', '%1$s.t IS DISTINCT FROM 8', '(%1$s.t = 7) IS NOT FALSE',
      'CASE WHEN %2$s.v > 6 THEN %1$s.t = 7 ELSE true END']), x, n);
  END IF;
  IF depth <= 0 THEN RETURN format('%s.v > 5', n); END IF;
  RETURN pg_temp.sublink(n, f.tenants || around, depth - 1);
END $$;

CREATE FUNCTION pg_temp.conditions(f pg_temp.tree, around text[], depth int, most int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text := pg_temp.condition(f, around, depth); n int := floor(random() * most)::int;
BEGIN
  FOR i IN 1..n LOOP
    result := result || CASE WHEN random() < 0.06 THEN ' OR ' ELSE ' AND ' END || pg_temp.condition(f, around, depth);
  END LOOP;
  RETURN result;
END $$;

CREATE FUNCTION pg_temp.sublink(n text, around text[], depth int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE f pg_temp.tree := pg_temp.item(depth, around); c text := pg_temp.conditions(f, around, depth, 3); x text := f.names[1];
BEGIN
  RETURN CASE floor(random() * 4)::int
    WHEN 0 THEN format('EXISTS (SELECT 1 FROM %s WHERE %s)', f.sql, c)
    WHEN 1 THEN format('%s.id IN (SELECT %s.ref FROM %s WHERE %s)', n, x, f.sql, c)
    WHEN 2 THEN format('%s.v > (SELECT coalesce(avg(%s.v), 0) FROM %s WHERE %s)', n, x, f.sql, c)
    ELSE format('NOT EXISTS (SELECT 1 FROM %s WHERE %s AND %s.id = %s.ref)', f.sql, c, x, n) END;
END $$;

-- A subquery that gives t, id, ref, v.
CREATE FUNCTION pg_temp.subquery(depth int, around text[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE f pg_temp.tree := pg_temp.item(depth - 1, around); c text := pg_temp.conditions(f, around, depth - 1, 3);
  x text := coalesce(pg_temp.pick(f.tenants), ''); n text := pg_temp.pick(f.names); t text;
BEGIN
  t := CASE WHEN x = '' OR random() < 0.05 THEN '7' ELSE x || '.t' END;
  RETURN CASE floor(random() * 9)::int
    WHEN 0 THEN format('SELECT DISTINCT %s AS t, %s.id, %s.ref, %s.v FROM %s WHERE %s', t, n, n, n, f.sql, c)
    WHEN 1 THEN format('SELECT %s AS t, count(*)::int AS id, 1 AS ref, sum(%s.v)::int AS v FROM %s WHERE %s GROUP BY 1', t, n, f.sql, c)
    WHEN 2 THEN format('SELECT %s AS t, %s.id, %s.ref, count(*) OVER ()::int AS v FROM %s WHERE %s', t, n, n, f.sql, c)
    WHEN 3 THEN format('SELECT %s AS t, %s.id, %s.ref, %s.v FROM %s WHERE %s ORDER BY 1, 2, 3, 4 LIMIT 3', t, n, n, n, f.sql, c)
    WHEN 4 THEN format('SELECT %s AS t, %s.id, %s.ref, %s.v FROM %s WHERE %s UNION SELECT t, id, ref, v FROM %s WHERE %s', t, n, n, n,
      f.sql, c, pg_temp.pick('{ta,tb,held}'), pg_temp.pick('{t = 7,t = 7,v > 6}'))
    ELSE format('SELECT %s AS t, %s.id, %s.ref, %s.v FROM %s WHERE %s', t, n, n, n, f.sql, c) END;
END $$;

CREATE FUNCTION pg_temp.item(depth int, around text[]) RETURNS pg_temp.tree LANGUAGE plpgsql AS $$
DECLARE l pg_temp.tree; r pg_temp.tree; x text := pg_temp.new_name(); k float8 := random(); kind text;
BEGIN
  IF depth <= 0 OR k < 0.25 THEN
    kind := pg_temp.pick('{ta,tb,tc,ta,tb,tc,ta,tb,tc,p,plain,joined,outer_joined,held,grouped,ranked,nested,united}');
    RETURN ROW(kind || ' ' || x, ARRAY[x], CASE WHEN kind = 'p' THEN '{}'::text[] ELSE ARRAY[x] END);
  END IF;
  IF k < 0.4 THEN RETURN ROW(format('(%s) %s', pg_temp.subquery(depth, '{}'), x), ARRAY[x], ARRAY[x]); END IF;
  l := pg_temp.item(depth - 1, around);
  IF k < 0.48 THEN
    RETURN ROW(format('(%s CROSS JOIN LATERAL (%s) %s)', l.sql, pg_temp.subquery(depth - 1, l.tenants), x), l.names || x, l.tenants || x);
  END IF;
  r := pg_temp.item(depth - 1, around);
  IF k < 0.54 AND cardinality(l.names || r.names) = 2 AND cardinality(l.tenants || r.tenants) = 2 THEN
    RETURN ROW(format('(%s %s JOIN %s USING (t))', l.sql, pg_temp.pick('{INNER,LEFT,RIGHT,FULL}'), r.sql), l.names || r.names,
      l.tenants || r.tenants);
  END IF;
  kind := pg_temp.pick('{INNER,INNER,LEFT,LEFT,RIGHT,FULL}');
  l := ROW(l.sql || ' ' || kind || ' JOIN ' || r.sql, l.names || r.names, l.tenants || r.tenants);
  -- The server joins FULL on equalities alone.
  RETURN ROW(format('(%s ON %s)', l.sql, CASE WHEN kind = 'FULL' THEN format('%s.id = %s.ref AND %s', l.names[1], r.names[1],
    CASE WHEN random() < 0.5 AND cardinality(l.tenants) > 1 THEN format('%s.t = %s.t', l.tenants[1], l.tenants[cardinality(l.tenants)])
      ELSE 'true' END) ELSE pg_temp.conditions(l, around, depth - 2, 3) END), l.names, l.tenants);
END $$;

CREATE FUNCTION pg_temp.statement() RETURNS text LANGUAGE plpgsql AS $$
DECLARE f pg_temp.tree := pg_temp.item(1 + floor(random() * 2.4)::int, '{}'); c text; cte text := ''; n text; x text;
BEGIN
  IF random() < 0.2 THEN
    cte := format('WITH w AS (%s) ', pg_temp.subquery(2, '{}'));
    f := ROW(f.sql || ', w' || CASE WHEN random() < 0.3 THEN ', w w2' ELSE '' END, f.names || 'w'::text, f.tenants || 'w'::text);
  END IF;
  c := pg_temp.conditions(f, '{}', 2, 4);
  n := pg_temp.pick(f.names);
  x := pg_temp.pick(f.tenants);
  RETURN cte || CASE floor(random() * 6)::int
    WHEN 0 THEN format('SELECT count(*), sum(%s.v), min(%s.id) FROM %s WHERE %s', n, n, f.sql, c)
    WHEN 1 THEN format('SELECT %s.ref, count(*), max(%s.v) FROM %s WHERE %s GROUP BY 1', n, n, f.sql, c)
    WHEN 2 THEN format('SELECT %s.id, (SELECT count(*) FROM ta z WHERE z.t = %s AND z.id = %s.ref) FROM %s WHERE %s', n,
      coalesce(x || '.t', '7'), n, f.sql, c)
    WHEN 3 THEN format('(SELECT %s.id, %s.v FROM %s WHERE %s) EXCEPT (SELECT id, v FROM tb WHERE t = 7)', n, n, f.sql, c)
    ELSE format('SELECT %s.id, %s.v, %s FROM %s WHERE %s', n, n, coalesce(x || '.t', 'NULL'), f.sql, c) END;
END $$;

-- What a statement gives in a data set, whatever the order of its rows.
CREATE FUNCTION pg_temp.result_in(data_set text, statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
  PERFORM set_config('search_path', data_set, true);
  EXECUTE format('SELECT md5(coalesce(string_agg(r::text, ''|'' ORDER BY r::text), '''')) FROM (%s) r', statement) INTO result;
  RETURN result;
EXCEPTION WHEN OTHERS THEN RETURN SQLERRM;
END $$;

-- n random statements: how they are judged in schema one, and whether the data sets show a difference.
CREATE FUNCTION pg_temp.tried(n int) RETURNS TABLE (statement text, proven boolean, leaks boolean, problem text) LANGUAGE plpgsql AS $$
DECLARE answer jsonb; first text;
BEGIN
  FOR i IN 1..n LOOP
    PERFORM set_config('search_path', 'one', true);
    statement := pg_temp.statement();
    answer := harmony.check_sql(statement, '{"relations": ["one.*"], "tenant": {"column": "t", "value": 7}}');
    proven := (answer -> 'ok')::boolean;
    SELECT e ->> 'message' INTO problem FROM jsonb_array_elements(answer -> 'errors') e WHERE e ->> 'rule' <> 'tenant' LIMIT 1;
    first := pg_temp.result_in('one', statement);
    leaks := first IS DISTINCT FROM pg_temp.result_in('two', statement) OR first IS DISTINCT FROM pg_temp.result_in('three', statement);
    RETURN NEXT;
  END LOOP;
END $$;

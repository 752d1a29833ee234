-- Filters: what somebody is and whom one looks for. Whoever changes them again and again and looks who is shown finds out about others, so
-- they are coarse, and change seldom.

CREATE OR REPLACE FUNCTION affinity.count_turn(person uuid, what text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  start CONSTANT timestamptz := platform.limit_start(count_turn.what);
BEGIN
  PERFORM platform.take_turn(count_turn.what, ARRAY[person]);
  PERFORM platform.require_limit(count_turn.what, 1 + (
    SELECT count(*) FROM affinity.turn t WHERE t.person_id = person AND t.what = count_turn.what AND t.taken_at > start));
  DELETE FROM affinity.turn t WHERE t.person_id = person AND t.what = count_turn.what AND t.taken_at <= start;
  INSERT INTO affinity.turn (person_id, what) SELECT person, count_turn.what WHERE start IS NOT NULL;
END
$$;
COMMENT ON FUNCTION affinity.count_turn(uuid, text) IS
'Counts that a person does what a limit with a time is about (platform.limit), whatever becomes of it later. Error: PT429 once too often.';

CREATE OR REPLACE FUNCTION affinity.give_turn_back(person uuid, what text, at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM affinity.turn t WHERE t.person_id = person AND t.id = (
    SELECT max(o.id) FROM affinity.turn o
    WHERE o.person_id = person AND o.what = give_turn_back.what AND o.taken_at = give_turn_back.at);
END
$$;
COMMENT ON FUNCTION affinity.give_turn_back(uuid, text, timestamptz) IS
'What a person did then, in one transaction, is counted once less (affinity.count_turn).';

CREATE OR REPLACE FUNCTION affinity.count_filter_change(old affinity.filter, new affinity.filter) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  moved CONSTANT boolean := (new.latitude, new.longitude) IS DISTINCT FROM (old.latitude, old.longitude);
  reborn CONSTANT boolean := new.born_on IS DISTINCT FROM old.born_on;
BEGIN
  IF moved OR reborn OR (new.gender, new.seeks, new.age_from, new.age_to, new.most_km)
    IS DISTINCT FROM (old.gender, old.seeks, old.age_from, old.age_to, old.most_km) THEN
    PERFORM affinity.count_turn(new.person_id, 'filters_changed');
  END IF;
  IF moved THEN
    PERFORM affinity.count_turn(new.person_id, 'places_changed');
  END IF;
  IF reborn THEN
    PERFORM affinity.count_turn(new.person_id, 'birth_dates_changed');
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.count_filter_change(affinity.filter, affinity.filter) IS
'Counts a change of what people are found by: against limit filters_changed, one of the place against places_changed, one of the date of
birth against birth_dates_changed. Error: PT429 once too often.';

CREATE OR REPLACE FUNCTION affinity.require_filters(filters jsonb) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  known CONSTANT text[] := '{display_name,born_on,gender,seeks,age_from,age_to,latitude,longitude,most_km,is_active}';
  strange text;
BEGIN
  IF jsonb_typeof(filters) = 'object' IS NOT TRUE THEN
    RAISE EXCEPTION 'the filters are no object' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'As {"seeks": ["woman"], "age_from": 30}.';
  END IF;
  strange := (SELECT min(k) FROM jsonb_object_keys(filters) k WHERE k <> ALL (known));
  IF strange IS NOT NULL THEN
    RAISE EXCEPTION 'there is no filter "%"', left(strange, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = format('Filters: %s.', array_to_string(known, ', '));
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.require_filters(jsonb) IS
'Passes for an object of columns of affinity.filter, else an error 22023.';

CREATE OR REPLACE FUNCTION affinity.changed_filter(old affinity.filter, filters jsonb) RETURNS affinity.filter
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  new affinity.filter;
BEGIN
  new := jsonb_populate_record(old, filters);
  new.seeks := coalesce(new.seeks, '{}');
  new.is_active := coalesce(new.is_active, true);
  new.latitude := round(new.latitude::numeric, 1);
  new.longitude := round(new.longitude::numeric, 1);
  RETURN new;
EXCEPTION WHEN data_exception THEN  -- whose error would quote the value, however long
  RAISE EXCEPTION 'a filter is of another type' USING ERRCODE = SQLSTATE,
    HINT = 'display_name, born_on ("1990-02-03") and gender: texts; seeks: a list of texts; is_active: true or false; the others: numbers, '
      'of age_from and age_to whole ones.';
END
$$;
COMMENT ON FUNCTION affinity.changed_filter(affinity.filter, jsonb) IS
'A row of affinity.filter with these columns in place of its own, the place rounded. An error of class 22, which quotes nothing, for what is
no number, date or list.';

CREATE OR REPLACE FUNCTION affinity.shown_filters() RETURNS SETOF affinity.filter
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person CONSTANT uuid := platform.active_account();
BEGIN
  RETURN QUERY SELECT f.* FROM affinity.filter f WHERE f.person_id = person;
END
$$;
COMMENT ON FUNCTION affinity.shown_filters() IS
'The filters of the account of this request. What view filters of schema api reads: of a table with rows of others the plan of a query tells
how many of them fit it.';

CREATE OR REPLACE FUNCTION affinity.put_filter(new affinity.filter) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE affinity.filter f SET display_name = new.display_name, born_on = new.born_on, gender = new.gender, seeks = new.seeks,
    age_from = new.age_from, age_to = new.age_to, latitude = new.latitude, longitude = new.longitude, most_km = new.most_km,
    is_active = new.is_active
  WHERE f.person_id = new.person_id;
EXCEPTION WHEN check_violation THEN  -- whose error would quote the row
  RAISE EXCEPTION 'a filter cannot be this' USING ERRCODE = 'invalid_parameter_value',
    HINT = 'display_name: 1 to 50 characters, not blank, none that turns or hides others; born_on: from 1900; '
      'gender, and each of up to 10 of seeks: small letters and _, 40 at most; '
      'ages: 18 to 120, age_from not above age_to; latitude and longitude: both or none; most_km: 1 to 20100.';
END
$$;
COMMENT ON FUNCTION affinity.put_filter(affinity.filter) IS
'Keeps a row that is there as this one. Error 22023, which quotes nothing, where the checks of affinity.filter refuse it.';

CREATE OR REPLACE FUNCTION affinity.set_filters(filters jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person CONSTANT uuid := affinity.require_asker('visual');
  old affinity.filter;
  new affinity.filter;
BEGIN
  PERFORM affinity.hold_consent(person, 'visual'), affinity.require_filters(filters);
  INSERT INTO affinity.filter (person_id) VALUES (person) ON CONFLICT DO NOTHING;
  SELECT f.* INTO old FROM affinity.filter f WHERE f.person_id = person FOR NO KEY UPDATE;
  new := affinity.changed_filter(old, filters);
  IF new.born_on > platform.today() - interval '18 years' THEN
    RAISE EXCEPTION 'born_on is less than 18 years ago' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM affinity.put_filter(new);
  PERFORM affinity.count_filter_change(old, new);
END
$$;
COMMENT ON FUNCTION affinity.set_filters(jsonb) IS
'Says whom the account of this request wants to meet, and what it is for others'' filters: an object of columns of affinity.filter; those
that are not named stay, null takes one back. The place is rounded to a tenth of a degree before it is kept.

What people are found by changes ten times a day at most, the place and the date of birth once (platform.limit filters_changed,
places_changed, birth_dates_changed).
Errors: 42501 no consent of kind visual; 22023 another name, less than 18 years old, or a value that cannot be; 22xxx what is no number,
date or list; PT429 too many changes.';

-- has(got, want): whether what was got has all that is wanted, numbers to a relative 1e-9. A NULL is an absent key.
CREATE FUNCTION pg_temp.has(got jsonb, want jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF want IS NULL OR jsonb_typeof(want) = 'null' THEN RETURN got IS NULL OR jsonb_typeof(got) = 'null';
  ELSIF jsonb_typeof(got) IS DISTINCT FROM jsonb_typeof(want) THEN RETURN false;
  ELSIF jsonb_typeof(want) = 'number' THEN RETURN abs(got::float8 - want::float8) <= 1e-9 * greatest(abs(want::float8), 1e-3);
  ELSIF jsonb_typeof(want) = 'array' THEN
    RETURN jsonb_array_length(got) = jsonb_array_length(want)
      AND NOT EXISTS (SELECT FROM generate_series(0, jsonb_array_length(want) - 1) i WHERE NOT pg_temp.has(got -> i, want -> i));
  ELSIF jsonb_typeof(want) = 'object' THEN
    RETURN NOT EXISTS (SELECT FROM jsonb_object_keys(want) k WHERE NOT pg_temp.has(got -> k, want -> k));
  END IF;
  RETURN got = want;
END $$;

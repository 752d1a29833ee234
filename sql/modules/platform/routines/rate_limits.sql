-- Rate limits: token buckets in platform.rate_bucket. A row is locked from the taking of a token to the end of the transaction, so what
-- takes long comes before that. Refusals return (platform.refuse): an error would fill the bucket again.

CREATE OR REPLACE FUNCTION platform.bucket_level(tokens float8, updated_at timestamptz, burst integer, refill interval) RETURNS float8
  LANGUAGE sql VOLATILE PARALLEL SAFE
  RETURN least(burst, tokens + greatest(0, extract(epoch FROM clock_timestamp() - updated_at)) / extract(epoch FROM refill));
COMMENT ON FUNCTION platform.bucket_level(float8, timestamptz, integer, interval) IS
  'What is in a bucket now that held so many tokens then.';

CREATE OR REPLACE FUNCTION platform.bucket_key(what text, whom text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN what LIKE 'account:%' THEN format('account:%s:%s', whom, split_part(what, ':', 2)) ELSE format('%s:%s', what, whom) END;
COMMENT ON FUNCTION platform.bucket_key(text, text) IS
'The key of a bucket: what is limited and whose it is; of a function account:<account>:<function>.';

CREATE OR REPLACE FUNCTION platform.bucket_wait(what text, whom text) RETURNS integer
  LANGUAGE sql VOLATILE PARALLEL SAFE
BEGIN ATOMIC
  SELECT ceil((1 - v.level) * extract(epoch FROM l.refill))::integer
  FROM platform.rate_limit l JOIN platform.rate_bucket b ON b.key = platform.bucket_key(bucket_wait.what, bucket_wait.whom)
  CROSS JOIN LATERAL (SELECT platform.bucket_level(b.tokens, b.updated_at, l.burst, l.refill)) v (level)
  WHERE l.what = bucket_wait.what AND v.level < 1;
END;
COMMENT ON FUNCTION platform.bucket_wait(text, text) IS
'After how many seconds there is a token in a bucket again; NULL: there is one, or no such limit. Takes none and locks nothing.';

CREATE OR REPLACE FUNCTION platform.take_token(what text, whom text) RETURNS integer
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  allowed platform.rate_limit;
BEGIN
  SELECT l.* INTO allowed FROM platform.rate_limit l WHERE l.what = take_token.what;
  IF NOT FOUND OR whom IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO platform.rate_bucket AS b (key, tokens, updated_at)
  VALUES (platform.bucket_key(what, whom), allowed.burst - 1, clock_timestamp())
  ON CONFLICT (key) DO UPDATE SET updated_at = clock_timestamp(),
    tokens = platform.bucket_level(b.tokens, b.updated_at, allowed.burst, allowed.refill) - 1
  WHERE platform.bucket_level(b.tokens, b.updated_at, allowed.burst, allowed.refill) >= 1;
  IF FOUND THEN
    RETURN NULL;
  END IF;
  RETURN coalesce(platform.bucket_wait(what, whom), 1);
END
$$;
COMMENT ON FUNCTION platform.take_token(text, text) IS
'Takes a token out of a bucket (platform.rate_limit): NULL; or it is empty: the seconds until there is one.

The bucket stays locked until the transaction ends: whoever takes from it at the same time waits, and finds what is left. NULL for nobody,
and for what is not limited.';

CREATE OR REPLACE FUNCTION platform.empty_bucket(what text, whom text) RETURNS void
  LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  DELETE FROM platform.rate_bucket b WHERE b.key = platform.bucket_key(empty_bucket.what, empty_bucket.whom);
END;
COMMENT ON FUNCTION platform.empty_bucket(text, text) IS 'Forgets what was counted: the bucket is full of tokens again.';

CREATE OR REPLACE FUNCTION platform.refuse_for_now(seconds integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.add_header('Retry-After', seconds::text);
  RETURN platform.refuse(429, 'too many requests', format('Try again in %s seconds.', seconds));
END
$$;
COMMENT ON FUNCTION platform.refuse_for_now(integer) IS 'Refuses a request with 429 and Retry-After: so many seconds.';

CREATE OR REPLACE FUNCTION platform.email_key(email text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN encode(sha256(convert_to(lower(email), 'UTF8')), 'hex');
COMMENT ON FUNCTION platform.email_key(text) IS 'Whose bucket it is, of an e-mail address: no address stands in the table.';

CREATE OR REPLACE FUNCTION platform.address_key(address inet) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN family(address) = 4 OR address << '::ffff:0:0/96' THEN host(address) ELSE network(set_masklen(address, 64))::text END;
COMMENT ON FUNCTION platform.address_key(inet) IS
'Whose bucket it is, of an internet address: the address, of IPv6 its network of 64 bits, which one subscriber has.';

CREATE OR REPLACE FUNCTION platform.take_call(function text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  seconds CONSTANT integer := platform.take_token('account:' || function, platform.current_account()::text);
BEGIN
  RETURN CASE WHEN seconds IS NOT NULL THEN platform.refuse_for_now(seconds) END;
END
$$;
COMMENT ON FUNCTION platform.take_call(text) IS
'Counts a call of a function by the account of this request (platform.rate_limit, account:<function>): NULL; or it is one too many: the
answer with which to refuse it.';

CREATE FUNCTION harmony.jwt_sign(claims jsonb, lifetime interval DEFAULT '2 hours') RETURNS text
  LANGUAGE c VOLATILE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_jwt_sign';
COMMENT ON FUNCTION harmony.jwt_sign(jsonb, interval) IS
'Signs a JSON Web Token (HS256) with these claims.

Adds iat (when the statement began), exp (iat and the lifetime) and jti (128 random bits), in place of such claims that are given. A
month of the lifetime counts as 30 days. Signed with the first key of the file of harmony.jwt_key_file, which the header names in kid.
Errors: 22023 for claims that are no object, that jwt_verify would never take or that make a token of more than 8192 bytes, for a
lifetime of less than a second or beyond the year 9999; 58030 where the file cannot be used. For the owner alone.';
REVOKE ALL ON FUNCTION harmony.jwt_sign(jsonb, interval) FROM PUBLIC;

CREATE FUNCTION harmony.jwt_verify(token text, audience text DEFAULT NULL, at timestamptz DEFAULT statement_timestamp()) RETURNS jsonb
  LANGUAGE c STABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_jwt_verify';
COMMENT ON FUNCTION harmony.jwt_verify(text, text, timestamptz) IS
'The claims of a JSON Web Token (HS256) that is valid at that time.

Anything else is the error 28000, the same for every reason: a bad form, a bad signature, a key that is not in the file, a token that
has ended (30 seconds ago or earlier) or has not begun, another audience. A token with aud is for who names that audience; one without
is for who names none. A token or a time that is NULL, and a time that is infinite, are not valid. Error 58030 where the file of
harmony.jwt_key_file cannot be used. For the owner alone.';
REVOKE ALL ON FUNCTION harmony.jwt_verify(text, text, timestamptz) FROM PUBLIC;

CREATE FUNCTION harmony.password_hash(password text) RETURNS text
  LANGUAGE c VOLATILE STRICT PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_password_hash';
COMMENT ON FUNCTION harmony.password_hash(text) IS
'A hash of a password to be stored: Argon2id, with a salt of its own.

It costs the memory and the passes that harmony.password_memory and harmony.password_passes say, in one lane. The password is taken as it
is, in UTF-8. Errors: 22023 for more than 4096 bytes, 53200 where the memory is not there. For the owner alone.';
REVOKE ALL ON FUNCTION harmony.password_hash(text) FROM PUBLIC;

CREATE FUNCTION harmony.password_verify(password text, hash text) RETURNS boolean
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_password_verify';
COMMENT ON FUNCTION harmony.password_verify(text, text) IS
'Whether a hash is one of this password: Argon2id, Argon2i or bcrypt.

False, too, for a hash that is malformed, of another kind, or too costly (more than 256 MiB, 10 passes, cost 14 of bcrypt), for a password
of more than 4096 bytes, and for one of more than 72 bytes, all that bcrypt looks at, against bcrypt. Error 53200 where the memory is not
there. For the owner alone.';
REVOKE ALL ON FUNCTION harmony.password_verify(text, text) FROM PUBLIC;

CREATE FUNCTION harmony.password_needs_rehash(hash text) RETURNS boolean
  LANGUAGE c STABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_password_needs_rehash';
COMMENT ON FUNCTION harmony.password_needs_rehash(text) IS
'Whether a hash is to be replaced when its password is known next: it is not Argon2id, or of lower cost than a new one.

Compared with harmony.password_memory and harmony.password_passes. False for a hash that password_verify never takes. For the owner
alone.';
REVOKE ALL ON FUNCTION harmony.password_needs_rehash(text) FROM PUBLIC;

CREATE FUNCTION harmony.s3_presign(method text, bucket text, key text, expires integer DEFAULT 300, query jsonb DEFAULT '{}',
    at timestamptz DEFAULT statement_timestamp()) RETURNS text
  LANGUAGE c STABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_s3_presign';
COMMENT ON FUNCTION harmony.s3_presign(text, text, text, integer, jsonb, timestamptz) IS
'A link to one object of S3 for one method, for so many seconds from that time: Signature Version 4 in the query.

Signed with the credentials of the file of harmony.s3_credentials_file; the header host alone is signed, and no payload. The key is not
normalised. Errors: 22023 for a method but GET, HEAD, PUT, POST, DELETE, a bucket that is no bucket name, a key of not 1 to 1024 bytes,
expires not from 1 to 604800, a query that is no object of strings or has a name that begins with X-Amz- in any case, a time not from 1970
to 9999; 58030 where the file cannot be used. For the owner alone.';
REVOKE ALL ON FUNCTION harmony.s3_presign(text, text, text, integer, jsonb, timestamptz) FROM PUBLIC;

CREATE FUNCTION harmony.fernet_open(token text, key text, ttl_seconds integer DEFAULT NULL, at timestamptz DEFAULT now()) RETURNS bytea
  LANGUAGE c STABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_fernet_open';
COMMENT ON FUNCTION harmony.fernet_open(text, text, integer, timestamptz) IS
'What a Fernet token of an older system holds.

0x80, time, IV, AES-128-CBC and HMAC-SHA-256 in base64url, the key 32 bytes in base64url; the HMAC is compared first, in constant time.
NULL where token, key or at is NULL. Error 22023, the same for every reason, for a token or key of another form, a HMAC that does not fit, a
token older than ttl_seconds (NULL: of any age) or made more than 60 seconds after at, both in whole seconds; 22023, too, for a negative
ttl_seconds and an infinite at. Pass both as parameters: literals are kept in logs. For the owner alone.';
REVOKE ALL ON FUNCTION harmony.fernet_open(text, text, integer, timestamptz) FROM PUBLIC;

-- What errors of tokens, passwords and links say: never anything of a file, a token or a password.
\pset format unaligned
\set ECHO none
\i test/lib/secrets.sql
\set ECHO all
SELECT harmony.jwt_verify('x');
SELECT pg_temp.put_secret('harmony.jwt_key_file', 's3cr3t-s3cr3t');
SELECT harmony.jwt_sign('{}');
SELECT pg_temp.put_secret('harmony.jwt_key_file', repeat('s3cr3t', 8));
SELECT harmony.jwt_sign('[]');
SELECT harmony.jwt_sign('{"sub": 1}');
SELECT harmony.jwt_sign(jsonb_build_object('x', repeat('x', 9000)));
SELECT harmony.jwt_sign('{}', '0');
SELECT harmony.jwt_sign('{}', '10000 years');
SELECT harmony.jwt_verify(NULL);
SELECT harmony.jwt_verify('x');
SELECT harmony.jwt_verify(repeat('x', 9000));
SELECT harmony.jwt_verify(harmony.jwt_sign('{}', '1 hour'), at => now() + interval '2 hours');
DO $$ DECLARE token CONSTANT text := 's3cr3t'; BEGIN PERFORM harmony.jwt_verify(token); END $$;
SELECT harmony.password_hash(repeat('s3cr3t', 1000));
SELECT harmony.password_verify(NULL, NULL) IS NULL AS nothing, harmony.password_verify('s3cr3t', '$2b$99$s3cr3t') AS malformed,
  harmony.password_needs_rehash('') AS empty;
SELECT pg_temp.put_secret('harmony.s3_credentials_file',
  '{"endpoint": "https://host", "region": "s3/cr3t", "access_key": "a", "secret_key": "b"}');
SELECT harmony.s3_presign('GET', 'bucket', 'key');
SELECT pg_temp.put_secret('harmony.s3_credentials_file',
  '{"endpoint": "https://host", "region": "r", "access_key": "a", "secret_key": "b"}');
SELECT harmony.s3_presign('get', 'bucket', 'key');
SELECT harmony.s3_presign('GET', 'Bucket', 'key');
SELECT harmony.s3_presign('GET', 'bucket', '');
SELECT harmony.s3_presign('GET', 'bucket', 'key', 0);
SELECT harmony.s3_presign('GET', 'bucket', 'key', query => '[]');
SELECT harmony.s3_presign('GET', 'bucket', 'key', query => '{"a": null}');
SELECT harmony.s3_presign('GET', 'bucket', 'key', query => '{"x-amz-acl": "public-read"}');
SELECT harmony.s3_presign('GET', 'bucket', 'key', at => 'infinity');
SELECT harmony.s3_presign('GET', 'bucket', 'key', at => '2030-01-01Z');
SELECT harmony.fernet_open('s3cr3t', 's3cr3t');
SELECT harmony.fernet_open('s3cr3t', 's3cr3t', -1);
SELECT harmony.fernet_open('s3cr3t', 's3cr3t', at => 'infinity');
SELECT harmony.fernet_open(NULL, 's3cr3t') IS NULL AS nothing;
SELECT pg_temp.remove_secrets();

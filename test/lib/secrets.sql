-- Files of secrets in the data folder, which the server's user alone may read.
-- put_secret(setting, content): the file of a setting holds that, and a newline.
CREATE FUNCTION pg_temp.put_secret(setting text, content text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE file CONSTANT text := 'harmony_test_' || split_part(setting, '.', 2);
BEGIN
  EXECUTE format('COPY (SELECT %L::text) TO PROGRAM %L', content, format('rm -f %1$s; umask 077; cat >%1$s', file));
  PERFORM set_config(setting, file, false);
END $$;
-- shell(command): as the server's user, in the data folder.
CREATE FUNCTION pg_temp.shell(command text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('COPY (SELECT WHERE false) TO PROGRAM %L', command);
END $$;
CREATE FUNCTION pg_temp.remove_secrets() RETURNS void LANGUAGE sql AS $$
  SELECT pg_temp.shell('rm -rf harmony_test_jwt_key_file harmony_test_s3_credentials_file harmony_test_seal_key_file harmony_test_runs') $$;

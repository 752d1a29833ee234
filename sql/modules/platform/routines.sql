CREATE OR REPLACE FUNCTION platform.current_account() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid;
COMMENT ON FUNCTION platform.current_account() IS
'The account in whose name a request runs: claim "sub" of the setting request.jwt.claims, which PostgREST fills; NULL outside of a request.';

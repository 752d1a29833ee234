-- What a site decides.

CREATE OR REPLACE FUNCTION platform.setting(name text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT s.value FROM platform.setting s WHERE s.name = setting.name);
COMMENT ON FUNCTION platform.setting(text) IS 'The value of a setting of the site (platform.setting); NULL: there is none.';

-- The trace of a request: what one id follows from the browser to the mail.

CREATE OR REPLACE FUNCTION platform.trace_id() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN substring(current_setting('request.headers', true)
    FROM '"traceparent"\s*:\s*"(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}["-]');
COMMENT ON FUNCTION platform.trace_id() IS
'The trace id of a request, 32 hexadecimal digits: of header traceparent (W3C Trace Context) in the setting request.headers, which the
gateway fills; NULL without one, or where it is malformed. Never an error.';

CREATE OR REPLACE FUNCTION platform.enter_trace(trace_id text) RETURNS void
  LANGUAGE sql VOLATILE PARALLEL RESTRICTED
BEGIN ATOMIC
  SELECT set_config('request.headers', coalesce('{"traceparent": "00-' || enter_trace.trace_id || '-0000000000000001-01"}', ''), true);
END;
COMMENT ON FUNCTION platform.enter_trace(text) IS
'Lets the rest of the transaction belong to a trace, so that jobs and messages it causes keep it; NULL: to none.';

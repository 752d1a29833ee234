-- For wrk: prints requests a second and the median of the milliseconds they took; ends the benchmark where one was not answered by 2xx.
-- BODY: what is posted, as JSON.
local body = os.getenv("BODY")
if body then
  wrk.method = "POST"
  wrk.body = body
  wrk.headers["Content-Type"] = "application/json"
end
function done(summary, latency)
  local errors = summary.errors
  local failed = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("load %.6g %.6g %d\n", summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, failed))
end

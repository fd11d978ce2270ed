-- For wrk: waits between requests as PAUSE_MILLIS says, and ends with one line of numbers that load.py reads.
local pause = tonumber(os.getenv("PAUSE_MILLIS"))

if pause then
  -- Uneven, or else all connections would ask at the same moments.
  function delay()
    return math.random(0, 2 * pause)
  end
end

function done(summary, latency, _)
  local e = summary.errors
  io.write(string.format("figures %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.timeout + e.status))
end

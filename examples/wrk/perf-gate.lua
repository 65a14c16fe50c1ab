-- Prints one line of JSON on standard error when wrk or wrk2 has finished: what perf-gate reads.
--   wrk -t2 -c8 -d30s -s perf-gate.lua http://127.0.0.1:8080/ 2> results/shop/run-1/wrk.json
-- With wrk2, set PERF_GATE_TOOL=wrk2: nothing that a script can see tells the two apart.
-- Times are in microseconds. The histogram has each latency and how often it was; above 5000 different ones it is left out.

local function percentiles(latency)
  local texts = {}
  for _, percent in ipairs({ 50, 75, 90, 95, 99, 99.9 }) do
    table.insert(texts, string.format('"%g":%d', percent, latency:percentile(percent)))
  end
  return table.concat(texts, ',')
end

local function histogram(latency)
  local size = #latency
  if size == 0 or size > 5000 then return '' end
  local texts = {}
  for index = 1, size do
    local value, count = latency(index)
    table.insert(texts, string.format('[%d,%d]', value, count))
  end
  return ',"histogram":[' .. table.concat(texts, ',') .. ']'
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.stderr:write(string.format(
    '{"tool":"%s","unit":"us","duration":%d,"requests":%d,"bytes":%d,' ..
    '"errors":{"connect":%d,"read":%d,"write":%d,"status":%d,"timeout":%d},' ..
    '"latency":{"min":%d,"max":%d,"mean":%.3f,"stdev":%.3f,"percentiles":{%s}}%s}\n',
    os.getenv('PERF_GATE_TOOL') or 'wrk', summary.duration, summary.requests, summary.bytes,
    errors.connect, errors.read, errors.write, errors.status, errors.timeout,
    latency.min, latency.max, latency.mean, latency.stdev, percentiles(latency), histogram(latency)))
end

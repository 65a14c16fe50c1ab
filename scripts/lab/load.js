import http from 'k6/http'

// Open model: the rate of requests stays the same when the service is slow, so slowness shows as latency.
export const options = {
  scenarios: {
    lab: {
      executor: 'constant-arrival-rate',
      rate: Number(__ENV.RATE),
      timeUnit: '1s',
      duration: `${__ENV.SECONDS}s`,
      preAllocatedVUs: 40,
      maxVUs: 200,
    },
  },
  // k6 writes the series of a tag only if a threshold names it. `max>=0` names the tag and is always true.
  thresholds: { 'http_req_duration{expected_response:true}': ['max>=0'] },
  summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(90)', 'p(95)', 'count'],
}

export default function () {
  http.get(`${__ENV.BASE_URL}/`)
}

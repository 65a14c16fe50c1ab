import http from 'k6/http'

// Open model: requests arrive at the same rate however slow the service is, so that slowness shows as latency.
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
  // k6 writes a series only for what a threshold names. `max>=0` names it and judges nothing.
  thresholds: { 'http_req_duration{expected_response:true}': ['max>=0'] },
  summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(90)', 'p(95)', 'count'],
}

export default function () {
  http.get(`${__ENV.BASE_URL}/`)
}

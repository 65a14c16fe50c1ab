import http from 'k6/http'

// Open model: the arrival rate stays the same when the service gets slower, so that slowness shows as latency.
export const options = {
  scenarios: {
    shop: {
      executor: 'constant-arrival-rate',
      rate: 50,
      timeUnit: '1s',
      duration: __ENV.DURATION || '20s',
      preAllocatedVUs: 40,
    },
  },
  // k6 writes a series for an endpoint only when a threshold names it. `max>=0` names it and judges nothing.
  thresholds: {
    'http_req_duration{expected_response:true,name:GET /cart}': ['max>=0'],
    'http_req_duration{expected_response:true,name:POST /orders}': ['max>=0'],
  },
  summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(90)', 'p(95)', 'p(99)', 'count'],
}

export default function () {
  http.get(`${__ENV.BASE_URL}/cart`, { tags: { name: 'GET /cart' } })
  http.post(`${__ENV.BASE_URL}/orders`, '{}', { tags: { name: 'POST /orders' } })
}

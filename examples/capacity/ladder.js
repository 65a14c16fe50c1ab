// A ladder for `perf-gate capacity`: the load rises in steps, in one run of k6. Write the raw points:
//
//   k6 run --out csv=ladder/points.csv -e URL=http://127.0.0.1:8080/ -e RATES=20,40,60,80,100,120,140,160 ladder.js
//
// RATES: requests per second, the better way to find the most that a service carries. Or USERS=1,2,3,4,6,8,12,16,24: users that wait
// for their answers, which also finds the knee. At least six steps, two of them above the knee. HOLD: seconds a step.
import http from 'k6/http'

const steps = (__ENV.RATES || __ENV.USERS || '20,40,60,80,100,120,140,160').split(',').map(Number)
const hold = `${__ENV.HOLD || 10}s`
const stages = steps.flatMap((target, index) => [
  ...(index === 0 ? [] : [{ duration: '1s', target }]),
  { duration: hold, target },
])

// Enough users for a second of latency at the highest rate. With fewer, k6 drops iterations while the service is still fast.
const users = Number(__ENV.MAX_USERS || Math.max(...steps))

export const options = {
  discardResponseBodies: true,
  scenarios: {
    ladder: __ENV.USERS
      ? { executor: 'ramping-vus', startVUs: steps[0], stages, gracefulStop: '5s' }
      : {
          executor: 'ramping-arrival-rate',
          startRate: steps[0],
          timeUnit: '1s',
          preAllocatedVUs: users,
          maxVUs: users,
          stages,
          gracefulStop: '5s',
        },
  },
}

export default function () {
  http.get(__ENV.URL)
}

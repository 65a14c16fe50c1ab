// A service of known capacity: node worker-pool.mjs WORKERS SLEEP_MS
// Each worker takes one request at a time and sleeps, so the processor is idle and the most is workers / sleep. Prints its port.
// GET /truth says how long a worker was really busy with a request: timers of a busy machine are late, and that is part of the truth.
import { createServer } from 'node:http'

const [workers, sleepMs] = process.argv.slice(2).map(Number)
const waiting = []
let free = workers
let [requests, busyMs] = [0, 0]

function next() {
  if (free === 0 || waiting.length === 0) return
  free -= 1
  const response = waiting.shift()
  const startedMs = performance.now()
  setTimeout(() => {
    free += 1
    requests += 1
    busyMs += performance.now() - startedMs
    response.end('ok')
    next()
  }, sleepMs)
}

const server = createServer((request, response) => {
  if (request.url === '/truth') {
    response.end(JSON.stringify({ perS: (1000 * workers * requests) / busyMs }))
    return
  }
  waiting.push(response)
  next()
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))

// A service on loopback whose faults are chosen: node service.mjs PORT [FAULT...]
//   factor=1.2    what it tells the load generator: how much slower it is than the recorded one
//   ready-after=3 answers 503 to its first questions
//   never         listens on no port
//   crash=2       ends with exit code 7 at the second request to /work
//   child         starts a process of its own that outlives it, unless it is ended
//   deaf          does not end when it is asked to
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [port, ...faults] = process.argv.slice(2)
const numberOf = (name, other) => Number(faults.find((one) => one.startsWith(`${name}=`))?.split('=')[1] ?? other)
const pidFile = faults.find((one) => one.startsWith('pids='))?.slice('pids='.length)

let questions = 0
let requests = 0
const server = createServer((request, response) => {
  if (request.url === '/health') {
    questions += 1
    response.statusCode = questions > numberOf('ready-after', 0) ? 200 : 503
  }
  if (request.url === '/work') {
    requests += 1
    if (requests === numberOf('crash', -1)) {
      console.error('out of luck')
      process.exit(7)
    }
  }
  response.end(JSON.stringify({ factor: numberOf('factor', 1) }))
})

const pids = [process.pid]
if (faults.includes('child')) {
  pids.push(spawn(process.execPath, ['-e', 'setInterval(() => null, 1000)'], { stdio: 'ignore' }).pid)
}
if (pidFile !== undefined) writeFileSync(pidFile, pids.join('\n'))
if (faults.includes('deaf')) process.on('SIGTERM', () => null)
if (faults.includes('never')) setInterval(() => null, 1000)
else server.listen(Number(port), '127.0.0.1')

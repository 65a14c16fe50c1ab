// A service on loopback whose faults are chosen: node service.mjs PORT [FAULT...]
//   factor=1.2    tells the load generator that it is slower than the recorded service by this factor
//   ready-after=3 answers its first requests with 503
//   never         listens on no port
//   crash=2       ends with exit code 7 on the second request to /work
//   kill          ends in the same way as a process that is out of memory
//   leak=100      keeps 100 MB more for each request to /work
//   child         starts a process that outlives it unless somebody ends it
//   deaf          does not end when it is asked to
//   calls=4000    holds a connection to this port as long as it runs, as does its child
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'

const [port, ...faults] = process.argv.slice(2)
const numberOf = (name, other) => Number(faults.find((one) => one.startsWith(`${name}=`))?.split('=')[1] ?? other)
const pidFile = faults.find((one) => one.startsWith('pids='))?.slice('pids='.length)

const leaked = []
let questions = 0
let requests = 0
const server = createServer((request, response) => {
  if (request.url === '/health') {
    questions += 1
    response.statusCode = questions > numberOf('ready-after', 0) ? 200 : 503
  }
  if (request.url === '/work') {
    requests += 1
    leaked.push(Buffer.alloc(numberOf('leak', 0) * 1e6, 1))
    if (requests === numberOf('crash', -1)) {
      console.error('out of luck')
      // The kernel ends a process with this signal when memory runs out.
      if (faults.includes('kill')) process.kill(process.pid, 'SIGKILL')
      else process.exit(7)
    }
  }
  response.end(JSON.stringify({ factor: numberOf('factor', 1) }))
})

const pids = [process.pid]
if (faults.includes('child')) {
  const call = numberOf('calls', 0) === 0 ? '' : `; net.connect(${numberOf('calls', 0)}, '127.0.0.1')`
  pids.push(spawn(process.execPath, ['-e', `setInterval(() => null, 1000)${call}`], { stdio: 'ignore' }).pid)
}
if (numberOf('calls', 0) !== 0) connect(numberOf('calls', 0), '127.0.0.1')
if (pidFile !== undefined) writeFileSync(pidFile, pids.join('\n'))
if (faults.includes('deaf')) process.on('SIGTERM', () => null)
if (faults.includes('never')) setInterval(() => null, 1000)
else server.listen(Number(port), '127.0.0.1')

// A load tool that writes what JMeter writes: node ladder.mjs ADDRESS FOLDER SECONDS USERS...
// Each user waits for its answer before it asks again. One file for each load, in a folder that says it: users-8/results.jtl.
// OWN_MS=20: the tool itself takes so long between two requests, one user at a time, as one that is too slow for its load.
import { mkdirSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

const [address, folder, seconds, ...loads] = process.argv.slice(2)
const ownMs = Number(process.env.OWN_MS ?? 0)
const agent = new Agent({ keepAlive: true })

const ask = () =>
  new Promise((resolve, reject) => {
    get(address, { agent }, (response) => response.resume().on('end', () => resolve(response.statusCode))).on(
      'error',
      reject,
    )
  })

let turn = Promise.resolve()
const ownWork = () => {
  if (ownMs > 0) turn = turn.then(() => pause(ownMs))
  return turn
}

for (const load of loads.map(Number)) {
  const rows = ['timeStamp,elapsed,label,responseCode,responseMessage,success,allThreads']
  const untilMs = Date.now() + Number(seconds) * 1000
  const user = async () => {
    while (Date.now() < untilMs) {
      await ownWork()
      const [startMs, startedMs] = [Date.now(), performance.now()]
      const status = await ask()
      const elapsedMs = Math.round(performance.now() - startedMs)
      rows.push(`${startMs},${elapsedMs},GET /,${status},OK,${status === 200},${load}`)
    }
  }
  await Promise.all(Array.from({ length: load }, user))
  mkdirSync(`${folder}/users-${load}`, { recursive: true })
  writeFileSync(`${folder}/users-${load}/results.jtl`, `${rows.join('\n')}\n`)
}
agent.destroy()

import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { accuracyPage } from './simulation/accuracy-page.ts'
import { allCells, type Cell, type Measured, measureCell } from './simulation/cells.ts'
import { placeOf } from './simulation/promises.ts'

/*
 * Measures how often the gate is right, and writes docs/accuracy.md. Takes some minutes on two processors. `npm run simulate --
 * 200` is a quick look that writes nothing. Each cell has its own random numbers, so the result does not depend on the thread
 * that measures it.
 */
const PULL_REQUESTS = 1000

if (isMainThread) await simulate()
else parentPort?.on('message', (cell: Cell) => parentPort?.postMessage(measureCell(cell)))

async function simulate(): Promise<void> {
  const asked = process.argv[2]
  const pullRequests = asked === undefined ? PULL_REQUESTS : Number(asked)
  if (!Number.isInteger(pullRequests) || pullRequests < 1) {
    throw new Error(`The number of simulated pull requests must be a whole number above 0, found ${asked}.`)
  }
  const cells = allCells(pullRequests)
  const measured: Measured[] = []
  const queue = [...cells.entries()]
  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), cells.length) }, async () => {
      const worker = new Worker(new URL(import.meta.url))
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [index, cell] = next
        measured[index] = await measuredBy(worker, cell)
        process.stderr.write(`${cell.table}: ${placeOf(cell)}\n`)
      }
      await worker.terminate()
    }),
  )
  const page = accuracyPage(measured, pullRequests)
  if (asked === undefined) writeFileSync(new URL('../docs/accuracy.md', import.meta.url), page)
  else process.stdout.write(page)
  const { user, system } = process.cpuUsage()
  process.stderr.write(
    `${Math.round(performance.now() / 1000)} s, ${Math.round((user + system) / 1e6)} s of processor time\n`,
  )
}

async function measuredBy(worker: Worker, cell: Cell): Promise<Measured> {
  const answer = once(worker, 'message')
  worker.postMessage(cell)
  const [measured] = await answer
  return measured
}

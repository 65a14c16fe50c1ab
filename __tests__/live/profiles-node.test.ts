import { writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { execPath } from 'node:process'
import { expect, test } from '@jest/globals'
import { runCli } from '../e2e/run-cli.ts'
import { call } from './call.ts'
import { expectHeavierIsNamed, type Rounds, useFolder } from './profile.ts'

/* Profiles that Node records now. Only shares are compared, so a slow or busy machine makes the recording longer and changes nothing else. */

const folderOfTests = useFolder()

function program(rounds: Rounds): string {
  const functions = Object.entries(rounds).map(
    ([name, count]) => `function ${name}(x) {
  for (let i = 0; i < ${count * 1000}; i++) x = (Math.imul(x ^ (x >>> 13), 0x9e3779b1) + i) | 0
  return x
}`,
  )
  return `${functions.join('\n')}
function handle(x) {
${Object.keys(rounds)
  .map((name) => `  x = ${name}(x)`)
  .join('\n')}
  return x
}
let x = 1
for (let i = 0; i < 800; i++) x = handle(x)
process.exitCode = x === 42 ? 1 : 0
function last() {}
last()
`
}

test('node --cpu-prof: three profiles a side name the function', async () => {
  await expectHeavierIsNamed(join(folderOfTests(), 'cpu'), 'encode (service.cjs)', {
    runs: 3,
    extension: 'cpuprofile',
    build: (folder, rounds) => writeFile(join(folder, 'service.cjs'), program(rounds)),
    record: async (folder, file) => {
      const to = [`--cpu-prof-dir=${dirname(file)}`, `--cpu-prof-name=${basename(file)}`]
      await call(execPath, ['--cpu-prof', '--cpu-prof-interval=500', ...to, 'service.cjs'], { folder })
    },
  })
})

test('node --heap-prof: the function that holds most is shown first', async () => {
  const folder = folderOfTests()
  const script = `globalThis.kept = []
function fillCache() { for (let i = 0; i < 400; i++) kept.push(new Array(4096).fill(i)) }
function readOrders() { for (let i = 0; i < 40; i++) kept.push(new Array(4096).fill(i)) }
fillCache()
readOrders()
`
  await writeFile(join(folder, 'heap.cjs'), script)
  await call(execPath, ['--heap-prof', '--heap-prof-name=run.heapprofile', 'heap.cjs'], { folder })
  const { stdout } = await runCli(['inspect', join(folder, 'run.heapprofile')])
  expect(stdout).toMatch(/ {2}tool +V8 heap profiler\n/)
  expect(stdout).toMatch(/take most:\n +\d+\.\d % {2}fillCache \(heap\.cjs\)\n/)
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createSharedRunners, type EndedStep } from './runner.ts'

/* Jobs that share a process do not notice each other. */

let folder: string
let runners: ReturnType<typeof createSharedRunners>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scripts-'))
  runners = createSharedRunners()
})

afterEach(async () => {
  await runners.end()
  await rm(folder, { recursive: true })
})

type Ran = EndedStep & Readonly<{ root: string; lines: readonly string[] }>

async function run(code: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const script = join(folder, 'script.mjs')
  await writeFile(script, code)
  const { root, run, release } = await runners.take()
  const lines: string[] = []
  try {
    const onLine = (stream: string, line: string) => lines.push(`${stream}: ${line}`)
    return {
      ...(await run({ script, env, workspace: root, onLine, onStart: () => undefined })),
      root,
      lines: lines.sort(),
    }
  } finally {
    await release()
  }
}

const TELL = 'console.log(JSON.stringify([process.pid, process.env, process.cwd(), process.exitCode ?? null]))'

test('the next job has the same process, and nothing of the job before', async () => {
  const { root, ...first } = await run(
    `process.exitCode = 3; process.env.LEFT = 'x'; process.stdout.write('half a line'); console.error(process.pid)`,
    { GIVEN: 'to the first' },
  )
  expect(first).toEqual({
    exitCode: 3,
    stdout: 'half a line',
    stderr: expect.stringMatching(/^\d+\n$/),
    lines: [`stderr: ${first.stderr.trim()}`, 'stdout: half a line'],
  })
  const second = await run(TELL, { ALSO: 'given' })
  expect(second).toMatchObject({ exitCode: 0, root })
  expect(JSON.parse(second.stdout)).toEqual([Number(first.stderr), { ALSO: 'given' }, root, null])
})

test('a job that breaks ends its process, and the next one gets another', async () => {
  const broken = await run(`console.log(process.pid); setImmediate(() => { throw new Error('it broke') }); await 0
    await new Promise(() => {})`)
  expect(broken).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('it broke') })
  const next = await run(TELL)
  expect(JSON.parse(next.stdout)).not.toContain(Number(broken.stdout))
})

test('jobs at the same time have processes of their own', async () => {
  const [one, other] = await Promise.all([run(TELL), run(TELL)])
  expect(one.root).not.toBe(other.root)
  expect(JSON.parse(one.stdout)[0]).not.toBe(JSON.parse(other.stdout)[0])
})

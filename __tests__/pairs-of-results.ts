import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, jest } from '@jest/globals'
import { compare } from '../src/commands/compare.ts'

const SUMMARY = fileURLToPath(new URL('./fixtures/k6/handle-summary.k6-v2.2.0.json', import.meta.url))

type Beside = Readonly<Record<string, string | Readonly<{ copy: string }>>>

/** Five pairs of the same result, with files beside each of them. `fixtures`: where files to copy lie. Call it once in a test file. */
export function pairsOfResults(fixtures: string) {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perf-gate-beside-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
  })

  /** @param beside what lies beside a result, by side and number of the run */
  async function results(
    name: string,
    beside: (side: 'baseline' | 'candidate', run: number) => Beside,
    service = 'orders',
  ): Promise<string> {
    const root = join(folder, name)
    for (const side of ['baseline', 'candidate'] as const) {
      for (const run of [1, 2, 3, 4, 5]) {
        const place = join(root, service, side, `run-${run}`)
        await mkdir(place, { recursive: true })
        await cp(SUMMARY, join(place, 'summary.json'))
        for (const [path, content] of Object.entries(beside(side, run))) {
          await mkdir(dirname(join(place, path)), { recursive: true })
          if (typeof content === 'string') await writeFile(join(place, path), content)
          else await cp(join(fixtures, content.copy), join(place, path))
        }
      }
    }
    return root
  }

  async function run(path: string, ...flags: readonly string[]) {
    const [json, html] = [join(folder, 'report.json'), join(folder, 'report.html')]
    const { exitCode, printed } = await printedBy(compare, [
      '--results',
      path,
      '--json',
      json,
      '--html',
      html,
      ...flags,
    ])
    return { exitCode, printed, json: JSON.parse(await readFile(json, 'utf8')), html: await readFile(html, 'utf8') }
  }

  return { folder: () => folder, results, run }
}

/** What a command prints, and its exit code. */
export async function printedBy(
  command: (args: readonly string[]) => Promise<number>,
  args: readonly string[],
): Promise<Readonly<{ exitCode: number; printed: string }>> {
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  try {
    const exitCode = await command(args)
    return { exitCode, printed: write.mock.calls.map(([text]) => String(text)).join('') }
  } finally {
    write.mockRestore()
  }
}

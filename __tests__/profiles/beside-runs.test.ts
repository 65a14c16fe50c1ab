import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { inspect } from '../../src/commands/inspect.ts'
import { pairsOfResults, printedBy } from '../pairs-of-results.ts'
import { PROFILE_FIXTURES } from './recorded.ts'

const { folder, results, run } = pairsOfResults(PROFILE_FIXTURES)

const perf = (side: 'baseline' | 'candidate', run: number) => ({
  'profile/perf.txt': { copy: `perf/${side}/run-${run}.perf-script.txt.gz` },
})

describe('profiles beside runs', () => {
  test('name the function in every report, and change no verdict', async () => {
    const without = await run(await results('plain', () => ({})))
    const { exitCode, printed, json, html } = await run(await results('perf', perf))
    expect(exitCode).toBe(without.exitCode)
    expect({ ...json, profiles: [] }).toEqual(without.json)
    expect(printed).toContain('Where the time goes in `orders`: `orders::marshalAny<unsigned long>` takes ')
    expect(printed).toContain('### Where the time goes')
    expect(printed.match(/^\| `orders::.*more, proven \|$/gm)).toHaveLength(1)
    expect(json.profiles).toHaveLength(1)
    expect(json.profiles[0]).toMatchObject({ service: 'orders', tool: 'perf', runs: { baseline: 5, candidate: 5 } })
    expect(html).toContain('Flame graph: perf, CPU time')
    expect(html).toContain('<title>orders::marshalAny&lt;unsigned long&gt;: ')
    expect(without.printed).not.toContain('Where the time goes')
  })

  test('are measured against the requests of their own run', async () => {
    const { printed } = await run(await results('requests', perf))
    expect(printed).toMatch(/\| All functions together \| [+-]?\d+\.\d % per request \|/)
    expect(printed).toMatch(/\| Per request \| Change \|/)
  })

  test('that cannot be read are named, and refuse nothing', async () => {
    const broken = () => ({
      'profile/perf.data': 'PERFILE2 and more',
      'profile/cut.cpuprofile': '{"nodes":[{"callFrame":{}}],"timeDeltas":[1',
      'profile/summary.json': '{"metrics": 1',
    })
    const plain = await run(await results('plain-too', () => ({})))
    const { exitCode, printed, json } = await run(await results('broken', broken))
    expect(exitCode).toBe(0)
    expect(json).toEqual(plain.json)
    expect(printed).toContain('`orders/baseline/run-1/profile/perf.data` was not read. The file is a recording of perf')
    expect(printed).toContain(
      '`orders/baseline/run-1/profile/cut.cpuprofile` was not read. The profile is not valid JSON',
    )
    expect(printed).toContain('- 25 more were not read.')
  })

  test('recorded in runs of their own, where nothing else was measured, belong to the service of their path', async () => {
    const root = await results('apart', () => ({}))
    for (const side of ['baseline', 'candidate'] as const) {
      for (const number of [1, 2, 3, 4, 5]) {
        const place = join(root, 'orders', side, `run-${number + 10}`, 'profile')
        await mkdir(place, { recursive: true })
        await cp(join(PROFILE_FIXTURES, `perf/${side}/run-${number}.perf-script.txt.gz`), join(place, 'perf.txt'))
      }
    }
    const { exitCode, printed } = await run(root)
    expect(exitCode).toBe(0)
    expect(printed).toContain('Where the time goes in `orders`: `orders::marshalAny<unsigned long>` takes ')
  })

  test('recorded in runs of their own are measured against the requests that are written beside them', async () => {
    const apart = async (name: string, runJson: string) => {
      const root = await results(name, () => ({}))
      for (const side of ['baseline', 'candidate'] as const) {
        for (const number of [1, 2, 3, 4, 5]) {
          const place = join(root, 'orders', side, `run-${number + 10}`, 'profile')
          await mkdir(place, { recursive: true })
          await cp(join(PROFILE_FIXTURES, `perf/${side}/run-${number}.perf-script.txt.gz`), join(place, 'perf.txt'))
          await writeFile(join(place, 'run.json'), runJson)
        }
      }
      return await run(root)
    }
    const known = await apart('counted', '{ "schemaVersion": 1, "requests": 1000 }')
    expect(known.printed).toMatch(/\| All functions together \| [+-]?\d+\.\d % per request \|/)
    const broken = await apart('miscounted', '{ "schemaVersion": 1, "requests": -1 }')
    expect(broken.exitCode).toBe(0)
    expect(broken.printed).not.toContain('All functions together')
    expect(broken.printed).toContain(
      '`orders/baseline/run-11/profile/run.json` was not read. The file run.json is not as "perf-gate stamp" writes it: requests',
    )
  })

  test('block where the policy says so and the tool counts exactly', async () => {
    const leaks = (side: 'baseline' | 'candidate') => ({
      'profile/memcheck.xml': { copy: `memcheck/${side}/run-1.memcheck.xml` },
    })
    const policy = join(folder(), 'policy.yml')
    await writeFile(policy, 'version: 1\ndefaults:\n  levels: { profile: fail }\n')
    const root = await results('leaks', leaks)
    expect((await run(root)).exitCode).toBe(0)
    const { exitCode, json } = await run(root, '--policy', policy)
    expect(exitCode).toBe(1)
    expect(json.findings).toContainEqual(expect.objectContaining({ rule: 'profile', level: 'fail', service: 'orders' }))
    expect((await run(await results('perf-warns', perf), '--policy', policy)).exitCode).toBe(0)
  })

  test('own code is what the policy says', async () => {
    const policy = join(folder(), 'own.yml')
    await writeFile(policy, 'version: 1\ndefaults:\n  profiles: { own: ["orders::handleOrder"] }\n')
    const { json } = await run(await results('own', perf), '--policy', policy)
    expect(json.profiles[0].functions.map(({ name }: { name: string }) => name)).toEqual(['orders::handleOrder'])
  })

  test('are listed by inspect', async () => {
    const root = await results('inspected', (side, number) =>
      number === 1 ? { ...perf(side, 1), 'profile/a.data': 'PERFILE2' } : {},
    )
    const { exitCode, printed } = await printedBy(inspect, [root])
    expect(exitCode).toBe(0)
    expect(printed).toContain('4 profiles beside the runs.\n')
    expect(printed).toContain('  orders · baseline · orders/baseline/run-1/profile/perf.txt: perf, 956 samples\n')
    expect(printed).toContain(
      '  orders · candidate · orders/candidate/run-1/profile/a.data: not read: The file is a recording of perf',
    )
  })

  test('a service that is called profile is a service', async () => {
    const { json, exitCode } = await run(await results('named', () => ({}), 'profile'))
    expect(exitCode).toBe(0)
    expect(json.comparisons[0].service).toBe('profile')
  })
})

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { monitor } from '../../src/commands/monitor.ts'
import { UserError } from '../../src/model/errors.ts'

const POLICY = 'version: 1\nservices: { checkout: { objective: { bound: 300ms, within: 99% } } }\n'

let folder: string
let out: string
let policy: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-monitor-'))
  out = join(folder, 'monitoring')
  policy = join(folder, 'policy.yml')
  await writeFile(policy, POLICY)
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function run(...args: readonly string[]): Promise<Readonly<{ exitCode: number; printed: string }>> {
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  try {
    const exitCode = await monitor([...(args.includes('--out') ? [] : ['--out', out]), '--policy', policy, ...args])
    return { exitCode, printed: write.mock.calls.map(([text]) => String(text)).join('') }
  } finally {
    write.mockRestore()
  }
}

test('writes the files, says what to know, and is content with them', async () => {
  const first = await run()
  expect(first.exitCode).toBe(0)
  expect(first.printed).toContain(`wrote          ${join(out, 'rules/checkout.yml')}\n`)
  expect(first.printed).toContain('Note: checkout: no bucket of http_request_duration_seconds ends at 300ms.')
  expect((await run()).printed).toContain(`already there  ${join(out, 'rules/checkout.yml')}\n`)
  expect(await run('--check')).toEqual({
    exitCode: 0,
    printed: expect.stringMatching(/ is what the policy says: \d+ files\.\n$/),
  })
})

describe('--check writes nothing, and ends with exit code 1', () => {
  test('where a file is missing', async () => {
    const { exitCode, printed } = await run('--check')
    expect(exitCode).toBe(1)
    expect(printed).toContain(`missing   ${join(out, 'rules/checkout.yml')}\n`)
    await expect(readFile(join(out, 'rules/checkout.yml'))).rejects.toThrow('ENOENT')
  })

  test('where the policy is another since', async () => {
    await run()
    const before = await readFile(join(out, 'rules/checkout.yml'), 'utf8')
    await writeFile(policy, POLICY.replace('99%', '99.5%'))
    const { exitCode, printed } = await run('--check')
    expect(exitCode).toBe(1)
    expect(printed).toContain(`old       ${join(out, 'rules/checkout.yml')}\n`)
    expect(printed).not.toContain('alertmanager.yml')
    expect(await readFile(join(out, 'rules/checkout.yml'), 'utf8')).toBe(before)
  })

  test('where somebody edited a file', async () => {
    await run()
    const path = join(out, 'alertmanager/alertmanager.yml')
    await writeFile(path, (await readFile(path, 'utf8')).replace('checkout-page', 'nobody'))
    expect(await run('--check')).toEqual({ exitCode: 1, printed: expect.stringMatching(`^old       ${path}\nRun `) })
  })

  test('where a service is gone, and its files are still there; files of the team are not looked at', async () => {
    await run()
    await mkdir(join(out, 'rules'), { recursive: true })
    await writeFile(join(out, 'rules/own.yml'), 'groups: []\n')
    await writeFile(policy, POLICY.replace('checkout', 'cart'))
    await run()
    const { exitCode, printed } = await run('--check')
    expect(exitCode).toBe(1)
    expect(printed).toContain(`left over ${join(out, 'rules/checkout.yml')}\n`)
    expect(printed).toContain(`left over ${join(out, 'dashboards/services/checkout.json')}\n`)
    expect(printed).not.toContain('own.yml')
    expect(printed).not.toMatch(/^(?:old|missing)/m)
  })
})

test('the folder may be the one that the command is called in', async () => {
  await run()
  const cwd = process.cwd()
  process.chdir(out)
  try {
    expect(await run('--out', '.', '--check')).toEqual({
      exitCode: 0,
      printed: '. is what the policy says: 10 files.\n',
    })
  } finally {
    process.chdir(cwd)
  }
})

test('a file in place of the folder is told', async () => {
  await writeFile(out, '')
  await expect(run()).rejects.toThrow(/^--out: .* is a file\. Give the path of a folder\.$/)
})

test('the order of services in the policy does not matter', async () => {
  const services = ['cart: {}', 'checkout: {}']
  const text = (names: readonly string[]): string =>
    `version: 1\ndefaults: { objective: { bound: 250ms, within: 99% } }\nservices: { ${names.join(', ')} }\n`
  await writeFile(policy, text(services))
  await run()
  await writeFile(policy, text(services.toReversed()))
  expect((await run('--check')).exitCode).toBe(0)
})

test.each([
  ['version: 1\n', /no service has an objective, so there is nothing to watch/],
  ['version: 1\ndefaults: { objective: { bound: 250ms, within: 99% } }\n', /no service is named/],
  [
    'version: 1\nservices: { "pay-*": { objective: { bound: 250ms, within: 99% } } }\n',
    /`services\.pay-\*` has an objective, and a pattern does not say which services there are/,
  ],
  [
    'version: 1\nservices: { a: { objective: { bound: 20s, within: 99% } } }\n',
    /objective of a has a bound of 20000ms, above the last bucket/,
  ],
  [
    'version: 1\nservices: { a: { objective: { bound: 250ms } } }\n',
    /line 2: `services\.a\.objective\.within` is missing/,
  ],
  [
    'version: 1\nservices: { a: { objective: { bound: 250ms, within: 100% } } }\n',
    /`services\.a\.objective\.within` must be at least 95% and at most 99\.99%.*Found `100%`/,
  ],
  [
    'version: 1\nservices: { a: { objective: { bound: 250ms, within: 50% } } }\n',
    /must be at least 95% and at most 99\.99%/,
  ],
  [
    'version: 1\nservices: { a: { objective: { bound: 20min, within: 99% } } }\n',
    /`services\.a\.objective\.bound` cannot be used/,
  ],
  [
    'version: 1\nservices: { a: { runbook: "https://w.example/{{ $value }}" } }\n',
    /runbook` must be the address of a page/,
  ],
  ['version: 1\nservices: { a: { owner: "x\\" or 1" } }\n', /owner` must be the name of a team/],
  [
    'version: 1\nservices: { a: { container: "shop/app/x" } }\n',
    /container` must be the name of a container such as app or shop\/app, or `none`/,
  ],
  ['version: 1\nmonitoring: { histogram: http_seconds_bucket }\n', /without _bucket or _count/],
  ['version: 1\nmonitoring: { buckets: [1s, 100ms] }\n', /`monitoring\.buckets` must ascend/],
  ['version: 1\nmonitoring: { status_label: code }\n', /Did you mean `status-label`\?/],
])('refuses %j', async (text, message) => {
  await writeFile(policy, text)
  await expect(run()).rejects.toThrow(UserError)
  await expect(run()).rejects.toThrow(message)
})

test('a policy that is not there, and a missing --out, are told', async () => {
  await expect(monitor(['--out', out, '--policy', join(folder, 'none.yml')])).rejects.toThrow(
    /none\.yml cannot be read \(ENOENT\)/,
  )
  await expect(monitor([])).rejects.toThrow(/--out is missing/)
})

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { parseMeasureFile } from '../../src/measure/measure-plan.ts'
import { fillPlaceholders } from '../../src/measure/placeholders.ts'
import { find, readContent } from '../formats/read-fixture.ts'
import { blocksOf, ROOT, readRepositoryFile } from './markdown-page.ts'

/* The load command of docs/tools/perf-gate-metrics.md, as it stands there, with what autocannon 9.0.0 printed once in place of autocannon. */

const RECORDED = `${ROOT}__tests__/fixtures/autocannon/9.0.0.json`
const IS_LEFT_OUT = spawnSync('jq', ['--version']).status !== 0

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-autocannon-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function load(npx: string): number | null {
  const [, page = ''] = readRepositoryFile('docs/tools/perf-gate-metrics.md').split('## autocannon\n')
  const [block] = blocksOf(page).filter(({ language }) => language === 'yaml')
  const command = parseMeasureFile(block?.text ?? '', 'the page').services[0]?.load ?? ''
  const output = join(folder, 'result.json')
  const values = { port: '1', address: 'http://127.0.0.1:1', service: 'shop', variant: 'candidate', run: '1' }
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\n${npx}\n`)
  chmodSync(join(folder, 'npx'), 0o755)
  const env = { PATH: `${folder}:${process.env.PATH}` }
  return spawnSync('/bin/sh', ['-c', fillPlaceholders(command, { ...values, output, 'output-folder': folder })], {
    env,
  }).status
}

if (IS_LEFT_OUT) {
  test.skip('left out: no jq on the PATH', () => undefined)
} else {
  test('what autocannon prints becomes a result', async () => {
    expect(load(`cat ${RECORDED}`)).toBe(0)
    const run = await readContent(readFileSync(join(folder, 'result.json'), 'utf8'))
    expect(run).toMatchObject({ tool: 'autocannon', format: 'perf-gate-metrics' })
    expect(find(run, 'latency')).toMatchObject({ quantity: 'latency', central: 'avg', sampleCount: 4519 })
    expect(find(run, 'latency').stats.get('avg')).toBe(2.28)
    expect(find(run, 'requests').stats.get('rate')).toBeCloseTo(4519 / 3.02, 9)
    expect(find(run, 'errors').stats.get('rate')).toBe(0)
  })

  test('one that fails leaves no result, and its exit code', () => {
    expect(load('exit 3')).toBe(3)
    expect(() => readFileSync(join(folder, 'result.json'))).toThrow('ENOENT')
  })
}

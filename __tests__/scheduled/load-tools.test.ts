import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from '@jest/globals'
import { call } from '../live/call.ts'
import { liveTest } from '../live/live-test.ts'
import { BLOCKED_BY_P95, loadAndJudge, PASSES_ON_MEDIAN } from '../live/load.ts'
import { startHttpService } from '../live/service.ts'

/* Gatling and JMeter run here, by the commands of their pages in docs/tools with fewer seconds, and the packaged gate judges what they write. */

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-load-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function filesOf(project: string): Promise<Readonly<Record<string, string>>> {
  const place = join(import.meta.dirname, project)
  const names = await readdir(place, { recursive: true, withFileTypes: true })
  const paths = names.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path.slice(place.length + 1), await readFile(path, 'utf8')] as const)),
  )
}

liveTest(['mvn', 'javac'], 'Gatling: a slower service is blocked by its p95, an unchanged one passes', async () => {
  const { unchanged, slower } = await loadAndJudge(folder, {
    tool: 'gatling',
    start: startHttpService,
    changes: (port) => ({ 'mvn -q gatling:test': `mvn -q -B gatling:test -Dbase=http://127.0.0.1:${port}` }),
    warmUp: '1s',
    files: await filesOf('gatling'),
  })
  expect(unchanged).toMatchObject(PASSES_ON_MEDIAN)
  expect(slower).toMatchObject(BLOCKED_BY_P95)
})

liveTest(['mvn', 'java'], 'JMeter: a slower service is blocked by its p95, an unchanged one passes', async () => {
  await cp(join(import.meta.dirname, 'jmeter/pom.xml'), join(folder, 'pom.xml'))
  await call('mvn', ['-q', '-B', 'com.lazerycode.jmeter:jmeter-maven-plugin:3.6.1:configure'], { folder })
  const jar = (await call('find', [folder, '-name', 'ApacheJMeter-5.6.3.jar'], { folder })).trim()
  const { unchanged, slower } = await loadAndJudge(folder, {
    tool: 'jmeter',
    start: startHttpService,
    changes: (port) => ({ 'jmeter -n': `java -jar ${jar} -n -Jport=${port}` }),
    warmUp: '1s',
    files: await filesOf('jmeter'),
  })
  expect(unchanged).toMatchObject(PASSES_ON_MEDIAN)
  expect(slower).toMatchObject(BLOCKED_BY_P95)
})

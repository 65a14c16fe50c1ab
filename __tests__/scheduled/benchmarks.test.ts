import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from '@jest/globals'
import { type Build, benchmark } from '../live/benchmark.ts'
import { call } from '../live/call.ts'
import { SLOWER } from '../live/judge.ts'
import { liveTest } from '../live/live-test.ts'

/*
 * JMH and Criterion run here, by the commands of their pages in docs/tools with fewer seconds, and the packaged gate judges what they
 * write. They measure elapsed time, so on a busy machine an unchanged pair may be blocked: that it is read and judged is what counts.
 */

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-benchmarks-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** A source of this folder. The slower version does four times the work. */
async function source(name: string, isSlower: boolean): Promise<string> {
  const text = await readFile(join(import.meta.dirname, name), 'utf8')
  return isSlower ? text.replace('2000', '8000') : text
}

liveTest(['mvn', 'javac'], 'JMH: times and allocations are read, and four times of both are blocked', async () => {
  await cp(join(import.meta.dirname, 'jmh/pom.xml'), join(folder, 'pom.xml'))
  await call('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib'], { folder })
  const jars = await readdir(join(folder, 'lib'))
  // A line of a manifest that begins with a space goes on with the line before.
  const classPath = jars.map((jar) => `../../../lib/${jar}`).join('\n  ')
  const build: Build = async (side, isSlower) => {
    await writeFile(join(side, 'Parse.java'), await source('jmh/Parse.java', isSlower))
    await call('javac', ['-cp', '../../lib/*', '-d', 'target/classes', 'Parse.java'], { folder: side })
    await writeFile(join(side, 'manifest'), `Main-Class: org.openjdk.jmh.Main\nClass-Path: ${classPath}\n`)
    await call('jar', ['cfm', 'target/benchmarks.jar', 'manifest', '-C', 'target/classes', '.'], { folder: side })
  }
  const { unchanged, slower } = await benchmark(folder, 'jmh', build, {
    '-f 3 -i 5': '-f 2 -wi 2 -i 3 -w 100ms -r 100ms',
  })
  const [time, none] = ['avg of shop.Parse.parse avgt', 'avg of shop.Parse.parse avgt gc.alloc.rate.norm']
  const bytes = 'avg of shop.Parse.copy avgt gc.alloc.rate.norm'
  expect(unchanged.verdicts).toMatchObject({
    [time]: expect.any(String),
    [bytes]: 'unchanged',
    [none]: 'unchanged',
  })
  expect(slower).toMatchObject({ exitCode: 1, verdicts: { [time]: SLOWER, [bytes]: 'regressed', [none]: 'unchanged' } })
})

liveTest(['cargo'], 'Criterion: the mean is read, and four times of it are blocked', async () => {
  const project = join(folder, 'project')
  await cp(join(import.meta.dirname, 'criterion'), project, { recursive: true })
  await call('cargo', ['bench', '-q', '--no-run'], { folder: project })
  const build: Build = async (side, isSlower) => {
    // With the dependencies, which take a minute to build.
    await call('cp', ['-a', `${project}/.`, side], { folder })
    await writeFile(join(side, 'benches/parser.rs'), await source('criterion/benches/parser.rs', isSlower))
  }
  const { unchanged, slower } = await benchmark(folder, 'criterion', build, {})
  expect(unchanged.verdicts).toEqual({ 'avg of parse': expect.any(String) })
  expect(slower).toMatchObject({ exitCode: 1, verdicts: { 'avg of parse': SLOWER } })
})

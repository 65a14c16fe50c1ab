import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { ROOT, readRepositoryFile } from '../docs/markdown-page.ts'

/* What the sources must never do. A new file that does it turns one of these red. */

const SOURCES = globSync('src/**/*.ts', { cwd: ROOT }).sort()

/** The sources in which the pattern is found. */
function filesWith(pattern: RegExp): readonly string[] {
  return SOURCES.filter((path) => pattern.test(readFileSync(join(ROOT, path), 'utf8')))
}

describe('the sources', () => {
  test('send requests from few files: to GitHub, to the service that measure starts and its container engine, and to Prometheus where it is asked', () => {
    expect(filesWith(/(?<![\w.])fetch\((?!\))/)).toEqual([
      'src/github/artifacts.ts',
      'src/github/client.ts',
      'src/measure/until-ready.ts',
      'src/prometheus/query.ts',
    ])
    // It asks for a port that is free.
    expect(filesWith(/from 'node:(?:http|https|net|tls|dgram|dns)'|from 'undici'|XMLHttpRequest|WebSocket/)).toEqual([
      'src/measure/engine.ts',
      'src/measure/free-port.ts',
      'src/measure/until-ready.ts',
    ])
  })

  test('keep no data in the cache of workflows', () => {
    expect(filesWith(/@actions\/cache|actions\/caches/)).toEqual([])
    expect(readRepositoryFile('package-lock.json')).not.toContain('"node_modules/@actions/cache"')
  })

  test('set no variable of later steps', () => {
    expect(filesWith(/exportVariable|addPath|saveState|GITHUB_ENV/)).toEqual([])
  })

  test('run no text as code', () => {
    expect(filesWith(/\beval\(|new Function\(|node:vm/)).toEqual([])
  })

  test('start programs from the commands of a laptop and from measure only', () => {
    expect(filesWith(/node:child_process/)).toEqual([
      'src/measure/guard.ts',
      'src/measure/process-group.ts',
      'src/measure/versions.ts',
      'src/setup/program.ts',
    ])
  })

  test('have no pattern of a user: globs only', () => {
    // Those are made of constants; that of monitor is of the policy, on a laptop, and meets three characters.
    expect(filesWith(/new RegExp\(/)).toEqual([
      'src/measure/cgroup.ts',
      'src/monitor/rule-tests.ts',
      'src/results/run-path.ts',
      'src/storage/baseline-folder.ts',
    ])
  })
})

/** What GitHub fills in before the shell reads it, so that it can be more than text. */
const EXPRESSION = /\$\{\{[^}]*\}\}/

type Workflow = Readonly<{
  jobs?: Readonly<Record<string, Readonly<{ steps?: readonly Readonly<{ run?: string }>[] }>>>
}>

function commandsOf(text: string): readonly string[] {
  const { jobs = {} } = parse(text) as Workflow
  return Object.values(jobs).flatMap(({ steps = [] }) => steps.flatMap(({ run }) => (run === undefined ? [] : [run])))
}

const WORKFLOWS = globSync(['.github/workflows/*.yml', 'examples/workflows/**/*.yml'], { cwd: ROOT }).sort()

test.each(WORKFLOWS)('no command of %s holds an expression', (path) => {
  expect(commandsOf(readRepositoryFile(path)).filter((command) => EXPRESSION.test(command))).toEqual([])
})

test('an expression in a command is noticed', () => {
  const text = 'jobs: { a: { steps: [{ run: "echo $' + '{{ steps.gate.outputs.outcome }}" }] } }'
  expect(commandsOf(text).filter((command) => EXPRESSION.test(command))).toHaveLength(1)
})

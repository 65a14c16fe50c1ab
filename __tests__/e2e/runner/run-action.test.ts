import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type GitHub, startGitHub } from '../github/start-github.ts'
import { pullRequestEvent } from './job-event.ts'
import { type ActionResult, runAction } from './run-action.ts'

let github: GitHub
let number: number
let actionDirectory: string

const MANIFEST = `
name: tiny
inputs:
  name: { description: n, default: perf-gate }
  max-regression: { description: m }
  github-token: { description: t, default: '\${{ github.token }}' }
runs: { using: node24, main: dist/index.js }
`

beforeEach(async () => {
  github = await startGitHub()
  await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
  await github.pushCommit({ branch: 'change', from: 'main', files: { 'a.md': 'a' } })
  number = await github.openPull({ head: 'change', base: 'main', author: 'alice' })
  actionDirectory = await mkdtemp(join(tmpdir(), 'tiny-action-'))
  await mkdir(join(actionDirectory, 'dist'))
  await writeFile(join(actionDirectory, 'action.yml'), MANIFEST)
  await writeFile(join(actionDirectory, 'package.json'), '{ "type": "module" }')
})

afterEach(async () => {
  await github.close()
  await rm(actionDirectory, { recursive: true })
})

/** Runs a script as the bundle of a tiny action, on the pull request. */
async function run(script: string, options: Partial<Parameters<typeof runAction>[0]> = {}): Promise<ActionResult> {
  await writeFile(
    join(actionDirectory, 'dist/index.js'),
    `import { appendFileSync, writeFileSync, readFileSync, readdirSync } from 'node:fs';\nconst { env } = process;\n${script}`,
  )
  return runAction({
    github,
    event: await pullRequestEvent(github, number, { action: 'opened' }),
    actionDirectory,
    ...options,
  })
}

test('the action sees what the runner gives, and nothing of this process', async () => {
  const result = await run(
    'console.log(JSON.stringify({ env, node: process.versions.node, stdin: readFileSync(0, "utf8"), cwd: process.cwd(), files: readdirSync(".") }))',
    {
      with: { 'max-regression': '8%' },
      workspaceFiles: { 'results/summary.json': '{}' },
      runId: 77,
    },
  )
  expect(result).toMatchObject({ exitCode: 0, conclusion: 'success', commands: [], annotations: [], stderr: '' })
  const { env, node, stdin, cwd, files } = JSON.parse(result.stdout) as {
    env: Record<string, string>
    node: string
    stdin: string
    cwd: string
    files: string[]
  }
  expect(node).toMatch(/^24\./)
  expect([stdin, cwd === env.GITHUB_WORKSPACE, files]).toEqual(['', true, ['results']])
  expect(env).toMatchObject({
    INPUT_NAME: 'perf-gate',
    'INPUT_MAX-REGRESSION': '8%',
    'INPUT_GITHUB-TOKEN': github.token,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REF: 'refs/pull/1/merge',
    GITHUB_REF_NAME: '1/merge',
    GITHUB_SHA: await github.refSha('pull/1/merge'),
    GITHUB_HEAD_REF: 'change',
    GITHUB_BASE_REF: 'main',
    GITHUB_RUN_ID: '77',
    GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/perf.yml@refs/pull/1/merge',
  })
  expect(
    Object.keys(env)
      .filter((name) => !/^(?:GITHUB_|INPUT_|RUNNER_)/.test(name))
      .sort(),
  ).toEqual(['CI', 'HOME', 'LANG', 'PATH'])
  expect(env.GITHUB_TOKEN).toBeUndefined()
})

test('outputs, summary, state, left files and the exit code come back', async () => {
  const result = await run(`
    appendFileSync(env.GITHUB_OUTPUT, 'outcome<<x1\\nfail\\nx1\\nblocked=true\\n');
    appendFileSync(env.GITHUB_STEP_SUMMARY, '# Report');
    appendFileSync(env.GITHUB_STATE, 'a=b\\n');
    writeFileSync(env.RUNNER_TEMP + '/report.json', '{"outcome":"fail"}');
    console.log(JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')).number);
    console.log('::error title=perf-gate::p95 is 8 %25 slower');
    console.error('::add-mask::' + env['INPUT_GITHUB-TOKEN']);
    process.exitCode = 1;`)
  expect(result).toMatchObject({
    exitCode: 1,
    conclusion: 'failure',
    outputs: { outcome: 'fail', blocked: 'true' },
    state: { a: 'b' },
    summary: '# Report',
    failures: [],
    environmentFile: '',
    pathFile: '',
  })
  expect([...result.files].map(([path, text]) => [path.split('/').at(-1), text])).toEqual([
    ['report.json', '{"outcome":"fail"}'],
  ])
  expect(
    result.annotations.map((annotation) => [annotation.level, annotation.message, annotation.properties.get('title')]),
  ).toEqual([['error', 'p95 is 8 % slower', 'perf-gate']])
  expect(result.masks).toEqual([github.token])
  expect(result.lines).toContain(String(number))
})

test('a name from an artifact that is printed as it is changes an output: what the gate must never allow', async () => {
  const hostile = 'GET /##[set-output name=outcome;]pass'
  const attacked = await run(
    `appendFileSync(env.GITHUB_OUTPUT, 'blocked=true\\n'); console.error(${JSON.stringify(`metric ${hostile}`)})`,
  )
  expect(attacked.outputs).toEqual({ outcome: 'pass', blocked: 'true' })
  expect(attacked.commands).toMatchObject([{ command: 'set-output', data: 'pass', stream: 'stderr' }])
  const defended = await run(`console.log(${JSON.stringify(`metric ${hostile.replace('##[', '##\u200b[')}`)})`)
  expect([defended.outputs, defended.commands]).toEqual([{}, []])
})

test('the step fails when a command file or a command is wrong, or the summary is too long', async () => {
  const wrongFile = await run("appendFileSync(env.GITHUB_OUTPUT, 'no equals sign')")
  expect(wrongFile).toMatchObject({
    exitCode: 0,
    conclusion: 'failure',
    outputs: {},
    failures: [expect.stringContaining("Invalid format 'no equals sign'")],
  })
  expect((await run("console.log('::set-env name=A::b')")).conclusion).toBe('failure')
  const long = await run("appendFileSync(env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1))")
  expect([long.summary, long.conclusion, long.annotations.map((annotation) => annotation.level)]).toEqual([
    '',
    'success',
    ['error'],
  ])
})

test('an unknown input and an unknown expression are mistakes of the test, and say so', async () => {
  await expect(run('', { with: { 'max-regresion': '8%' } })).rejects.toThrow(
    "Unexpected input(s) 'max-regresion', valid inputs are ['name', 'max-regression', 'github-token']",
  )
  await writeFile(join(actionDirectory, 'action.yml'), MANIFEST.replace('github.token', 'secrets.TOKEN'))
  await expect(run('')).rejects.toThrow('This expression in action.yml is not understood')
})

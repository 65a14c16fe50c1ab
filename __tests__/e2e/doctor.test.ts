import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { type GitHub, startGitHub } from './github/start-github.ts'
import { recordedResults } from './load-test.ts'
import { pushRecordedBaseline } from './recorded-baseline.ts'
import { type CliResult, runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

const PIN = 'a'.repeat(40)

let github: GitHub
/** There is no checkout, so the doctor reads the workflows through the API. */
let outside: string

beforeEach(async () => {
  github = await startGitHub()
  await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
  outside = await mkdtemp(join(tmpdir(), 'perf-gate-doctor-'))
})

afterEach(async () => {
  expect(github.violations).toEqual([])
  await github.close()
  await rm(outside, { recursive: true })
})

async function doctor(token = github.tokenOf('ada'), folder = outside): Promise<CliResult> {
  const env = { GITHUB_API_URL: github.apiUrl, GITHUB_TOKEN: token }
  return await runCli(['doctor', '--repo', 'acme/shop'], { folder, env })
}

/** The lines that the doctor prints between its first line and its count. */
function findings({ stdout }: CliResult): readonly string[] {
  return stdout.trim().split('\n').slice(2, -2)
}

async function example(name: string): Promise<string> {
  const text = await readFile(join(REPOSITORY_ROOT, 'examples/workflows', `${name}.yml`), 'utf8')
  return text.replaceAll(/OWNER\/perf-gate((?:\/\w+)?)@v0/g, `acme/perf-gate$1@${PIN}`)
}

async function pushWorkflow(text: string): Promise<void> {
  await github.pushCommit({ branch: 'main', files: { '.github/workflows/perf.yml': text } })
}

async function addLabel(): Promise<void> {
  const { owner, repo } = github
  await github.world.upstream.client().rest.issues.createLabel({ owner, repo, name: 'perf-override' })
}

async function addLoadTest(files: Readonly<Record<string, string | Uint8Array>>): Promise<number> {
  const headSha = (await github.refSha('heads/main')) ?? ''
  const run = await github.addWorkflowRun({ event: 'push', headSha, headBranch: 'main', actor: 'alice' })
  return github.uploadArtifact(run, 'k6-results-checkout', await artifactZip(files))
}

test('a repository where everything is in place', async () => {
  await pushWorkflow(await example('stored-baseline/perf'))
  await github.pushCommit({ branch: 'main', files: { '.github/perf-gate.yml': 'version: 1\n' } })
  await addLabel()
  await pushRecordedBaseline(github)
  await addLoadTest(await recordedResults('normal'))
  github.requireStatusByRuleset('main', 'perf-gate')
  github.world.undeletable.add('perf-gate-baselines')
  const result = await doctor()
  expect(findings(result)).toEqual([
    '✅ The token can read the code, the workflow runs and the pull requests.',
    '✅ The workflows that run the gate are sound: .github/workflows/perf.yml.',
    '✅ The policy .github/perf-gate.yml is valid.',
    '✅ The label perf-override exists.',
    expect.stringMatching(/^✅ k6-results-checkout of run \d+ has 5 runs that the gate understands\.$/),
    '✅ Artifacts are kept for 90 days.',
    '✅ The baseline of checkout can be read: 5 runs, the newest recorded today.',
    '✅ The branch perf-gate-baselines is protected against deletion.',
    '✅ The status perf-gate is required on main, by ruleset 42, from any source.',
  ])
  expect(result).toMatchObject({ exitCode: 0, stderr: '' })
  expect(result.stdout).toMatch(
    /^perf-gate doctor: acme\/shop\n\n[\s\S]*\n\n0 problems, 0 warnings, 9 checks passed\.\n$/,
  )
})

test('a repository where nothing is in place', async () => {
  const result = await doctor()
  expect(result.exitCode).toBe(1)
  expect(findings(result)).toEqual([
    '✅ The token can read the code, the workflow runs and the pull requests.',
    '❌ No workflow runs perf-gate.',
    '   → Write the workflows with: perf-gate init',
  ])
})

test('right after init was pushed: what is left to do', async () => {
  await pushWorkflow(await example('stored-baseline/perf'))
  const result = await doctor()
  expect(result.exitCode).toBe(1)
  expect(findings(result)).toEqual([
    '✅ The token can read the code, the workflow runs and the pull requests.',
    '✅ The workflows that run the gate are sound: .github/workflows/perf.yml.',
    '✅ There is no policy file .github/perf-gate.yml: the defaults hold.',
    '⚠️  There is no label perf-override, so nobody can accept a regression.',
    '   → gh label create perf-override --repo acme/shop --description "Accept a performance regression, with a reason"',
    '⚠️  perf.yml has not finished a run yet.',
    '   → Open a pull request that changes a comment, and wait for it.',
    '⚠️  No baseline is recorded on branch perf-gate-baselines, folder perf-gate, so there is nothing to compare with yet.',
    '   → Push to the default branch, or start the workflow there by hand, and wait for the job that records.',
    '❌ The status perf-gate is not required on main: a failed check does not stop a merge.',
    '   → Require it under Settings → Rules → Rulesets. docs/required-check.md shows each step.',
  ])
})

test('a job that is required instead of the status', async () => {
  await pushWorkflow(await example('pairs'))
  await github.requireStatus('main', 'judge')
  const result = await doctor()
  expect(result.exitCode).toBe(1)
  expect(findings(result).slice(-2)).toEqual([
    '❌ main requires the job judge, not the status perf-gate. A job that is skipped counts as passed.',
    '   → Require perf-gate instead.',
  ])
})

test('a status that branch protection requires', async () => {
  await pushWorkflow(await example('pairs'))
  await github.requireStatus('main', 'perf-gate')
  expect(findings(await doctor())).toContain(
    '✅ The status perf-gate is required on main, by branch protection, from any source.',
  )
})

test('results that the gate refuses, and artifacts that do not live long', async () => {
  await pushWorkflow(await example('pairs'))
  github.world.retention.days = 3
  await addLoadTest({ 'run-1/summary.json': '{"metrics":', 'run-1/exit-code': '0' })
  const result = await doctor()
  expect(result.exitCode).toBe(1)
  const lines = findings(result)
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^❌ k6-results-checkout of run \d+ has a result that cannot be used: k6-results-checkout\/run-1\/summary.json: /,
    ),
  )
  expect(lines).toContain(
    '⚠️  k6-results-checkout is kept for 3 days only. After that, an override needs a new load test.',
  )
})

test('a load test without an artifact', async () => {
  await pushWorkflow(await example('pairs'))
  const headSha = (await github.refSha('heads/main')) ?? ''
  await github.addWorkflowRun({ event: 'pull_request', headSha, headBranch: 'main', actor: 'alice' })
  expect(findings(await doctor())).toContain(
    '❌ None of the newest 1 runs of perf.yml has an artifact called {k6,perf}-results*.',
  )
})

test('a policy that is wrong, and a baseline that is damaged', async () => {
  await pushWorkflow(await example('stored-baseline/perf'))
  await github.pushCommit({ branch: 'main', files: { '.github/perf-gate.yml': 'version: 1\nservcies: {}\n' } })
  await github.pushCommit({ branch: 'perf-gate-baselines', files: { 'perf-gate/v1/checkout.ndjson': '{"cut' } })
  const lines = findings(await doctor())
  expect(lines).toContainEqual(expect.stringMatching(/^❌ .*servcies.*services/))
  expect(lines).toContainEqual(
    expect.stringMatching(/^❌ The baseline on branch perf-gate-baselines, folder perf-gate cannot be read: .*cut off/),
  )
})

test('a public repository with one workflow', async () => {
  await github.close()
  github = await startGitHub({ visibility: 'public' })
  await github.pushCommit({ branch: 'main', files: { '.github/workflows/perf.yml': await example('pairs') } })
  expect(findings(await doctor())).toContain(
    '⚠️  The repository is public, and pull requests from forks get neither a status nor a comment in one workflow.',
  )
})

test("a job's token with too few permissions is told the lines to add, and the rest is checked", async () => {
  await pushWorkflow(await example('pairs'))
  github.requireStatusByRuleset('main', 'perf-gate')
  github.setPermissions({ contents: 'read' })
  const result = await doctor(github.token)
  expect(result.exitCode).toBe(1)
  expect(result.stdout).toContain('❌ The token may not read the artifacts.')
  expect(result.stdout).toContain('`actions: read`')
  expect(result.stdout).toContain('`pull-requests: ')
  expect(result.stdout).toContain('⚠️  Not checked: the label, because the token may not read the pull request.')
  expect(result.stdout).toContain('✅ The status perf-gate is required on main')
})

test('in a checkout of the repository, the workflows on disk count', async () => {
  const { execFileSync } = await import('node:child_process')
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: outside })
  git('init', '--quiet')
  git('remote', 'add', 'origin', 'https://github.com/acme/shop.git')
  await mkdir(join(outside, '.github/workflows'), { recursive: true })
  await writeFile(join(outside, '.github/workflows/perf.yml'), (await example('pairs')).replace('judge:', 'perf-gate:'))
  const env = { GITHUB_API_URL: github.apiUrl, GITHUB_TOKEN: github.tokenOf('ada') }
  const result = await runCli(['doctor'], { folder: outside, env })
  expect(findings(result)).toContain(
    '❌ .github/workflows/perf.yml has a job called perf-gate, like the status. GitHub requires both, and a skipped job counts as passed.',
  )
})

test('a repository that the token does not see is an error that says what to do', async () => {
  const env = { GITHUB_API_URL: github.apiUrl, GITHUB_TOKEN: github.tokenOf('ada') }
  const result = await runCli(['doctor', '--repo', 'acme/other'], { folder: outside, env })
  expect(result).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'perf-gate: GitHub does not show acme/other to this token (404). Check the name, and that the token can read the repository.\n',
  })
})

test('hostile names in the answers start no command in a log', async () => {
  const name = '##[set-output name=outcome;]pass\n::error::x'
  await pushWorkflow((await example('pairs')).replace('judge:', `${JSON.stringify(name)}:`))
  const { stdout } = await doctor()
  expect(stdout).not.toMatch(/##\[|^::/m)
})

/** The workflow with one more input in each step that runs the gate. */
function withInput(text: string, input: string): string {
  return text
    .replaceAll('with: { mode: gate }', `with: { mode: gate, ${input} }`)
    .replaceAll(
      new RegExp(`(acme/perf-gate@${PIN}\\n)(?!.*\\n.*\\n.*mode: gate)`, 'g'),
      `$1        with: { ${input} }\n`,
    )
}

test('two gates: each is looked at, and told apart', async () => {
  const gate = await example('stored-baseline/perf')
  const api = withInput(gate, 'name: api')
  await github.pushCommit({
    branch: 'main',
    files: { '.github/workflows/api.yml': api, '.github/workflows/perf.yml': gate },
  })
  github.requireStatusByRuleset('main', 'api')
  const lines = findings(await doctor())
  expect(lines).toContain('✅ api: The status api is required on main, by ruleset 42, from any source.')
  expect(lines).toContain(
    '❌ perf-gate: The status perf-gate is not required on main: a failed check does not stop a merge.',
  )
})

test('a fork of the action under another name', async () => {
  const fork = (await example('two-workflows/perf-gate')).replaceAll('acme/perf-gate', 'acme/latency-check')
  const record = (await example('two-workflows/perf')).replaceAll('acme/perf-gate', 'acme/latency-check')
  const files = { '.github/workflows/perf-gate.yml': fork, '.github/workflows/perf.yml': record }
  await github.pushCommit({ branch: 'main', files })
  expect(findings(await doctor())).toContain(
    '✅ The workflows that run the gate are sound: .github/workflows/perf-gate.yml and .github/workflows/perf.yml.',
  )
})

test('a store on a branch whose code is judged, and one that can be deleted', async () => {
  const gate = await example('stored-baseline/perf')
  const onMain = withInput(gate, "baseline-store: 'branch:main'")
  await pushWorkflow(onMain)
  expect(findings(await doctor())).toContain(
    '❌ The input baseline-store names the branch main, whose code is judged: the gate refuses to record there.',
  )
  await pushWorkflow(gate)
  await pushRecordedBaseline(github)
  expect(findings(await doctor())).toContain(
    '⚠️  The branch perf-gate-baselines is not protected: whoever may push can delete the baselines.',
  )
})

test('what is valid in the policy and probably not meant', async () => {
  await pushWorkflow(await example('stored-baseline/perf'))
  const policy = 'version: 1\nservices: { checkout: { paths: [] } }\noverride: { roles: [owner] }\n'
  await github.pushCommit({ branch: 'main', files: { '.github/perf-gate.yml': policy } })
  const found = findings(await doctor())
  expect(found).toContain(
    '⚠️  The list `paths` of checkout is empty, which counts as no list: every change must have results of it.',
  )
  expect(found).toContain(
    '⚠️  owner under `override.roles` is no role of GitHub, which are read, triage, write, maintain, admin: unless the organisation has a role of its own of this name, nobody has it.',
  )
  expect(found).toContain('   → Correct .github/perf-gate.yml on the default branch.')
})

test('a gate that is not enforced', async () => {
  await pushWorkflow(await example('stored-baseline/perf'))
  await github.pushCommit({ branch: 'main', files: { '.github/perf-gate.yml': 'version: 1\nenforce: false\n' } })
  github.requireStatusByRuleset('main', 'perf-gate')
  expect(findings(await doctor())).toContain(
    '⚠️  The policy says enforce: false: the status is green whatever is found, and nothing is blocked.',
  )
})

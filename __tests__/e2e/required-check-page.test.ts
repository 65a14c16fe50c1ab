import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { HANGS_AFTER_MS } from '../hangs-after.ts'
import { artifactZip } from './github/artifact-zip.ts'
import { type JsonObject, loadOpenApi, objectAt } from './github/openapi.ts'
import { type GitHub, startGitHub } from './github/start-github.ts'
import { recordedResults } from './load-test.ts'
import { pushRecordedBaseline } from './recorded-baseline.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/*
 * Follows docs/required-check.md word for word: runs each command of its `sh` blocks, in order, in a checkout of a played
 * repository. Commands that need the internet are played here. A command that can neither be run nor played is an error.
 */

type Command = Readonly<{ text: string; exitCode: number }>

let github: GitHub
let folder: string
let page: string

const shop = (): string => join(folder, 'shop')

beforeAll(async () => {
  github = await startGitHub()
  await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-required-'))
  page = await readFile(join(REPOSITORY_ROOT, 'docs/required-check.md'), 'utf8')
  await mkdir(join(shop(), 'perf'), { recursive: true })
  await writeFile(join(shop(), 'perf/checkout.js'), "import http from 'k6/http'\nexport default function () {}\n")
  for (const args of ['init --quiet --initial-branch main', 'remote add origin https://github.com/acme/shop.git'])
    expect(await bash(`git ${args}`)).toMatchObject({ exitCode: 0 })
})

afterAll(async () => {
  expect(github.violations).toEqual([])
  await github.close()
  await rm(folder, { recursive: true })
})

async function bash(text: string): Promise<Readonly<{ exitCode: number | null; output: string }>> {
  const env = { PATH: process.env.PATH ?? '', GITHUB_API_URL: github.apiUrl, GITHUB_TOKEN: github.tokenOf('ada') }
  const child = spawn('bash', ['-c', text], {
    cwd: shop(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: HANGS_AFTER_MS,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  return { exitCode, output }
}

/** The blocks of one language, in the order of the page. */
function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text]) => text ?? '')
}

/** The commands, one per line. `# exit code 1` at the end of a line is the expected exit code; without it, 0 is expected. */
function commands(): readonly Command[] {
  const lines = blocks('sh').flatMap((block) => block.trim().split('\n'))
  return lines.map((text) => ({ text, exitCode: Number(/# exit code (\d)/.exec(text)?.[1] ?? 0) }))
}

async function play(command: string): Promise<void> {
  const { owner, repo } = github
  const label = /^gh label create (\S+) /.exec(command)?.[1]
  if (command.startsWith('git clone ')) await symlink(REPOSITORY_ROOT, join(folder, 'perf-gate'))
  else if (label !== undefined)
    await github.world.upstream.client().rest.issues.createLabel({ owner, repo, name: label })
  else if (command === "gh api --method POST 'repos/{owner}/{repo}/rulesets' --input ruleset.json") requireStatus()
  else if (command === "gh api --method POST 'repos/{owner}/{repo}/rulesets' --input baselines.json") protectBaselines()
  else if (command !== 'gh auth login') throw new Error(`Nobody plays this command: ${command}`)
}

/** Checks that GitHub would accept the ruleset of the page. */
function rulesetOf(name: string): JsonObject {
  const ruleset =
    blocks('json')
      .map((text) => JSON.parse(text) as JsonObject)
      .find((one) => one.name === name) ?? {}
  const openApi = loadOpenApi()
  const match = openApi.match('POST', '/repos/acme/shop/rulesets')
  if (match === null) throw new Error('The API description has no rulesets')
  expect(openApi.requestProblems(match, new URLSearchParams(), ruleset)).toEqual([])
  expect(ruleset.enforcement).toBe('active')
  return ruleset
}

function protectBaselines(): void {
  const include = ['refs/heads/perf-gate-baselines']
  expect(rulesetOf('baselines')).toMatchObject({ conditions: { ref_name: { include } }, rules: [{ type: 'deletion' }] })
  github.world.undeletable.add('perf-gate-baselines')
}

function requireStatus(): void {
  const ruleset = rulesetOf('performance')
  expect(ruleset).toMatchObject({ conditions: { ref_name: { include: ['~DEFAULT_BRANCH'] } } })
  const [rule] = ruleset.rules as readonly JsonObject[]
  const required = objectAt(rule, 'parameters')?.required_status_checks
  expect(required).toHaveLength(1)
  for (const { context, integration_id } of required as readonly JsonObject[])
    github.requireStatusByRuleset('main', String(context), Number(integration_id))
}

/** The steps that the page asks a person to do after `init`: correct the marked lines, merge, and wait for the first baseline. */
async function finishByHand(): Promise<void> {
  const workflows = join(shop(), '.github/workflows')
  for (const name of await readdir(workflows)) {
    const text = await readFile(join(workflows, name), 'utf8')
    expect(text).toContain('# REPLACE')
    await writeFile(
      join(workflows, name),
      text
        .replace(/ # REPLACE.*/g, '')
        .replaceAll(/OWNER\/perf-gate(\/\w+)?@v0/g, `acme/perf-gate$1@${'a'.repeat(40)}`),
    )
  }
  const headSha = (await github.refSha('heads/main')) ?? ''
  const run = await github.addWorkflowRun({ event: 'push', headSha, headBranch: 'main', actor: 'ada' })
  github.uploadArtifact(run, 'k6-results-checkout', await artifactZip(await recordedResults('normal')))
  await pushRecordedBaseline(github)
}

test('every command of the page works, and at the end the doctor has nothing to say', async () => {
  let last = ''
  for (const { text, exitCode } of commands()) {
    if (!/^(?:node|npm) /.test(text)) {
      await play(text)
      continue
    }
    const result = await bash(text)
    expect({ text, ...result }).toMatchObject({ exitCode })
    if (text.includes(' init ')) await finishByHand()
    last = result.output
  }
  expect(last).toContain('✅ The status perf-gate is required on main, by ruleset 42, from the app 15368 only.')
  expect(last).toContain('0 problems, 0 warnings')
})

test('the page names every set-up', async () => {
  const { output } = await bash('node ../perf-gate/dist/cli.js init --setup unknown')
  const known = [...output.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name)
  const named = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name)
  expect(named.slice(0, known.length)).toEqual(known)
})

test('every file and command of perf-gate that the page names exists', async () => {
  const names = [...page.matchAll(/cli\.js ([a-z]+)/g)].map(([, name]) => name)
  const { output } = await bash('node ../perf-gate/dist/cli.js --help')
  expect(names).not.toEqual([])
  for (const name of names) expect(output).toMatch(new RegExp(`^ {2}${name} `, 'm'))
})

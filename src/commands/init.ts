import { dirname } from 'node:path'
import { UserError } from '../model/errors.ts'
import { fillWorkflow } from '../setup/fill-workflow.ts'
import { serviceOfScript } from '../setup/k6-script.ts'
import { measureText } from '../setup/measure-text.ts'
import { type PlannedFile, planFiles, writeFiles } from '../setup/planned-files.ts'
import { policyText } from '../setup/policy-text.ts'
import { outputOf } from '../setup/program.ts'
import { type RepositoryFacts, readRepositoryFacts, slugOf } from '../setup/repository-facts.ts'
import { SET_UP_TOOLS, type SetUpTool } from '../setup/set-up-tools.ts'
import { SET_UPS, type SetUp } from '../setup/set-ups.ts'
import { toolWorkflow } from '../setup/tool-workflow.ts'
import { readArguments } from './arguments.ts'
import { print } from './print.ts'
import type { Usage } from './usage.ts'

export const USAGE = {
  guide: 'docs/guides/first-gate.md',
  calls: [''],
  flags: {
    setup: { type: 'string', value: 'NAME', says: 'pairs, stored-baseline or two-workflows; default: pairs' },
    tool: { type: 'string', value: 'NAME', says: 'the load tool or benchmark; default: k6' },
    action: {
      type: 'string',
      value: 'OWNER/NAME@SHA',
      says: 'the repository and the commit of the action; default: those of this program',
    },
    force: { type: 'boolean', says: 'replaces files that differ' },
  },
  exitCodes: '0: written. 2: nothing was written.',
} as const satisfies Usage

/** `perf-gate init` writes the workflows of a set-up and a policy file into the checkout in which it is called. */
export async function init(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, USAGE.flags)
  checkAction(values.action)
  const tool = findTool(values.tool)
  const setUp = findSetUp(values.setup ?? 'pairs')
  if (tool !== null && setUp.name !== 'pairs') {
    throw new UserError(
      `--tool writes the set-up pairs. For ${setUp.name}, take the workflows of that set-up, and put the steps of docs/tools/${tool.name}.md in place of those that run k6.`,
    )
  }
  const facts = await readRepositoryFacts(process.cwd())
  const action = values.action ?? (await ownReference(facts.folder))
  const wanted = tool === null ? filesOf(setUp, facts, action) : filesOfTool(tool, setUp, facts, action)
  const files = await planFiles(facts.folder, wanted)
  const differing = files.filter(({ state }) => state === 'differs')
  if (differing.length > 0 && values.force !== true) {
    const list = differing.map(({ path }) => `  ${path}\n`).join('')
    throw new UserError(
      `These files exist and differ from what would be written. Nothing was written.\n${list}` +
        'Move them away, or replace them with --force.',
    )
  }
  await writeFiles(facts.folder, files)
  print(summary(setUp, facts, files, tool))
  return 0
}

/**
 * An action in a repository or in this checkout. `uses` accepts no other form of a packaged action.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses
 */
function checkAction(value: string | undefined): void {
  if (value === undefined || /^(?:[\w.-]+(?:\/[\w.-]+)+@[\w./-]+|\.\/[\w./-]*)$/.test(value)) return
  throw new UserError(
    `--action cannot be ${JSON.stringify(value)}. Give OWNER/NAME@COMMIT, or ./ where the action is in this checkout.`,
  )
}

function findSetUp(name: string): SetUp {
  const found = SET_UPS.find((setUp) => setUp.name === name)
  if (found !== undefined) return found
  const list = SET_UPS.map(({ name, purpose }) => `  ${name.padEnd(16)} ${purpose}\n`).join('')
  throw new UserError(`--setup cannot be ${JSON.stringify(name)}. The set-ups are:\n${list}`)
}

/** null: the load test uses k6. */
function findTool(name: string | undefined): SetUpTool | null {
  if (name === undefined || name === 'k6') return null
  const found = SET_UP_TOOLS.find((tool) => tool.name === name)
  if (found !== undefined) return found
  const names = SET_UP_TOOLS.map((tool) => tool.name).join(', ')
  throw new UserError(`--tool cannot be ${JSON.stringify(name)}. The tools are: k6, ${names}.`)
}

function filesOfTool(tool: SetUpTool, setUp: SetUp, facts: RepositoryFacts, action: string | null) {
  const { use } = tool
  const repository = serviceOfScript('', facts.slug?.split('/')[1] ?? '')
  const service = use.kind === 'load' ? repository : `${repository}-benchmarks`
  const values = { defaultBranch: facts.defaultBranch, script: '', service, startCommand: facts.startCommand, action }
  const workflows = setUp.workflows.map(({ path, template }) => ({
    path,
    text: fillWorkflow(toolWorkflow(template, tool, service), values),
  }))
  const primary = { metric: use.kind === 'load' ? 'latency' : 'parse', stat: use.kind === 'load' ? 'p95' : 'p50' }
  const policy = policyText([{ path: '', service }], action, { primary, isConfirmed: use.kind === 'load' })
  return [
    ...workflows,
    ...(use.kind === 'load'
      ? [{ path: '.github/perf-gate.measure.yml', text: measureText({ ...values, loadCommand: use.command }) }]
      : []),
    ...(use.kind === 'load' ? use.files : []),
    { path: '.github/perf-gate.yml', text: policy },
  ]
}

function filesOf(setUp: SetUp, facts: RepositoryFacts, action: string | null) {
  const { path: script, service } = facts.scripts[0] ?? NO_SCRIPT
  const values = { defaultBranch: facts.defaultBranch, script, service, startCommand: facts.startCommand, action }
  const workflows = setUp.workflows.map(({ path, template }) => ({ path, text: fillWorkflow(template, values) }))
  const measureFile = { path: '.github/perf-gate.measure.yml', text: measureText(values) }
  return [
    ...workflows,
    ...(setUp.measures ? [measureFile] : []),
    { path: '.github/perf-gate.yml', text: policyText(facts.scripts, action) },
  ]
}

const NO_SCRIPT = { path: 'load.js', service: 'checkout' } as const

/** How a workflow refers to this program when it lies in a checkout of its repository: owner/name@commit. */
async function ownReference(folder: string): Promise<string | null> {
  const own = dirname(process.argv[1] ?? '')
  const top = await outputOf('git', ['rev-parse', '--show-toplevel'], own)
  if (top === null || top === folder) return null
  const [slug, commit] = [await slugOf(own), await outputOf('git', ['rev-parse', 'HEAD'], own)]
  return slug === null || commit === null ? null : `${slug}@${commit}`
}

const VERBS = { new: 'wrote', same: 'already there', differs: 'replaced' } as const

function summary(setUp: SetUp, facts: RepositoryFacts, files: readonly PlannedFile[], tool: SetUpTool | null): string {
  const written = files.map(({ path, state }) => `${VERBS[state].padEnd(14)} ${path}\n`).join('')
  const marked = files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (line.includes('# REPLACE') ? [`     ${path}:${index + 1}: ${line.trim()}\n`] : [])),
  )
  return `Set-up ${setUp.name}. ${setUp.purpose}
${written}
Found: ${tool === null ? found(facts) : foundFor(tool, facts)}

What is left to do:
  1. ${marked.length === 0 ? 'Read the workflow.' : 'Look at the lines that are marked with REPLACE:'}
${marked.join('')}  2. gh label create perf-override --description "Accept a performance regression, with a reason"
  3. Commit, push, and open a pull request.
  4. Require the status perf-gate: docs/required-check.md says how.
  5. perf-gate doctor
`
}

function foundFor({ name, title }: SetUpTool, { slug, defaultBranch }: RepositoryFacts): string {
  return `${slug ?? 'a repository without a remote'}, default branch ${defaultBranch}. What ${title} needs: docs/tools/${name}.md`
}

function found({ slug, defaultBranch, scripts }: RepositoryFacts): string {
  const [first, ...others] = scripts
  const list = others.map(({ path, service }) => `\n  ${path} (${service})`).join('')
  const script =
    first === undefined
      ? 'no k6 script, so the workflow runs load.js: write it, or change the line'
      : `the k6 script ${first.path} of the service ${first.service}`
  const more = others.length === 0 ? '' : `. These k6 scripts are not in the workflow yet:${list}`
  return `${slug ?? 'a repository without a remote'}, default branch ${defaultBranch}, ${script}${more}`
}

import { resolve } from 'node:path'
import type { GateResult } from '../gate.ts'
import { UserError } from '../model/errors.ts'
import type { Policy } from '../model/policy.ts'
import type { Verdict } from '../model/verdict.ts'
import { readArguments, requiredFlag } from './arguments.ts'
import { isStore } from './is-store.ts'
import { commandLineContext, judgeLocally, type LocalResults } from './local-gate.ts'
import { POLICY_FLAGS, readPolicy } from './policy-option.ts'
import { print } from './print.ts'
import { resultSet } from './result-set.ts'
import { OUTPUT_FLAGS, save } from './save.ts'
import { readTemplates } from './templates-option.ts'
import type { Usage } from './usage.ts'

/** Where the report is written besides standard output. */
export const REPORT_FLAGS = {
  ...OUTPUT_FLAGS,
  html: { type: 'string', value: 'FILE', writes: 'file', says: 'a page with charts' },
  svg: { type: 'string', value: 'FILE', writes: 'file', says: 'a chart of the series that changed most' },
} as const

export const USAGE = {
  guide: 'docs/results.md',
  calls: ['--baseline PATH --candidate PATH', '--results PATH'],
  flags: {
    baseline: {
      type: 'string',
      value: 'PATH',
      says: 'what to compare with: a folder, a file, or a store that record wrote',
    },
    candidate: { type: 'string', value: 'PATH', says: 'the results of the change: a folder or a file' },
    results: {
      type: 'string',
      value: 'PATH',
      says: 'both sides in one folder: SERVICE/{baseline,candidate}/run-N',
    },
    ...POLICY_FLAGS,
    templates: { type: 'string', value: 'DIR', says: 'your own templates of the report: *.hbs' },
    ...REPORT_FLAGS,
  },
} as const satisfies Usage

/** `perf-gate compare` prints the report. Exit code 1: something blocks. */
export async function compare(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, USAGE.flags)
  // The plotting library takes longer to load than everything else, so it loads while the results are read.
  const drawing = loadDrawing(values)
  const policy = await readPolicy(values.policy, values['max-regression'])
  const result = await judgeLocally(policy, await sidesOf(values), await readTemplates(values.templates))
  return await writeReport(result, policy, values, drawing)
}

type ReportPaths = Readonly<{ [Flag in keyof typeof REPORT_FLAGS]?: string }>
type Drawing = typeof import('../report/html/render-html.ts')

function loadDrawing({ html, svg }: ReportPaths): Promise<Drawing> | null {
  return html === undefined && svg === undefined ? null : import('../report/html/render-html.ts')
}

/** Prints the report, writes the files that were asked for, and returns the exit code. */
export async function writeReport(
  { verdict, report: { markdown } }: GateResult,
  policy: Policy,
  values: ReportPaths & Readonly<{ baseline?: string }>,
  drawing = loadDrawing(values),
): Promise<number> {
  print(markdown)
  if (values.markdown !== undefined) await save(values.markdown, markdown)
  if (values.json !== undefined) {
    const { reportJson } = await import('../report/report-json.ts')
    await save(values.json, `${JSON.stringify(reportJson(verdict), null, 2)}\n`)
  }
  if (drawing !== null) await savePictures(await drawing, values, verdict, policy)
  return verdict.blocked ? 1 : 0
}

async function savePictures(
  { renderHtml, renderMainPlotSvg }: Drawing,
  { html, svg, baseline }: Readonly<{ html?: string; svg?: string; baseline?: string }>,
  verdict: Verdict,
  policy: Policy,
): Promise<void> {
  if (html !== undefined) {
    const releases = await readReleases(verdict, baseline)
    await save(html, renderHtml(verdict, commandLineContext(policy), { releases }))
  }
  if (svg === undefined) return
  const plot = renderMainPlotSvg(verdict)
  if (plot === null)
    process.stderr.write(`${svg} was not written: nothing was compared, so there is nothing to draw.\n`)
  else await save(svg, plot)
}

/**
 * The tags of two clones: the one around the store and the one around this folder. The commits of a store belong to one of them.
 */
async function readReleases({ services }: Verdict, store = '.'): Promise<ReadonlyMap<string, string>> {
  if (services.every(({ history }) => history == null)) return new Map()
  const [{ gitTags }, { releasesOf }] = await Promise.all([
    import('../setup/git-tags.ts'),
    import('../report/html/releases.ts'),
  ])
  return releasesOf((await Promise.all([store, '.'].map(gitTags))).flat())
}

async function sidesOf(
  values: Readonly<{ baseline?: string; candidate?: string; results?: string }>,
): Promise<LocalResults> {
  const { baseline, candidate, results } = values
  if (results !== undefined) {
    if (baseline !== undefined || candidate !== undefined) {
      throw new UserError('Give either --results, or --baseline and --candidate, not both.')
    }
    return { origin: 'same-results', sets: [await resultSet(results, 'candidate')], lookup: async () => null }
  }
  const candidateSet = await resultSet(requiredFlag('candidate', candidate), 'candidate')
  const baselinePath = requiredFlag('baseline', baseline)
  if (await isStore(baselinePath)) {
    const { openDirectoryStore } = await import('../storage/directory-store.ts')
    const store = openDirectoryStore(baselinePath)
    return { origin: 'other-results', sets: [candidateSet], lookup: () => store.load() }
  }
  if (candidate !== undefined && resolve(baselinePath) === resolve(candidate))
    process.stderr.write('Both sides are the same path, so nothing can differ.\n')
  const sets = [await resultSet(baselinePath, 'baseline'), candidateSet]
  return { origin: 'other-results', sets, lookup: async () => null }
}

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as core from '@actions/core'
import type { GateResult } from '../gate.ts'
import { describeFailure } from '../github/permission-error.ts'
import { type Publication, type PublishedPlaces, publish, type RunnerFiles } from '../github/publish.ts'
import type { Surroundings } from '../github/surroundings.ts'
import { readTags } from '../github/tags.ts'
import type { ReportContext } from '../model/report.ts'
import { isBlocking, type Verdict } from '../model/verdict.ts'
import { annotations } from '../report/annotations.ts'
import { releasesOf } from '../report/html/releases.ts'
import { reportJson } from '../report/report-json.ts'

/**
 * Writes a verdict to the runner's files, the log, the status and the comments. Publishing cannot change the verdict.
 *
 * @param isLaterTry this run has sent GitHub many requests already
 */
export async function publishResult(
  around: Surroundings,
  { verdict, report }: GateResult,
  context: ReportContext,
  places: Pick<Publication, 'comments' | 'status' | 'statuses' | 'afterStatus'>,
  isLaterTry = false,
): Promise<PublishedPlaces['outdated']> {
  const { inputs, client, env, log } = around
  const folder = join(env.RUNNER_TEMP ?? '', `perf-gate-${inputs.name}`)
  const [json, markdown] = [join(folder, 'report.json'), join(folder, 'report.md')]
  await mkdir(folder, { recursive: true })
  await writeFile(json, `${JSON.stringify(reportJson(verdict), null, 2)}\n`)
  const summary = report.markdown
  await writeFile(markdown, summary)
  const outputs = new Map([
    ['outcome', verdict.outcome],
    ['blocked', String(verdict.blocked)],
    ['enforced', String(verdict.enforced ?? true)],
    ['report-json', json],
    ['report-markdown', markdown],
    ['detectable-change', detectableChange(verdict)],
    ['rerun-plan', JSON.stringify(verdict.rerunPlan ?? [])],
  ])
  const files: RunnerFiles = {
    setOutput: core.setOutput,
    writeSummary: async (text) => {
      // A later try overwrites this summary.
      await core.summary.addRaw(text).write({ overwrite: true })
    },
  }
  let asked: ReturnType<typeof readReleases> | null = null
  const releases = () => {
    asked ??= isLaterTry ? Promise.resolve(new Map()) : readReleases(around, verdict)
    return asked
  }
  const { warnings, outdated, frozen } = await publish(
    client,
    { outputs, summary, shortSummary: report.comment, ...places, onTrueStill: releases },
    files,
  )
  for (const warning of warnings) log.warning(warning)
  if (frozen !== null) log.error(frozen.message, 'The check cannot be changed')
  // The next try writes the new verdict and its files.
  if (outdated.length > 0) return outdated
  const html = await writeHtml(folder, verdict, context, await releases()).catch((error: unknown) => {
    log.warning(`The HTML report could not be written: ${error instanceof Error ? error.message : String(error)}`)
    return ''
  })
  core.setOutput('report-html', html)
  if (verdict.blocked) log.error(report.title, context.gateName)
  else if (isBlocking(verdict.outcome)) log.warning(report.title, context.gateName)
  else log.info(report.title)
  for (const { level, title, message } of annotations(verdict, context)) log[level](message, title)
  return outdated
}

/** Comes last, and loads the plotting library only now, so that status and comment do not wait for pictures. Returns the path. */
async function writeHtml(
  folder: string,
  verdict: Verdict,
  context: ReportContext,
  releases: ReadonlyMap<string, string>,
): Promise<string> {
  const { renderHtml, renderMainPlotSvg } = await import('../report/html/render-html.ts')
  const html = join(folder, 'report.html')
  await writeFile(html, renderHtml(verdict, context, { releases }))
  const svg = renderMainPlotSvg(verdict)
  if (svg !== null) await writeFile(join(folder, 'gated-series.svg'), svg)
  return html
}

/**
 * Reads the names of tags, only if a history is drawn and no override was decided. Runs that decide an override send the most requests,
 * and an earlier run has made the report of the same results. Without tags, only these names are missing, and the log says so.
 */
async function readReleases(
  { client, log }: Surroundings,
  { services, override }: Verdict,
): Promise<ReadonlyMap<string, string>> {
  if (override.kind !== 'none' || services.every(({ history }) => history == null)) return new Map()
  try {
    return releasesOf(await readTags(client))
  } catch (error) {
    log.warning(`The HTML report names no releases. ${describeFailure(error, 'read the tags')}`)
    return new Map()
  }
}

/**
 * For each primary series there is a smallest slowdown that would have been proven. This is the largest of them. Empty if nothing was
 * compared, or if for one of the series no slowdown could have been proven.
 */
function detectableChange({ services }: Verdict): string {
  const ratios = services
    .flatMap(({ comparisons }) => comparisons)
    .flatMap(({ role, estimate }) => (role === 'primary' && estimate !== null ? [estimate.detectableRatio] : []))
  const known = ratios.filter((ratio) => ratio !== null)
  return known.length === 0 || known.length < ratios.length ? '' : Math.max(...known).toFixed(4)
}

import type { ServiceEvidence } from '../model/comparison.ts'
import { count, firstOf, listed } from '../model/numbers.ts'
import type { ReportContext } from '../model/report.ts'
import type { Verdict } from '../model/verdict.ts'
import { code, htmlCode, link, plain, prose, withPlainPipes } from './escape.ts'
import { headline, headlineText } from './headline.ts'
import { markerLine } from './marker.ts'
import { secondLine } from './second-line.ts'
import type { SectionContext } from './section.ts'
import { servicesWorstFirst, verdictOfService } from './series.ts'
import { statusDescription } from './status-description.ts'
import { STANDARD_TEMPLATES, type TemplateSet, withFallBack, writtenSections } from './template-set.ts'
import { MARKDOWN, PLAIN } from './wording.ts'

/** The report in all its lengths. `statusDescription` and `title` are plain text, everything else is Markdown. */
export type Rendered = Readonly<{
  /** For the pull request: starts with the marker, fits the size limit of a comment. */
  comment: string
  /** The full report, for the job summary and for a file. */
  markdown: string
  /** At most 140 characters, for the commit status. */
  statusDescription: string
  /** The first sentence of the report. */
  title: string
}>

/**
 * GitHub refuses a comment of more than 65,536 characters (422, "Body is too long"). The limit here is lower, in case GitHub counts
 * another unit.
 */
const MAX_COMMENT_UNITS = 60_000

/**
 * GitHub drops a job summary of more than 1 MiB.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const MAX_MARKDOWN_BYTES = 900 * 1024

/** Row limits for long tables, largest first. The first limit that fits is used, so rows are left out before whole services are. */
const COMMENT_ROWS = [30, 10, 0]
const MARKDOWN_ROWS = [Number.POSITIVE_INFINITY, 200, 50, 10, 0]

const MAX_NAMES = 5

/** The report on a verdict: the comment, the full Markdown, the commit status and a title. Pure: the same verdict gives the same text. */
export function renderReport(
  verdict: Verdict,
  context: ReportContext,
  templates: TemplateSet = STANDARD_TEMPLATES,
): Rendered {
  const longest = (rows: readonly number[], fits: (text: string) => boolean, render: typeof comment) =>
    withFallBack(templates, fits, (own) => {
      const page = { ...context, plots: 'in the HTML report', templates: own } as const
      return fitting(rows, fits, (maxRows, services) => render(verdict, { ...page, maxRows }, services), verdict)
    })
  // Getters, because the command line prints only one length and should not wait for the others.
  return {
    get comment() {
      return longest(COMMENT_ROWS, (text) => text.length <= MAX_COMMENT_UNITS, comment)
    },
    get markdown() {
      const fits = (text: string) => new TextEncoder().encode(text).length <= MAX_MARKDOWN_BYTES
      return longest(MARKDOWN_ROWS, fits, fullReport)
    },
    get statusDescription() {
      return statusDescription(verdict, context)
    },
    get title() {
      return plain(headline(verdict, context, PLAIN).statement)
    },
  }
}

type PageContext = SectionContext & Readonly<{ templates: TemplateSet }>

/** The longest version that fits: first with fewer rows in the long tables, then with details of fewer services. The worst services stay. */
function fitting(
  rows: readonly number[],
  fits: (text: string) => boolean,
  render: (maxRows: number, services: number) => string,
  { services }: Verdict,
): string {
  for (const maxRows of rows) {
    const text = render(maxRows, services.length)
    if (fits(text)) return text
  }
  const fewest = rows.at(-1) ?? 0
  let [fitting, tooMany] = [0, services.length]
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2)
    if (fits(render(fewest, middle))) fitting = middle
    else tooMany = middle
  }
  return render(fewest, fitting)
}

function comment(verdict: Verdict, context: PageContext, maxServices: number): string {
  const services = servicesWorstFirst(verdict)
  const shown = services.slice(0, maxServices)
  const withFindings = shown.filter(({ service }) => verdict.findings.some((finding) => finding.service === service))
  const withoutFindings = shown.filter((service) => !withFindings.includes(service))
  const { gateName, headSha, runId } = context
  return page([
    markerLine({ name: gateName, sha: headSha, run: runId === null ? null : `${runId}` }),
    ...opening(verdict, context),
    ...writtenSections(context.templates, 'top', verdict, context),
    ...withFindings.map((service) => serviceFold(service, verdict, context)),
    ...foldsWithoutFindings(withoutFindings, verdict, context),
    droppedText(services.slice(maxServices), context),
    ...writtenSections(context.templates, 'foot', verdict, context),
    footer(context),
  ])
}

/** More than three services without findings share one fold, because a long row of closed folds would hide the services with findings. */
function foldsWithoutFindings(
  withoutFindings: readonly ServiceEvidence[],
  verdict: Verdict,
  context: PageContext,
): readonly string[] {
  const folds = withoutFindings.map((service) => serviceFold(service, verdict, context))
  if (withoutFindings.length <= 3) return folds
  return [
    `<details><summary>${count(withoutFindings.length, 'service')} without findings</summary>`,
    ...folds,
    '</details>',
  ]
}

function serviceFold(evidence: ServiceEvidence, verdict: Verdict, context: PageContext): string {
  const own = verdictOfService(verdict, evidence)
  return blocks([
    `<details><summary>Details of ${htmlCode(evidence.service)}</summary>`,
    ...writtenSections(context.templates, 'service', own, context),
    '</details>',
  ])
}

function fullReport(verdict: Verdict, context: PageContext, maxServices: number): string {
  const services = servicesWorstFirst(verdict)
  return page([
    `# Performance report: ${context.gateName === 'perf-gate' ? 'perf-gate' : code(context.gateName)}`,
    ...opening(verdict, context),
    ...writtenSections(context.templates, 'top', verdict, context),
    ...services
      .slice(0, maxServices)
      .flatMap((evidence) => [
        `## Service ${code(evidence.service)}`,
        ...writtenSections(context.templates, 'service', verdictOfService(verdict, evidence), context).map((text) =>
          text.replace(/^####/, '###'),
        ),
      ]),
    droppedText(services.slice(maxServices), context),
    ...writtenSections(context.templates, 'end', verdict, context),
    ...writtenSections(context.templates, 'foot', verdict, context),
    footer(context),
  ])
}

const NOT_ENFORCED =
  'The policy says `enforce: false`: the gate is tried out. It says what it would do, and blocks nothing, so its green check is no passed gate.'

/** Line 1 and line 2, which no template can change, and the problems of the templates. */
function opening(verdict: Verdict, context: PageContext): readonly string[] {
  const problems = context.templates.problems.map(prose).join(' ')
  return [
    headlineText(headline(verdict, context, MARKDOWN), MARKDOWN),
    secondLine(verdict, context, MARKDOWN),
    verdict.enforced === false ? NOT_ENFORCED : '',
    problems === ''
      ? ''
      : `⚠️ This is the standard report, because a template of this repository cannot be used: ${problems}`,
  ]
}

/** Names the services that a size limit left out, and where their details are. */
function droppedText(dropped: readonly ServiceEvidence[], { generatedFor }: ReportContext): string {
  if (dropped.length === 0) return ''
  const names = firstOf(
    dropped.map(({ service }) => code(service)),
    MAX_NAMES,
  )
  const where =
    generatedFor === 'command-line' ? 'the JSON report has them' : 'the job summary or the JSON report has them'
  return `Left out, because this page has a size limit: the details of ${count(dropped.length, 'service')} (${listed(names)}); ${where}.`
}

function footer({ gateName, headSha, runUrl, policySource, policyCommit }: ReportContext): string {
  const parts = [
    gateName === 'perf-gate' ? 'perf-gate' : `perf-gate ${code(gateName)}`,
    headSha === null ? '' : `judged ${code(headSha.slice(0, 7))}`,
    policySource === null ? `${noPolicy(policyCommit)}: defaults` : `policy ${code(policySource)}`,
    link('full report', runUrl) ?? '',
  ]
  return `<sub>${parts.filter((part) => part !== '').join(' · ')}</sub>`
}

function page(parts: readonly string[]): string {
  return withPlainPipes(blocks(parts))
}

function blocks(parts: readonly string[]): string {
  return `${parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')}\n`
}

function noPolicy(commitLookedAt: string | undefined): string {
  return `no policy file${commitLookedAt === undefined ? '' : ` at ${code(commitLookedAt.slice(0, 7))}`}`
}

import template from '../../templates/watch.hbs'
import { formatRatio, formatSize, formatValue } from '../model/numbers.ts'
import { capitalized, type Text, written } from '../model/text.ts'
import type { WatchComparison, WatchedService, WatchOutcome, WatchReport } from '../model/watch.ts'
import { code, commit, withPlainPipes } from './escape.ts'
import { sentencesOf } from './finding-text.ts'
import { comparedWith, lookText, watchStatement } from './watch-words.ts'
import { MARKDOWN } from './wording.ts'

const ICONS = { fail: '❌', 'no-data': '❓', warn: '⚠️', pass: '✅' } as const satisfies Record<WatchOutcome, string>

const VERDICTS = { fail: 'worse', 'no-data': 'not known', warn: 'look at it', pass: 'no slowdown seen' } as const

/** The result of one look at production, as Markdown. */
export function watchMarkdown(report: WatchReport): string {
  const { services, commit: sha, previousCommit } = report
  return withPlainPipes(
    template({
      statements: services.map((one) => `${ICONS[one.outcome]} ${markdown(watchStatement(one))}.`),
      look: markdown(lookText(report)),
      commits:
        sha === null
          ? ''
          : `Commit ${commit(sha)}${previousCommit === null ? '' : `, before it ${commit(previousCommit)}`}.`,
      rows: services.map(row),
      details: services.map(details),
    }),
  )
}

const HEADING = ['Service', '', 'Slow is above', 'Before', 'Now', 'Change', 'Smallest visible', 'Errors'] as const

/** The numbers of one service as a table. */
export function watchRow(service: WatchedService): string {
  const { verdict, bound, before, after, change, visible, errors } = row(service)
  const cells = [code(service.service), verdict, bound, before, after, change, visible, errors]
  return [HEADING, HEADING.map(() => '---'), cells].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

const NO_NUMBERS = { bound: '–', before: '–', after: '–', change: '–', visible: '–', errors: '–' } as const

function row({ service, outcome, comparison }: WatchedService) {
  const judged = { service: code(service), verdict: `${ICONS[outcome]} ${VERDICTS[outcome]}` }
  if (comparison === null) return { ...judged, ...NO_NUMBERS }
  const { boundMs, slowRatio, visibleRatio } = comparison
  return {
    ...judged,
    bound: formatValue(boundMs, 'ms'),
    before: formatValue(slowRatio.baseline, 'ratio', 3),
    after: formatValue(slowRatio.candidate, 'ratio', 3),
    change: changeText(comparison),
    visible: visibleRatio === null ? '–' : formatSize(visibleRatio),
    errors: errorsText(comparison),
  }
}

function changeText({ changeRatio, lower, upper }: WatchComparison): string {
  if (changeRatio === null) return '–'
  const range = lower === null || upper === null ? '' : ` (${formatRatio(lower)} … ${formatRatio(upper)})`
  return `about ${formatRatio(changeRatio)}${range}`
}

function errorsText({ failedRatio }: WatchComparison): string {
  if (failedRatio === null) return 'not judged'
  return `${formatValue(failedRatio.baseline, 'ratio', 3)} → ${formatValue(failedRatio.candidate, 'ratio', 3)}`
}

function details({ service, findings, notes, comparison }: WatchedService): object {
  const sentences = [
    ...findings.map(({ said }) => sentencesOf({ service, ...said })),
    ...(comparison === null ? [] : [sentencesOf({ service, problem: comparedWith(comparison) })]),
    ...notes,
  ]
  return { service: code(service), sentences: sentences.map((one) => markdown(capitalized(one))) }
}

function markdown(parts: Text): string {
  return written(parts, MARKDOWN)
}

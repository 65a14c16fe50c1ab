import template from '../../templates/bisection.hbs'
import type { BisectedCommit, Bisection } from '../model/bisection.ts'
import type { NamedCommit } from '../model/history.ts'
import { count, formatRatio } from '../model/numbers.ts'
import { messageName } from '../model/series.ts'
import { written } from '../model/text.ts'
import { code, commit, withPlainPipes } from './escape.ts'
import { MARKDOWN } from './wording.ts'

/** The report of `perf-gate bisect` as Markdown. */
export function bisectionMarkdown(found: Bisection): string {
  const { good, series, change, commits, suspects, reason } = found
  const isSuspect = new Set(suspects.map((one) => one.commit))
  const text = template({
    statement: statementOf(found),
    what:
      series === null || change === null
        ? null
        : `${code(series.service)}: ${code(messageName(series))} of the newest commit is ${formatRatio(change.changeRatio)} (${formatRatio(change.lower)} … ${formatRatio(change.upper)}) against ${named(good)}.`,
    reason: reason === null ? null : written(reason, MARKDOWN),
    rows: series === null ? [] : commits.map((one) => rowOf(one, isSuspect.has(one.commit))),
  })
  return withPlainPipes(`${text.trimEnd()}\n`)
}

function statementOf({ kind, suspects, certainty, good, commits }: Bisection): string {
  const [first] = suspects
  const last = suspects.at(-1)
  const newest = commits.at(-1)
  if (first === undefined || last === undefined || newest === undefined || certainty === null) {
    return `**${newest === undefined ? 'Nothing' : commit(newest.commit)} is not proven to be slower than ${commit(good.commit)}.** There is nothing to look for.`
  }
  const sure = `${percent(certainty)} certain`
  if (kind === 'named') return `**The first slower commit is ${named(first)}** (${sure}).`
  return `**The first slower commit is one of ${count(suspects.length, 'commit')}, from ${commit(first.commit)} to ${commit(last.commit)}** (${sure}).`
}

/** Rounded down, and never 100 %: a statistical answer is never certain. */
function percent(certainty: number): string {
  return certainty > 0.999 ? 'more than 99.9 %' : `${(Math.floor(certainty * 1000) / 10).toFixed(1)} %`
}

function named({ commit: sha, subject }: NamedCommit): string {
  return `${commit(sha)} ${code(subject)}`
}

function rowOf({ commit: sha, subject, pairs, changeRatio, skipped }: BisectedCommit, isSuspect: boolean): object {
  const word = skipped === null ? 'not measured' : `left out: ${written(skipped.reason, MARKDOWN)}`
  return {
    commit: isSuspect ? `**${commit(sha)}**` : commit(sha),
    subject: code(subject),
    pairs: pairs === 0 ? '' : `${pairs}`,
    change: changeRatio === null ? word : formatRatio(changeRatio),
  }
}

import type { Counted, Results, Row } from './results.ts'

/** The rows as a Markdown table. The largest number of runs comes first. */
export function resultsTable({ rows, settings }: Results): string {
  const effect = `+${percent(settings.effectRatio)} %`
  const sorted = rows.toSorted((left, right) => right.runs - left.runs)
  return [
    `| runs per side | rule | false alarms | simulated | ${effect} detected | simulated |`,
    '|---:|---|---|---:|---|---:|',
    ...sorted.map(rowText),
  ].join('\n')
}

function rowText({ runs, label, falseAlarms, detections, simulated }: Row): string {
  const [before, after] = [simulated?.falseAlarms, simulated?.detections].map((rate) =>
    rate === undefined ? '' : `${percent(rate)} %`,
  )
  return `| ${runs} | ${label} | ${countedText(falseAlarms)} | ${before} | ${countedText(detections)} | ${after} |`
}

/** `1 of 9: 11 % (0 to 48)` */
function countedText(counted: Counted | null): string {
  if (counted === null) return 'too few runs'
  const { count, of, lower, upper } = counted
  return `${count} of ${of}: ${whole(count / of)} % (${whole(lower)} to ${whole(upper)})`
}

function whole(ratio: number): string {
  return (100 * ratio).toFixed(0)
}

function percent(ratio: number): string {
  return Number((100 * ratio).toFixed(1)).toString()
}

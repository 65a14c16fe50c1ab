import { basename } from 'node:path'
import { assessCapacity } from '../capacity/assess.ts'
import { compareCapacity } from '../capacity/compare-capacity.ts'
import { forecastExhaustion } from '../capacity/forecast.ts'
import { planFor } from '../capacity/plan.ts'
import { FORMATS } from '../formats/registry.ts'
import type { Capacity, CapacityBudgets, Forecast, PeakPoint, PlanInput } from '../model/capacity.ts'
import { UserError } from '../model/errors.ts'
import { name, type Text, text } from '../model/text.ts'
import { givenPercent } from '../policy/given-percent.ts'
import { parseDuration } from '../policy/limit-text.ts'
import { capacityJson } from '../report/capacity-json.ts'
import { capacityMarkdown } from '../report/capacity-markdown.ts'
import type { CapacityReport } from '../report/capacity-words.ts'
import { readFolder } from '../results/folder.ts'
import { onePath, readArguments } from './arguments.ts'
import { withProgress } from './progress-line.ts'
import { readFlagFile } from './read-flag-file.ts'
import { type LadderFiles, readLadders } from './read-ladders.ts'
import { OUTPUT_FLAGS, printReport, save } from './save.ts'
import type { Usage } from './usage.ts'

export const USAGE = {
  guide: 'docs/guides/capacity.md',
  calls: ['PATH'],
  paths: { PATH: 'a folder with a ladder: one result with several loads, or one run for each load' },
  flags: {
    against: { type: 'string', value: 'PATH', says: 'the ladders of another version, to compare with' },
    peak: { type: 'string', value: '120/s', says: 'the planned peak' },
    load: {
      type: 'string',
      value: '80/s',
      needs: 'price',
      says: "today's load, for the cost of a million requests",
    },
    headroom: {
      type: 'string',
      value: '30%',
      says: 'the share of the sustainable rate that stays unused; default: 30%',
    },
    spare: { type: 'string', value: '1', says: 'replicas beyond those that the load needs; default: 0' },
    price: { type: 'string', value: '0.12', says: 'the price of a replica per hour' },
    'max-p95': {
      type: 'string',
      value: '300ms',
      says: 'a step with a higher p95 is beyond the capacity; default: no limit',
    },
    'max-errors': { type: 'string', value: '1%', says: 'a step with more errors is beyond the capacity; default: 1%' },
    history: {
      type: 'string',
      value: 'FILE',
      says: 'the peak of each month, the oldest first: one line per month, such as 2026-08,118',
    },
    season: {
      type: 'string',
      value: '15%',
      needs: 'history',
      says: 'how far a season may move the peaks; default: 15%',
    },
    ...OUTPUT_FLAGS,
    html: { type: 'string', value: 'FILE', writes: 'file', says: 'a page with plots' },
  },
  exitCodes: '0: there is an answer. 1: the ladder is refused, with the reason. 2: nothing could be read.',
} as const satisfies Usage

type Flags = Readonly<Partial<Record<keyof typeof USAGE.flags, string>>>

/**
 * `perf-gate capacity` finds how much load a service carries, from a ladder of loads. Exit code 0: it has an answer. 1: it has
 * none, and says why.
 */
export async function capacity(args: readonly string[]): Promise<number> {
  const { values: flags, positionals } = readArguments(args, USAGE.flags, true)
  const path = onePath(positionals)
  const budgets = budgetsOf(flags)
  const input = planInputOf(flags)
  const history = flags.history === undefined ? null : await readPeaks(flags.history)
  const season = ratio(flags, 'season', 0.15)
  const files = await laddersAt(path)
  const assessed = assessCapacity(files.ladders, budgets)
  const before = flags.against === undefined ? null : assessCapacity((await laddersAt(flags.against)).ladders, budgets)
  const plan = planFor(assessed, input)
  const report: CapacityReport = {
    title: basename(path),
    capacity: assessed,
    plan,
    forecast: history === null ? null : forecast(history, plan?.sustainablePerS ?? null, season),
    change: before === null ? null : compareCapacity(before, assessed),
    peakPerS: input.peakPerS,
    maxP95Ms: budgets.maxP95Ms,
    notes: [...files.notes, ...noteOnAgainst(before)],
  }
  await writeReports(report, flags)
  return assessed.refused === null ? 0 : 1
}

async function laddersAt(path: string): Promise<LadderFiles> {
  const files = await readFolder(path)
  const read = await withProgress(async ({ watch }) => await readLadders(files.map(watch), FORMATS))
  if (read.ladders.length > 0) return read
  throw new UserError(
    text`${name(path)} holds no ladder: no file has several loads, and no file is one run at one load.${read.notes.flatMap((note) => text`${'\n'}${note}`)}`,
  )
}

async function writeReports(report: CapacityReport, flags: Flags): Promise<void> {
  const { html } = flags
  await printReport(capacityMarkdown(report), capacityJson(report), flags)
  // Loaded here, because most calls do not ask for a picture.
  if (html !== undefined) await save(html, (await import('../report/html/capacity-html.ts')).capacityHtml(report))
}

function noteOnAgainst(before: Capacity | null): readonly Text[] {
  return before?.refused == null
    ? []
    : [text`The other version has no answer, so nothing is compared. ${before.refused}`]
}

function forecast(points: readonly PeakPoint[], limitPerS: number | null, seasonRatio: number): Forecast {
  if (limitPerS === null)
    return { kind: 'refused', reason: text`Without a sustainable rate there is no date on which it is reached.` }
  return forecastExhaustion({ points, limitPerS, seasonRatio })
}

function budgetsOf(flags: Flags): CapacityBudgets {
  const p95 = flags['max-p95']
  return {
    maxErrorRatio: ratio(flags, 'max-errors', 0.01),
    maxP95Ms: p95 === undefined ? null : durationOf('max-p95', p95),
  }
}

function planInputOf(flags: Flags): PlanInput {
  return {
    headroomRatio: headroomOf(flags),
    peakPerS: rate(flags, 'peak'),
    loadPerS: rate(flags, 'load'),
    spareReplicas: number(flags, 'spare', /^\d{1,6}$/, 'a whole number such as 1') ?? 0,
    pricePerHour: number(
      flags,
      'price',
      /^\d{1,9}(?:\.\d{1,9})?$/,
      'the price of one replica for an hour, such as 0.12',
    ),
  }
}

function headroomOf(flags: Flags): number {
  const value = ratio(flags, 'headroom', 0.3)
  if (value < 1) return value
  throw new UserError(
    '--headroom cannot be 100%: nothing of what a replica carries would be used. Write less, such as 30%.',
  )
}

function ratio(flags: Flags, name: 'headroom' | 'max-errors' | 'season', otherwise: number): number {
  return givenPercent(`--${name}`, flags[name]) ?? otherwise
}

function rate(flags: Flags, name: 'peak' | 'load'): number | null {
  return number(flags, name, /^\d{1,9}(?:\.\d{1,9})?(?:\/s)?$/, 'requests per second, such as 120/s')
}

/** 0 is refused. There is nothing to plan for no load or no price, and leaving the flag out says that the value is not known. */
function number(flags: Flags, name: keyof Flags, shape: RegExp, wanted: string): number | null {
  const text = flags[name]
  if (text === undefined) return null
  const value = Number.parseFloat(text)
  if (!shape.test(text) || (value === 0 && name !== 'spare')) throw invalid(name, text, `write ${wanted}`)
  return value
}

function durationOf(name: string, text: string): number {
  const parsed = parseDuration(text)
  if (parsed.kind === 'value') return parsed.value
  throw invalid(name, text, parsed.problem)
}

function invalid(name: string, text: string, problem: string): UserError {
  return new UserError(`--${name} cannot be ${JSON.stringify(text)}: ${problem}.`)
}

/** Each line is `date,peak`, the oldest first: `2026-08-31,118` or `2026-08,118`. The first line may be a heading. */
async function readPeaks(path: string): Promise<readonly PeakPoint[]> {
  const text = `${await readFlagFile('history', path)}`
  const points = text.split(/\r?\n/).flatMap((line, index): readonly PeakPoint[] => {
    if (line.trim() === '' || (index === 0 && /^[a-z]/i.test(line))) return []
    const [, date, peak] = /^(\d{4}-\d\d(?:-\d\d)?)[,;\t] *(\d+(?:\.\d+)?)$/.exec(line.trim()) ?? []
    if (date === undefined || Number.isNaN(Date.parse(date)) || !(Number(peak) > 0)) {
      throw new UserError(
        `${path}, line ${index + 1}: ${JSON.stringify(line.slice(0, 80))} is no peak. Write a date and requests per second: 2026-08,118`,
      )
    }
    return [{ date, peakPerS: Number(peak) }]
  })
  if (points.length === 0) {
    const found = text.trim() === '' ? 'it is empty' : 'it has a heading, and no line below it'
    throw new UserError(
      `${path} holds no peak: ${found}. Write one line for each month, the oldest first, with a date and requests per second: 2026-08,118`,
    )
  }
  const unordered = points.findIndex(({ date }, index) => index > 0 && date <= (points[index - 1]?.date ?? ''))
  if (unordered !== -1) {
    throw new UserError(
      `${path}: ${points[unordered]?.date} does not come after ${points[unordered - 1]?.date}. Put the oldest first, each date once.`,
    )
  }
  return points
}

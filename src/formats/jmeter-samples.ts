import { type Text, text } from '../model/text.ts'
import type { RequestReceiver } from './requests.ts'

/** What is known of the samples of one label. */
export type Label = {
  readonly name: string
  /** Its number with the receiver; null until its first request. */
  number: number | null
  /** Labels that this one may be a part of: `a-1` and `a` of `a-1-0`. */
  readonly pages: readonly string[]
  role: 'request' | 'part' | 'waiting'
}

/** Tells requests from what JMeter writes beside them. */
export type SampleReceiver = Readonly<{
  labelOf(name: string): Label
  add(label: Label, startMs: number, durationMs: number, isFailed: boolean): void
  /** Is it a sample of a transaction controller? Such samples are counted, and not to be added. */
  leaveOutTransaction(label: string, message: string): boolean
  /** A redirect or an embedded file inside of a sample. */
  leaveOutPart(): void
  /** The dates of the file have no zone. */
  lackZone(): void
  hasZone(): boolean
  /** The column that tells transaction controllers is not in the file. */
  cannotTellTransactions(): void
  end(): void
  notes(): readonly Text[]
}>

/** What a transaction controller says of itself: TransactionSampler.java in https://github.com/apache/jmeter/tree/rel/v5.6.3. */
const TRANSACTION = /^Number of samples in transaction : \d+, number of failing samples : \d+$/

/** `page-0` and `page-0-1` are parts of `page`, since JMeter 5.0: SampleResult.java, `subResultIndex`. */
const PART = /^(.+?)(?:-\d+)+$/s

/** Longer pauses are no load test: JMeter appended a second run to the file of the first. */
const PAUSE_MS = 30_000

/** JMeter writes a page before its parts, or shortly after them. */
const MAX_WAITING = 100_000
/** More labels than these are addresses with an id in them. */
const MAX_LABELS = 50_000
/** Longer ones are refused, so nobody needs to know their pages. */
const MAX_LABEL_CHARACTERS = 8192

type Waiting = Readonly<{ startMs: number; durationMs: number; isFailed: boolean }>

/**
 * The time of a page holds those of its redirects and embedded files, and that of a transaction those of its requests: counted beside
 * each other they are there twice. A label may end in `-0` by itself, so it is a part only where its page is in the file as well; until
 * then its samples wait.
 */
export function sampleReceiver(receiver: RequestReceiver): SampleReceiver {
  const labels = new Map<string, Label>()
  const controllers = new Set<string>()
  const waiting = new Map<Label, Waiting[]>()
  const waitingFor = new Map<string, Label[]>()
  let waitingSamples = 0
  let transactions = 0
  let parts = 0
  let lastEndMs = Number.NaN
  let longestPauseMs = 0
  let isBlind = false
  let hasZone = true

  function labelOf(name: string): Label {
    const known = labels.get(name)
    if (known !== undefined) return known
    const pages = pagesOf(name)
    const isPart = pages.some((page) => labels.get(page)?.role === 'request')
    const isOpen = pages.length > 0 && waitingSamples < MAX_WAITING && labels.size < MAX_LABELS
    const role = isPart ? 'part' : isOpen ? 'waiting' : 'request'
    const label: Label = { name, number: null, pages, role }
    if (labels.size < MAX_LABELS) labels.set(name, label)
    if (role === 'waiting') expect(label)
    if (role === 'request') takeParts(name)
    return label
  }

  function expect(label: Label): void {
    for (const page of label.pages) {
      const known = waitingFor.get(page)
      if (known === undefined) waitingFor.set(page, [label])
      else known.push(label)
    }
  }

  function add(label: Label, startMs: number, durationMs: number, isFailed: boolean): void {
    if (label.role === 'request') emit(label, startMs, durationMs, isFailed)
    else if (label.role === 'part') parts += 1
    else wait(label, { startMs, durationMs, isFailed })
  }

  function wait(label: Label, sample: Waiting): void {
    const known = waiting.get(label)
    if (known === undefined) waiting.set(label, [sample])
    else known.push(sample)
    waitingSamples += 1
    if (waitingSamples >= MAX_WAITING) releaseAll()
  }

  /** What waited for this page was a part of it. */
  function takeParts(page: string): void {
    for (const label of waitingFor.get(page) ?? []) {
      if (label.role !== 'waiting') continue
      label.role = 'part'
      parts += waiting.get(label)?.length ?? 0
      waiting.delete(label)
    }
    waitingFor.delete(page)
  }

  function releaseAll(): void {
    for (const [label, samples] of waiting) {
      label.role = 'request'
      for (const { startMs, durationMs, isFailed } of samples) emit(label, startMs, durationMs, isFailed)
    }
    waiting.clear()
    waitingFor.clear()
  }

  function emit(label: Label, startMs: number, durationMs: number, isFailed: boolean): void {
    const endMs = startMs + durationMs
    if (startMs - lastEndMs > longestPauseMs) longestPauseMs = startMs - lastEndMs
    if (!(lastEndMs >= endMs)) lastEndMs = endMs
    label.number ??= receiver.numberOf(label.name)
    receiver.add(label.number, endMs, durationMs, isFailed)
  }

  /** One that the end of the test cut short says nothing of itself. */
  function leaveOutTransaction(label: string, message: string): boolean {
    if (!TRANSACTION.test(message) && !(message === '' && controllers.has(label))) return false
    transactions += 1
    controllers.add(label)
    return true
  }

  function notes(): readonly Text[] {
    return [
      ...(transactions > 0
        ? [text`${transactions} samples of transaction controllers do not count: their requests do.`]
        : []),
      ...(parts > 0
        ? [
            text`${parts} redirects and embedded files do not count: the time of their page holds them. JMeter's own total has them twice.`,
          ]
        : []),
      ...(isBlind
        ? [text`The file has no column responseMessage, so transaction controllers cannot be told from requests.`]
        : []),
      ...(longestPauseMs >= PAUSE_MS
        ? [
            text`Nothing was asked for ${Math.round(longestPauseMs / 1000)} s in the middle. JMeter appends to its file: are two runs in it? Delete it before each run.`,
          ]
        : []),
    ]
  }

  return {
    labelOf,
    add,
    leaveOutTransaction,
    leaveOutPart: () => {
      parts += 1
    },
    lackZone: () => {
      hasZone = false
    },
    hasZone: () => hasZone,
    cannotTellTransactions: () => {
      isBlind = true
    },
    end: releaseAll,
    notes,
  }
}

function pagesOf(label: string): readonly string[] {
  const code = label.charCodeAt(label.length - 1)
  if (code < 48 || code > 57 || label.length > MAX_LABEL_CHARACTERS || !PART.test(label)) return []
  const pages: string[] = []
  for (let rest = label; /-\d+$/.test(rest); ) {
    rest = rest.replace(/-\d+$/, '')
    if (rest !== '') pages.push(rest)
  }
  return pages
}

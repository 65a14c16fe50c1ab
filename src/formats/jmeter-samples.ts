import { type Text, text } from '../model/text.ts'
import type { RequestReceiver } from './requests.ts'

/** A label of samples, and how its samples are treated. */
export type Label = {
  readonly name: string
  /** Its number in the receiver. null: it had no request yet. */
  number: number | null
  /** Labels of pages that this label may be a part of: `a-1` and `a` for `a-1-0`. */
  readonly pages: readonly string[]
  role: 'request' | 'part' | 'waiting'
}

/** Receives all samples that JMeter writes, and passes on those that are requests. */
export type SampleReceiver = Readonly<{
  labelOf(name: string): Label
  add(label: Label, startMs: number, durationMs: number, isFailed: boolean): void
  /** Returns true for a sample of a transaction controller. It is counted here and must not be added. */
  leaveOutTransaction(label: string, message: string): boolean
  /** Counts a redirect or an embedded file inside a sample. */
  leaveOutPart(): void
  /** Notes that the dates of the file have no time zone. */
  lackZone(): void
  hasZone(): boolean
  /** Notes that the file does not have the column by which transaction controllers are recognised. */
  cannotTellTransactions(): void
  end(): void
  notes(): readonly Text[]
}>

/**
 * The message of a transaction controller: TransactionSampler.java in https://github.com/apache/jmeter/tree/rel/v5.6.3.
 */
const TRANSACTION = /^Number of samples in transaction : \d+, number of failing samples : \d+$/

/** Since JMeter 5.0, parts of `page` are labelled `page-0` and `page-0-1`: SampleResult.java, `subResultIndex`. */
const PART = /^(.+?)(?:-\d+)+$/s

/**
 * A longer pause does not belong to a load test. It shows that JMeter appended a second run to the file of the first
 * run.
 */
const PAUSE_MS = 30_000

/** The limit of waiting samples. JMeter writes a page before its parts or shortly after them, so few samples wait. */
const MAX_WAITING = 100_000
/** With more labels than this, the labels are addresses with an id in them. */
const MAX_LABELS = 50_000
/** Longer labels are refused later, so their pages do not matter. */
const MAX_LABEL_CHARACTERS = 8192

type WaitingSample = Readonly<{ startMs: number; durationMs: number; isFailed: boolean }>

/**
 * Leaves out parts of other samples. The time of a page includes its redirects and embedded files, and the time of a
 * transaction includes its requests, so adding both would count that time twice. A label may end in `-0` by chance. It
 * is therefore a part only if its page is in the file too, and its samples wait until that is known.
 */
export function sampleReceiver(receiver: RequestReceiver): SampleReceiver {
  const labels = new Map<string, Label>()
  const controllers = new Set<string>()
  const waiting = new Map<Label, WaitingSample[]>()
  const waitingFor = new Map<string, Label[]>()
  let waitingSamples = 0
  let transactions = 0
  let parts = 0
  let lastEndMs = Number.NaN
  let longestPauseMs = 0
  let lacksMessages = false
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

  function wait(label: Label, sample: WaitingSample): void {
    const known = waiting.get(label)
    if (known === undefined) waiting.set(label, [sample])
    else known.push(sample)
    waitingSamples += 1
    if (waitingSamples >= MAX_WAITING) releaseAll()
  }

  /** The waiting labels turn out to be parts of this page. */
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

  /**
   * A controller that was cut short at the end of the test has no message. It is recognised by the other samples of its
   * label.
   */
  function leaveOutTransaction(label: string, message: string): boolean {
    if (!TRANSACTION.test(message) && !(message === '' && controllers.has(label))) return false
    transactions += 1
    controllers.add(label)
    return true
  }

  function notes(): readonly Text[] {
    return [
      ...(transactions > 0
        ? [text`${transactions} samples of transaction controllers do not count, because their requests do.`]
        : []),
      ...(parts > 0
        ? [
            text`${parts} redirects and embedded files do not count, because the time of their page includes them. JMeter's own total counts them twice.`,
          ]
        : []),
      ...(lacksMessages
        ? [text`The file has no column responseMessage, so transaction controllers cannot be told from requests.`]
        : []),
      ...(longestPauseMs >= PAUSE_MS
        ? [
            text`No request was made for ${Math.round(longestPauseMs / 1000)} s in the middle. JMeter appends to its file, so the file may hold two runs. Delete it before each run.`,
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
      lacksMessages = true
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

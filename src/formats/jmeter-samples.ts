import type { RequestReceiver } from './requests.ts'

/** One sample as JMeter writes it. */
export type JmeterSample = Readonly<{
  label: string
  startMs: number
  durationMs: number
  isFailed: boolean
  message: string
}>

/** Tells requests from what JMeter writes beside them. */
export type SampleReceiver = Readonly<{
  add(sample: JmeterSample): void
  isTransaction(sample: JmeterSample): boolean
  /** A redirect or an embedded file inside of a sample. */
  leaveOutPart(): void
  /** The column that tells transaction controllers is not in the file. */
  cannotTellTransactions(): void
  end(): void
  notes(): readonly string[]
}>

/** What a transaction controller says of itself: TransactionSampler.java in https://github.com/apache/jmeter/tree/rel/v5.6.3. */
const TRANSACTION = /^Number of samples in transaction : \d+, number of failing samples : \d+$/

/** `page-0` and `page-0-1` are parts of `page`, since JMeter 5.0: SampleResult.java, `subResultIndex`. */
const PART = /^(.+?)(?:-\d+)+$/s

/** Longer pauses are no load test: JMeter appended a second run to the file of the first. */
const PAUSE_MS = 30_000

/**
 * The time of a page holds those of its redirects and embedded files, and that of a transaction those of its requests: counted beside
 * each other they are there twice. A label may end in `-0` by itself, so it is a part only where its page is in the file as well; until
 * then its samples wait.
 */
export function sampleReceiver(receiver: RequestReceiver): SampleReceiver {
  const labels = new Set<string>()
  const controllers = new Set<string>()
  const waiting = new Map<string, JmeterSample[]>()
  let transactions = 0
  let parts = 0
  let lastEndMs = Number.NaN
  let longestPauseMs = 0
  let isBlind = false

  /** One that the end of the test cut short says nothing of itself. */
  function isTransaction({ message, label }: JmeterSample): boolean {
    return TRANSACTION.test(message) || (message === '' && controllers.has(label))
  }

  function add(sample: JmeterSample): void {
    const { label } = sample
    if (isTransaction(sample)) {
      transactions += 1
      controllers.add(sample.label)
      return
    }
    const page = pageOf(label)
    if (page === null) {
      if (!labels.has(label)) see(label)
      emit(sample)
      return
    }
    if (page.some((name) => labels.has(name))) {
      parts += 1
      return
    }
    const known = waiting.get(label)
    if (known === undefined) waiting.set(label, [sample])
    else known.push(sample)
  }

  /** What waited for this page was a part of it. */
  function see(label: string): void {
    labels.add(label)
    for (const [name, samples] of waiting) {
      if (!pageOf(name)?.includes(label)) continue
      parts += samples.length
      waiting.delete(name)
    }
  }

  function emit({ label, startMs, durationMs, isFailed }: JmeterSample): void {
    const endMs = startMs + durationMs
    if (startMs - lastEndMs > longestPauseMs) longestPauseMs = startMs - lastEndMs
    if (!(lastEndMs >= endMs)) lastEndMs = endMs
    receiver.add({ name: label, endMs, durationMs, isFailed })
  }

  function end(): void {
    for (const samples of waiting.values()) for (const sample of samples) emit(sample)
    waiting.clear()
  }

  function notes(): readonly string[] {
    return [
      ...(transactions > 0
        ? [`${transactions} samples of transaction controllers do not count: their requests do.`]
        : []),
      ...(parts > 0
        ? [
            `${parts} redirects and embedded files do not count: the time of their page holds them. JMeter's own total has them twice.`,
          ]
        : []),
      ...(isBlind
        ? ['The file has no column responseMessage, so transaction controllers cannot be told from requests.']
        : []),
      ...(longestPauseMs >= PAUSE_MS
        ? [
            `Nothing was asked for ${Math.round(longestPauseMs / 1000)} s in the middle. JMeter appends to its file: are two runs in it? Delete it before each run.`,
          ]
        : []),
    ]
  }

  return {
    add,
    isTransaction,
    leaveOutPart: () => {
      parts += 1
    },
    cannotTellTransactions: () => {
      isBlind = true
    },
    end,
    notes,
  }
}

/** The labels that a label may be a part of: `a-1` and `a` of `a-1-0`. null: of none. */
function pageOf(label: string): readonly string[] | null {
  const code = label.charCodeAt(label.length - 1)
  if (code < 48 || code > 57 || !PART.test(label)) return null
  const pages: string[] = []
  for (let rest = label; /-\d+$/.test(rest); ) {
    rest = rest.replace(/-\d+$/, '')
    if (rest !== '') pages.push(rest)
  }
  return pages.length === 0 ? null : pages
}

import { UserError } from '../model/errors.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { distinct, text } from '../model/text.ts'
import { type BytePattern, isAt, textPattern } from './byte-pattern.ts'
import { createFastRows } from './fast-rows.ts'
import { createFieldMemory, type FieldMemory } from './field-memory.ts'
import { quote } from './foreign-json.ts'
import type { Format } from './format.ts'
import { type Label, type SampleReceiver, sampleReceiver } from './jmeter-samples.ts'
import type { LineScanner } from './point-receiver.ts'
import { type RequestReceiver, readRequests } from './requests.ts'
import { createRowFields, fieldLength, fieldStart, findFields, wholeNumberAt } from './row-fields.ts'
import { createRowScanner } from './row-scanner.ts'
import { createTagScanner, type Tag } from './tag-scanner.ts'
import { type Tool, wholeWith } from './tool.ts'

const NAME = 'JMeter'

/** JMeter exits with 0 even if samples failed. */
const tool: Tool = {
  name: NAME,
  joins: false,
  asides: [
    {
      recognizes: (start) => /^summary [+=] +\d+ in /m.test(start),
      what: 'The file is what JMeter prints, without single samples.',
      advice: 'Give the JTL file: jmeter -n -t plan.jmx -l results.jtl.',
    },
    {
      recognizes: (start) => /"sampleCount"\s*:/.test(start) && /"pct1ResTime"\s*:/.test(start),
      what: 'The file is statistics.json of the dashboard of JMeter, whose percentiles are of the last 20,000 samples of each label only.',
      advice: 'Give the JTL file: jmeter -n -t plan.jmx -l results.jtl.',
    },
    {
      recognizes: (start) => WITHOUT_HEADER.test(start),
      what: 'The file has rows of JMeter without a header, and not its usual 17 columns, so it is not known what each column holds.',
      advice: 'Let JMeter write a header: -Jjmeter.save.saveservice.print_field_names=true.',
    },
  ],
  exitCode: wholeWith(NAME, [0], 'the plan could not be run'),
}

/** The columns of a file without a header: https://jmeter.apache.org/usermanual/listeners.html#csvlogformat */
const DEFAULT_COLUMNS =
  'timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect'.split(
    ',',
  )

const NEEDED = ['timeStamp', 'elapsed', 'label', 'success']

const TRUE = textPattern('true')
const FALSE = textPattern('false')

/** The first letter of `Non HTTP response message` and `Number of samples in transaction`. */
const LETTER_N = 0x4e

/** The first column shows the delimiter: `timeStamp;` in a header, or a time and a duration if there is no header. */
const HEADER = /^\ufeff?"?timeStamp"?([,;\t|])/
const WITHOUT_HEADER = /^(?:\d{13}|\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{3})?)([,;\t|])\d+\1/

/** JTL as CSV of every version since 2.x, with any delimiter, with or without a header. Each sample is a row. */
const csv: Format = {
  id: 'jmeter-csv',
  tool,
  title: 'JMeter JTL (CSV)',
  content: 'points',
  recognizes(prefix) {
    const start = new TextDecoder().decode(prefix.subarray(0, 4096))
    const header = HEADER.exec(start)
    if (header !== null) return /^[^\n]*\belapsed\b[^\n]*\blabel\b/.test(start)
    const delimiter = WITHOUT_HEADER.exec(start)?.[1]
    return delimiter !== undefined && (start.split('\n')[0]?.split(delimiter).length ?? 0) >= DEFAULT_COLUMNS.length
  },
  parse: (chunks, options) => read('jmeter-csv', createJtlCsvScanner, [chunks], options),
  merge: (parts, options) => read('jmeter-csv', createJtlCsvScanner, parts, options),
}

/**
 * JTL as XML, in which samples may contain samples: https://jmeter.apache.org/usermanual/listeners.html#xmlformat2.1
 */
const xml: Format = {
  id: 'jmeter-xml',
  tool,
  title: 'JMeter JTL (XML)',
  content: 'points',
  recognizes: (prefix) =>
    /^\s*(?:<\?xml[^>]*>\s*)?<testResults[\s>]/.test(new TextDecoder().decode(prefix.subarray(0, 1024))),
  parse: (chunks, options) => read('jmeter-xml', createJtlXmlScanner, [chunks], options),
  merge: (parts, options) => read('jmeter-xml', createJtlXmlScanner, parts, options),
}

export const jmeter: readonly Format[] = [csv, xml]

async function read(
  id: string,
  scannerOf: (samples: SampleReceiver) => LineScanner,
  parts: readonly AsyncIterable<Uint8Array>[],
  options: ReadOptions,
): Promise<Run> {
  const all: SampleReceiver[] = []
  const createScanner = (receiver: RequestReceiver) => {
    const samples = sampleReceiver(receiver)
    all.push(samples)
    return scannerOf(samples)
  }
  const facts = () => ({
    toolVersion: null,
    notes: distinct(all.flatMap((samples) => samples.notes())),
    hasZone: all.every((samples) => samples.hasZone()),
  })
  return readRequests({ id, tool: NAME, stepMs: 1, createScanner, facts }, parts, options)
}

type Places = Readonly<
  Record<'timeStamp' | 'elapsed' | 'label' | 'success' | 'responseMessage' | 'SampleCount', number>
>

function createJtlCsvScanner(samples: SampleReceiver): LineScanner {
  let places: Places | null = null
  let columns = 0
  let delimiter = ','
  let labels: FieldMemory<Label> | null = null
  const row = createRowFields()

  function open(fields: readonly string[], isHeader: boolean): void {
    const names = isHeader ? fields.map((name) => name.replace(/^\ufeff/, '')) : DEFAULT_COLUMNS
    const absent = NEEDED.find((name) => !names.includes(name))
    if (absent !== undefined) {
      throw new UserError(
        `The JTL file has no column ${absent}. Set jmeter.save.saveservice.* back to what JMeter saves by default.`,
      )
    }
    const at = (name: keyof Places) => names.indexOf(name)
    places = {
      timeStamp: at('timeStamp'),
      elapsed: at('elapsed'),
      label: at('label'),
      success: at('success'),
      responseMessage: at('responseMessage'),
      SampleCount: at('SampleCount'),
    }
    columns = names.length
    labels = createFieldMemory(delimiter.charCodeAt(0), 1, samples.labelOf)
    if (places.responseMessage < 0) samples.cannotTellTransactions()
  }

  /**
   * Reads a row of the usual shape. Rows of transaction controllers and unusual rows are left to the reader of texts.
   */
  function readFast(bytes: Uint8Array, view: DataView, start: number): number {
    if (places === null || labels === null) return 0
    const end = findFields(row, bytes, start, delimiter.charCodeAt(0))
    if (end === 0 || row.count !== columns) return 0
    const startMs = wholeNumberAt(row, places.timeStamp)
    const durationMs = wholeNumberAt(row, places.elapsed)
    if (startMs < 1e11 || startMs >= 1e14 || durationMs < 0) return 0
    const isOk = isField(TRUE, places.success, view)
    if (!isOk && !isField(FALSE, places.success, view)) return 0
    if (places.SampleCount >= 0 && wholeNumberAt(row, places.SampleCount) !== 1) return 0
    if (places.responseMessage >= 0) {
      const isEmpty = fieldLength(row, places.responseMessage) === 0
      if (isEmpty || bytes[fieldStart(row, places.responseMessage)] === LETTER_N) return 0
    }
    if (!labels.find(bytes, fieldStart(row, places.label))) return 0
    samples.add(labels.known(bytes, view), startMs, durationMs, !isOk)
    return end
  }

  function isField(text: BytePattern, field: number, view: DataView): boolean {
    return fieldLength(row, field) === text.bytes.length && isAt(text, row.bytes, view, fieldStart(row, field))
  }

  const slow = createRowScanner({
    delimiterOf(row) {
      delimiter = HEADER.exec(row)?.[1] ?? WITHOUT_HEADER.exec(row)?.[1] ?? ','
      return delimiter
    },
    read(fields, row) {
      const isHeader = /^\ufeff?timeStamp$/.test(fields[0] ?? '')
      if (isHeader && places !== null) {
        throw new UserError(
          `Row ${row} is a second header, so the file holds two runs. JMeter appends: delete the file before each run.`,
        )
      }
      if (places === null) {
        open(fields, isHeader)
        if (isHeader) return
      }
      if (places === null) return
      if (fields.length < columns)
        throw new UserError(`Row ${row} has ${fields.length} fields and the header ${columns}. The file is damaged.`)
      addSample(samples, sampleOf(fields, places, row))
    },
    end: () => samples.end(),
  })
  return createFastRows({ hasQuotes: true, read: readFast }, slow)
}

/** One sample of JMeter. */
type JmeterSample = Readonly<{
  label: string
  startMs: number
  /** false: the start is a date without a time zone. Milliseconds since 1970 need no time zone. */
  hasZone: boolean
  durationMs: number
  isFailed: boolean
  message: string
}>

/** Returns false for a sample of a transaction controller. */
function addSample(samples: SampleReceiver, sample: JmeterSample): boolean {
  const { label, message, startMs, hasZone, durationMs, isFailed } = sample
  if (!hasZone) samples.lackZone()
  if (samples.leaveOutTransaction(label, message)) return false
  samples.add(samples.labelOf(label), startMs, durationMs, isFailed)
  return true
}

function sampleOf(fields: readonly string[], places: Places, row: number): JmeterSample {
  const time = fields[places.timeStamp] ?? ''
  const elapsed = fields[places.elapsed] ?? ''
  const success = fields[places.success] ?? ''
  const startMs = timeOf(time)
  if (Number.isNaN(startMs) || !/^\d+$/.test(elapsed) || !/^(?:true|false)$/i.test(success)) {
    throw new UserError(
      text`Row ${row} of the JTL file has the timeStamp ${quote(time)}, elapsed ${quote(elapsed)} and success ${quote(success)}. It is damaged, or times are written in a format that is not known: use jmeter.save.saveservice.timestamp_format=ms.`,
    )
  }
  const count = places.SampleCount < 0 ? '1' : (fields[places.SampleCount] ?? '1')
  if (count !== '1') {
    throw new UserError(
      text`Row ${row} of the JTL file stands for ${quote(count)} samples: the mode "Statistical" of remote testing keeps no single samples. Use mode=Standard.`,
    )
  }
  return {
    label: fields[places.label] ?? '',
    startMs,
    hasZone: /^\d+$/.test(time),
    durationMs: Number(elapsed),
    isFailed: success.toLowerCase() !== 'true',
    message: fields[places.responseMessage] ?? '',
  }
}

/**
 * Reads milliseconds since 1970, or a date. The file does not have the time zone of a date, so dates are read as UTC.
 * Only the time between two dates is used.
 */
function timeOf(text: string): number {
  if (/^\d{12,14}$/.test(text)) return Number(text)
  const date = /^(\d{4})[/-](\d\d)[/-](\d\d)[ T](\d\d:\d\d:\d\d)(?:[.,](\d{3}))?$/.exec(text)
  return date === null ? Number.NaN : Date.parse(`${date[1]}-${date[2]}-${date[3]}T${date[4]}.${date[5] ?? '000'}Z`)
}

/**
 * Inside a transaction controller, a sample is a separate request. Inside a request, a sample is a redirect or an
 * embedded file, and the time of the request already includes it.
 */
function createJtlXmlScanner(samples: SampleReceiver): LineScanner {
  const open: boolean[] = []
  return createTagScanner('testResults', {
    open({ name, attributes, isClosed }) {
      if (!isSample(name)) return
      const sample = sampleOfTag(attributes)
      const isPart = open.includes(false)
      if (isPart) samples.leaveOutPart()
      const isTransaction = !isPart && !addSample(samples, sample)
      if (!isClosed) open.push(isTransaction)
    },
    close(name) {
      if (isSample(name)) open.pop()
    },
    end: () => samples.end(),
  })
}

function isSample(name: string): boolean {
  return name === 'httpSample' || name === 'sample'
}

function sampleOfTag(attributes: Tag['attributes']): JmeterSample {
  const [startMs, durationMs] = [Number(attributes.get('ts')), Number(attributes.get('t'))]
  const success = attributes.get('s')
  if (!(startMs > 0) || !(durationMs >= 0) || success === undefined) {
    throw new UserError(
      text`A sample of the JTL file has ts=${quote(attributes.get('ts'))}, t=${quote(attributes.get('t'))} and s=${quote(success)}. The file is damaged, or its fields were left out.`,
    )
  }
  return {
    label: attributes.get('lb') ?? '',
    startMs,
    hasZone: true,
    durationMs,
    isFailed: success !== 'true',
    message: attributes.get('rm') ?? '',
  }
}

import { closeSync, openSync, writeSync } from 'node:fs'
import { type GeneratedPoints, normal, randomNumbers } from './generate-points.ts'

export type ToolLogKind = 'jtl' | 'gatling-text' | 'gatling-binary'

const NAMES = ['GET /cart', 'GET /items', 'POST /orders', 'GET /items/{id}', 'GET /search', 'POST /login']
const START_MS = 1_795_334_400_000
const HEADER =
  'timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n'

type Request = Readonly<{ name: number; startMs: number; durationMs: number; isFailed: boolean }>

const START: Readonly<Record<ToolLogKind, string>> = {
  jtl: HEADER,
  'gatling-text': `RUN\tShop\tshop\t${START_MS}\t \t3.12.0\n`,
  'gatling-binary': '',
}

/** Writes what JMeter and Gatling write, until the file has this many bytes: six names, 1 % failed requests, a thousand a second. */
export function generateToolLog(path: string, bytes: number, kind: ToolLogKind): GeneratedPoints {
  const random = randomNumbers(1)
  const file = openSync(path, 'w')
  let written = writeSync(file, kind === 'gatling-binary' ? binaryStart() : Buffer.from(START[kind]))
  let requests = 0
  const records = { jtl: jtlRow, 'gatling-text': textLine, 'gatling-binary': binaryRecord }[kind]
  while (written < bytes) {
    const batch: Buffer[] = []
    for (let index = 0; index < 5000; index += 1) {
      const name = Math.floor(random() * NAMES.length)
      const durationMs = Math.round(Math.exp(4 + 0.6 * normal(random)) * (1 + name / 10))
      batch.push(records({ name, startMs: requests, durationMs, isFailed: random() < 0.01 }))
      requests += 1
    }
    written += writeSync(file, Buffer.concat(batch))
  }
  closeSync(file)
  return { bytes: written, lines: requests, requests }
}

function jtlRow({ name, startMs, durationMs, isFailed }: Request): Buffer {
  const [code, message] = isFailed ? ['503', 'Service Unavailable'] : ['200', 'OK']
  return Buffer.from(
    `${START_MS + startMs},${durationMs},${NAMES[name]},${code},${message},Shop 1-${(startMs % 50) + 1},text,${!isFailed},,1210,160,50,50,http://127.0.0.1:8080/api/v1,${durationMs},0,0\n`,
  )
}

function textLine({ name, startMs, durationMs, isFailed }: Request): Buffer {
  const since = START_MS + startMs
  return Buffer.from(
    `REQUEST\t\t${NAMES[name]}\t${since}\t${since + durationMs}\t${isFailed ? 'KO\tstatus.find.is(200), but actually found 503' : 'OK\t '}\n`,
  )
}

/** Every name is known: 1 to 6 are those of requests, and 7 is the empty message. */
function binaryRecord({ name, startMs, durationMs, isFailed }: Request): Buffer {
  const record = Buffer.alloc(22)
  record.writeInt8(1, 0)
  record.writeInt32BE(-(name + 1), 5)
  record.writeInt32BE(startMs, 9)
  record.writeInt32BE(startMs + durationMs, 13)
  record.writeInt8(isFailed ? 0 : 1, 17)
  record.writeInt32BE(-(NAMES.length + 1), 18)
  return record
}

/** The start of a run, and a group for each name, which names it. Its layout is in gatling-binary.ts. */
function binaryStart(): Buffer {
  const text = (value: string) =>
    value === '' ? integer(0) : Buffer.concat([integer(value.length), Buffer.from(value, 'latin1'), Buffer.of(0)])
  const since = Buffer.alloc(8)
  since.writeBigInt64BE(BigInt(START_MS))
  const named = [...NAMES, ''].map((name, index) =>
    Buffer.concat([Buffer.of(4), integer(index + 1), text(name), integer(0)]),
  )
  return Buffer.concat([
    Buffer.of(0),
    text('3.15.1'),
    text('Shop'),
    since,
    text(''),
    integer(1),
    text('shop'),
    integer(0),
    ...named,
  ])
}

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

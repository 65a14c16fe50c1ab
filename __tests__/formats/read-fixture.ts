import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { DEFAULT_READ_OPTIONS } from '../../src/formats/read-options.ts'
import { readRun } from '../../src/formats/read-run.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import type { Measurement } from '../../src/model/measurement.ts'
import type { ReadOptions } from '../../src/model/read-options.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import type { Run } from '../../src/model/run.ts'
import { plainText } from '../../src/model/text.ts'

const FOLDER = new URL('../fixtures/k6/', import.meta.url)

/** The names of recorded k6 results that match a pattern. */
export function fixtureNames(pattern: RegExp): readonly string[] {
  return readdirSync(FOLDER).filter((name) => pattern.test(name))
}

/** The bytes of a recorded k6 result, decompressed. */
export function fixtureBytes(name: string): Uint8Array {
  const bytes = readFileSync(new URL(name, FOLDER))
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/** The value of a foreign file. Tests access it by the names in the file. */
export type Json = ReturnType<typeof JSON.parse>

export function fixtureJson(name: string): Json {
  return JSON.parse(new TextDecoder().decode(fixtureBytes(name)))
}

/** A result file with this content: text, bytes, or a value that is written as JSON. */
export function aFile(content: unknown, path = 'summary.json', artifact: ResultFile['artifact'] = null): ResultFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const bytes = content instanceof Uint8Array ? content : new TextEncoder().encode(text)
  return {
    path,
    artifact,
    async *open() {
      yield bytes
    },
  }
}

export async function readContent(content: unknown, options: ReadOptions = DEFAULT_READ_OPTIONS): Promise<Run> {
  return readRun(aFile(content), FORMATS, options)
}

export async function readFixture(name: string): Promise<Run> {
  return readContent(fixtureBytes(name))
}

/** The message of the refusal, or a text that no test expects if the content is read. */
export async function refusalOf(content: unknown): Promise<string> {
  try {
    await readContent(content)
  } catch (error) {
    if (error instanceof Error && (error.name === 'UserError' || error.name === 'ForeignFileError'))
      return error.message
    throw error
  }
  return 'it was read'
}

export function find(run: Run, metric: string, endpoint: string | null = null): Measurement {
  const found = run.measurements.find((one) => one.metric === metric && one.endpoint === endpoint)
  if (found === undefined) throw new Error(`No ${metric} of ${endpoint}`)
  return found
}

/** A run with maps as plain objects, as a golden file needs it. */
export function plain({ measurements, notes, scriptNotes, ...run }: Run): Json {
  const all = {
    ...run,
    measurements: measurements.map(({ unusable, ...one }) => ({
      ...one,
      unusable: new Map([...unusable].map(([stat, why]) => [stat, plainText(why)])),
    })),
    notes: notes.map(plainText),
    ...(scriptNotes === undefined ? {} : { scriptNotes: scriptNotes.map(plainText) }),
  }
  return JSON.parse(JSON.stringify(all, (_, value) => (value instanceof Map ? Object.fromEntries(value) : value)))
}

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Side } from '../../src/model/run.ts'
import type { TraceFile } from '../../src/model/trace.ts'
import type { TracesOfRun } from '../../src/traces/compare-traces.ts'
import { readTraces } from '../../src/traces/read-traces.ts'
import { TRACE_FORMATS } from '../../src/traces/registry.ts'

export const TRACE_FIXTURES = fileURLToPath(new URL('../fixtures/traces/', import.meta.url))

/** Traces from the bytes of a file, or from what JSON holds. */
export function tracesOf(content: string | Uint8Array | object): Promise<TraceFile> {
  const isBytes = content instanceof Uint8Array
  const text = typeof content === 'string' || isBytes ? content : JSON.stringify(content)
  return readTraces(oneChunk(typeof text === 'string' ? new TextEncoder().encode(text) : text), TRACE_FORMATS)
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

export function recordedText(path: string): string {
  const bytes = readFileSync(TRACE_FIXTURES + path)
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString()
}

export function recorded(path: string): Promise<TraceFile> {
  return tracesOf(recordedText(path))
}

/** The traces of one run. */
export function ofRun(file: TraceFile, side: Side, run = '1', requests: number | null = null): TracesOfRun {
  return { file, side, run, requests, errorRatio: null }
}

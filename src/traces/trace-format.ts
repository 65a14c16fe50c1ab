import type { SpanList } from './span-list.ts'

/** One format of traces. Formats are recognised by content, never by the name of the file. */
export type TraceFormat = Readonly<{
  id: string
  /** What people call it, for messages and reports. */
  tool: string
  /** Decides on the first JSON value of the file. */
  recognizes(document: unknown): boolean
  /** Takes the spans of one JSON value. A file has one value, or one per line. Throws a UserError if the value is an error message. */
  read(document: unknown, spans: SpanList): void
}>

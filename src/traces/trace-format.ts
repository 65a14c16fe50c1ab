import type { SpanList } from './span-list.ts'

/** One way to write traces. Formats are told apart by content, never by the name of the file. */
export type TraceFormat = Readonly<{
  id: string
  /** What people call it, for messages and reports. */
  tool: string
  /** Decides on the first JSON value of the file. */
  recognizes(document: unknown): boolean
  /** Takes the spans of one JSON value. A file has one, or one a line. Throws a UserError for an answer that is an error. */
  read(document: unknown, spans: SpanList): void
}>

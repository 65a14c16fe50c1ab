import type { Json } from './openapi.ts'
import type { TokenKind } from './permissions.ts'

/** One request that was received, in the order of arrival. */
export type JournalEntry = {
  readonly origin: 'api' | 'storage'
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: Json | undefined
  readonly token: TokenKind
  /** The official name of the operation, for example `issues/create-comment`; null when it is none that we know. */
  readonly operationId: string | null
  readonly userAgent: string
  /** In which round it was sent, where runner/rounds.ts holds requests. null: nobody counts. */
  readonly round: number | null
  /** A fault was planned for it, so it is asked again. */
  isFaulty: boolean
  /** The status that was answered; 0 while none was, and for ever when the connection was cut. */
  status: number
}

/** Something that the real GitHub would not have understood, or that our own answer got wrong. */
export type Violation = Readonly<{ request: string; side: 'request' | 'answer' | 'route'; problems: readonly string[] }>

export type Journal = Readonly<{ entries: JournalEntry[]; violations: Violation[] }>

export function createJournal(): Journal {
  return { entries: [], violations: [] }
}

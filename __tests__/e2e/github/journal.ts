import type { Json } from './openapi.ts'
import type { TokenKind } from './permissions.ts'

/** A received request. The journal has them in the order of arrival. */
export type JournalEntry = {
  readonly origin: 'api' | 'storage'
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: Json | undefined
  readonly token: TokenKind
  /** The official name of the operation, for example `issues/create-comment`. null: the description has no such operation. */
  readonly operationId: string | null
  readonly userAgent: string
  /** The round in which the request was sent, if runner/rounds.ts holds requests. null: rounds are not counted. */
  readonly round: number | null
  /** A planned fault hit the request, so the client sends it again. */
  isFaulty: boolean
  /** The status of the answer. It is 0 until there is an answer, and stays 0 if the connection was cut. */
  status: number
}

/** A mistake: a request that the real GitHub would not understand, or a wrong answer of this emulation. */
export type Violation = Readonly<{ request: string; side: 'request' | 'answer' | 'route'; problems: readonly string[] }>

export type Journal = Readonly<{ entries: JournalEntry[]; violations: Violation[] }>

export function createJournal(): Journal {
  return { entries: [], violations: [] }
}

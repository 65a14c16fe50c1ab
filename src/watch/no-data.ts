import type { Said, Text } from '../model/text.ts'

/** Why nothing can be said of a service. It is never a pass. */
export class NoDataError extends Error {
  override name = 'NoDataError'
  readonly said: Said
  /** Too little so far: a later look may have enough. */
  readonly mayCome: boolean

  constructor(
    problem: Text,
    { action = [], detail = [], mayCome = false }: Readonly<{ action?: Text; detail?: Text; mayCome?: boolean }> = {},
  ) {
    super('Nothing can be said of a service.')
    this.said = { problem, action, detail }
    this.mayCome = mayCome
  }

  /** The same, with what else there is to know. */
  with(detail: Text): NoDataError {
    const { problem, action = [] } = this.said
    return new NoDataError(problem, { action, detail, mayCome: this.mayCome })
  }
}

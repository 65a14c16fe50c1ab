import type { Said, Text } from '../model/text.ts'

/** Why nothing can be said of a service. It is never a pass. */
export class NoDataError extends Error {
  override name = 'NoDataError'
  readonly said: Said
  /** Too little so far: a later look may have enough. */
  readonly mayCome: boolean

  constructor(problem: Text, { action = [], mayCome = false }: Readonly<{ action?: Text; mayCome?: boolean }> = {}) {
    super('Nothing can be said of a service.')
    this.said = { problem, ...(action.length === 0 ? {} : { action }) }
    this.mayCome = mayCome
  }
}

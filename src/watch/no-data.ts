import type { Said, Text } from '../model/text.ts'

/** The reason why nothing is known about a service. Without data a service never passes. */
export class NoDataError extends Error {
  override name = 'NoDataError'
  readonly said: Said
  /** There was too little data; a later look may have enough. */
  readonly mayComeLater: boolean

  constructor(
    problem: Text,
    {
      action = [],
      detail = [],
      mayComeLater = false,
    }: Readonly<{ action?: Text; detail?: Text; mayComeLater?: boolean }> = {},
  ) {
    super('Nothing can be said of a service.')
    this.said = { problem, action, detail }
    this.mayComeLater = mayComeLater
  }

  /** The same error with a detail. */
  with(detail: Text): NoDataError {
    const { problem, action = [] } = this.said
    return new NoDataError(problem, { action, detail, mayComeLater: this.mayComeLater })
  }
}

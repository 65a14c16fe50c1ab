/** A defence of docs/security.md, its place in the sources, and the test that must fail without it. */
export type Mutation = Readonly<{
  /** The number of the threat in docs/security.md. */
  row: number
  /** The removed defence, for people. */
  takes: string
  file: string
  /** This text appears exactly once in the file. */
  defence: string
  /** The text that replaces it. */
  without: string
  test: Readonly<{
    path: string
    /** A part of the test's full name, which consists of the titles of its `describe` blocks and its own title. */
    title: string
  }>
}>

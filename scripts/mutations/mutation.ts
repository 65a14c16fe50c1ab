/** A defence of docs/security.md, its place in the sources, and the test that must fail without it. */
export type Mutation = Readonly<{
  /** The number of the threat in docs/security.md. */
  row: number
  /** What is taken away, for people. */
  takes: string
  file: string
  /** This text stands in the file exactly once. */
  defence: string
  /** What takes its place. */
  without: string
  test: Readonly<{
    path: string
    /** A part of the test's full name: its `describe` and its own. */
    title: string
  }>
}>

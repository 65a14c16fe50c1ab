/** One file of the results, before it is read. Untrusted: its path, its size, its bytes. */
export type ResultFile = Readonly<{
  /** Path inside the artifact or the results folder, with forward slashes. */
  path: string
  artifact: Readonly<{
    name: string
    /** The name without the number of the attempt. It is the same when the load test is repeated. Absent: the name. */
    part?: string
    id: number
    digest: string | null
    workflowRunId: number
    runAttempt: number | null
  }> | null
  /**
   * The bytes, decompressed where the content is gzip. Can be opened more than once. Throws a UserError on a damaged file.
   * A chunk is only valid until the next one is asked for: copy what must stay.
   */
  open(): AsyncIterable<Uint8Array>
}>

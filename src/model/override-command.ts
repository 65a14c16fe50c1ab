/** An override that a comment asks for. `reason` null: the comment gives no reason. */
export type OverrideCommand = Readonly<{ kind: 'reason'; reason: string | null }> | Readonly<{ kind: 'cancel' }>

/**
 * At the start of a line, so that a quoted command (`> /perf-override ...`) is not a command. Upper and lower case are equal, and
 * it may be written as code.
 */
const COMMAND = /^ {0,3}`?\/perf-override(?![\w-])/im
const CANCEL = /^ {0,3}`?\/perf-override-cancel(?![\w-])/im

/** The usual forms: with a colon or a dash, or with the reason on the next line. */
const WITH_REASON =
  /^ {0,3}`?\/perf-override`?(?:[ \t]*[:–—][ \t]*|[ \t]+[–—-]?[ \t]*|[ \t]*\r?\n\s*)([^\s`].*?)`?[ \t\r]*$/im

/** The command in a comment; null: there is none. If the same comment also takes the override back, taking back wins. */
export function readCommand(body: string): OverrideCommand | null {
  const text = withoutExamples(body)
  if (CANCEL.test(text)) return { kind: 'cancel' }
  if (!COMMAND.test(text)) return null
  const reason = WITH_REASON.exec(text)?.[1]?.trim() ?? null
  return { kind: 'reason', reason: reason === null || isPlaceholder(reason) ? null : reason }
}

/** A slash or "perf" at the start of a line, and a word like "override" after it. */
const NEAR_COMMAND =
  /^ {0,3}((?:[*_`\\ ]{0,4}\/ ?(?:perf(?:ormance)?)?|[*_`\\ ]{0,4}perf(?:ormance)?)(?:[-_ ]?gate)?[-_ ]?over{1,3}ide[ns]?(?![\w-])[*_`]{0,2})/im

/** A misspelt command, as it was written: `/perf override`, `/perf-overide`, or the command in bold. null: there is none. */
export function nearCommand(body: string): string | null {
  return readCommand(body) === null ? (NEAR_COMMAND.exec(withoutExamples(body))?.[1]?.trim() ?? null) : null
}

/** Removes blocks of code, which are examples, and HTML comments, which nobody sees. */
export function withoutExamples(body: string): string {
  return body
    .replaceAll('\r\n', '\n')
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replaceAll(/^ {0,3}(`{3,}|~{3,}).*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))/gm, '')
}

/** The placeholder of the reason, in the report and in the documentation: `<why this slowdown is acceptable>`. */
export function isPlaceholder(text: string): boolean {
  return /^<[^<>]*>$/.test(text.trim())
}

/*
 * How the runner reads GITHUB_OUTPUT, GITHUB_STATE and GITHUB_ENV. A port of EnvFileKeyValuePairs:
 * https://github.com/actions/runner/blob/258d6c857db3519913f7deb6004b60172f8043ae/src/Runner.Worker/FileCommandManager.cs
 */

type Line = Readonly<{ text: string; end: number; hasNewline: boolean }>

function readLine(text: string, start: number): Line | null {
  if (start >= text.length) return null
  const newline = text.indexOf('\n', start)
  if (newline < 0) return { text: text.slice(start), end: text.length, hasNewline: false }
  return { text: text.slice(start, newline), end: newline + 1, hasNewline: true }
}

function readHeredoc(text: string, start: number, delimiter: string): Readonly<{ value: string; end: number }> {
  let valueEnd = start
  for (let line = readLine(text, start); ; line = readLine(text, line.end)) {
    if (line === null) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`)
    if (line.text === delimiter) return { value: text.slice(start, valueEnd), end: line.end }
    if (!line.hasNewline) throw new Error('Invalid value. EOF marker missing new line.')
    valueEnd = line.end - 1
  }
}

/**
 * The names and values in a command file. If a name occurs twice, the later value wins. Throws when the runner would fail the
 * step.
 */
export function readCommandFile(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  let line = readLine(text, 0)
  while (line !== null) {
    let end = line.end
    const [equals, heredoc] = [line.text.indexOf('='), line.text.indexOf('<<')]
    if (equals >= 0 && (heredoc < 0 || equals < heredoc))
      pairs.set(line.text.slice(0, equals), line.text.slice(equals + 1))
    else if (heredoc >= 0) {
      const [name, delimiter] = [line.text.slice(0, heredoc), line.text.slice(heredoc + 2)]
      if (name === '' || delimiter === '')
        throw new Error(`Invalid format '${line.text}'. Name must not be empty and delimiter must not be empty`)
      const { value, end: after } = readHeredoc(text, line.end, delimiter)
      pairs.set(name, value)
      end = after
    } else if (line.text !== '') throw new Error(`Invalid format '${line.text}'`)
    line = readLine(text, end)
  }
  return pairs
}

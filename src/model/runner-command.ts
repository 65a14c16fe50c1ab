/**
 * Text of any number of lines in which a runner of GitHub finds no command. It obeys `##[set-output name=x;]y` anywhere in a line, and
 * `::set-output name=x::y` at its start, also where a name from a result stands there.
 * https://github.com/actions/runner/blob/v2.336.0/src/Runner.Common/ActionCommand.cs
 */
export function withoutRunnerCommands(text: string): string {
  return text
    .replaceAll('##[', `##${ZERO_WIDTH_SPACE}[`)
    .replace(/^[^\S\r\n\u2028\u2029]*::/gmu, `${ZERO_WIDTH_SPACE}::`)
}

/** A zero-width character that breaks up a command. It is invisible, and the runner does not trim it as white space. */
const ZERO_WIDTH_SPACE = '\u200b'

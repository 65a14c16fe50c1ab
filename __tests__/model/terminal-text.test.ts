import { expect, test } from '@jest/globals'
import { UserError } from '../../src/model/errors.ts'
import { terminalText } from '../../src/model/terminal-text.ts'
import { code, name, text } from '../../src/model/text.ts'

test.each([
  [
    'a name',
    text`Not recorded: ${name('a|b<c>_d_')}: The file is empty.`,
    'Not recorded: a|b<c>_d_: The file is empty.',
  ],
  ['line breaks in a name', text`${name('a\n::error::x')} is empty.`, 'a?::error::x is empty.'],
  ['a command at the start of a name', text`${name('::error::x')} is empty.`, ': :error::x is empty.'],
  ['a command within a line', text`The label ${name('##[set-output name=x;]y')}`, 'The label ## [set-output name=x;]y'],
  ['colours and a change of direction', text`${name('\u001b[31mred\u202e')}`, '?[31mred?'],
  ['code', text`Write ${code('--out\u0007 DIR')}.`, 'Write `--out? DIR`.'],
  [
    'a list of files in a finished sentence',
    ['No ladder:\n\ta.csv\r\n  ::error::b.csv'],
    'No ladder:\n  a.csv\n  : :error::b.csv',
  ],
])('%s is shown and not obeyed', (_, said, expected) => {
  expect(terminalText(said)).toBe(expected)
})

test('an error with a file and with what a program printed is one text', () => {
  const error = new UserError(text`The build ended with exit code 2: ${name('make\u001b[2K')}`, {
    file: 'a\nb',
    output: 'cc: not found\n::error::x',
  })
  expect(error.message).toBe('a\nb: The build ended with exit code 2: make\u001b[2K\ncc: not found\n::error::x')
  expect(terminalText(error.whole)).toBe('a?b: The build ended with exit code 2: make?[2K\ncc: not found\n: :error::x')
})

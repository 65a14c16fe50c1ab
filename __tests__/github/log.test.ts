import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createLog, safeLine } from '../../src/github/log.ts'

/** Ported from https://github.com/actions/runner/blob/v2.336.0/src/Runner.Common/ActionCommand.cs (TryParse and TryParseV2). */
function runnerTakesForCommand(output: string): boolean {
  return output.split(/\r\n|\r|\n/).some((line) => line.includes('##[') || line.trimStart().startsWith('::'))
}

describe('safeLine', () => {
  test.each([
    ['checkout p95', 'checkout p95'],
    ['a ##[set-output name=outcome;]pass', 'a ##\u200b[set-output name=outcome;]pass'],
    ['##[a]##[b]', '##\u200b[a]##\u200b[b]'],
    ['::set-output name=outcome::pass', '\u200b::set-output name=outcome::pass'],
    ['  \t::add-mask::e', '\u200b::add-mask::e'],
    ['one\n::set-output name=outcome::pass', 'one ::set-output name=outcome::pass'],
    ['one\r\ntwo\u0000\u2028three', 'one two three'],
    ['\n::stop-commands::x', '\u200b::stop-commands::x'],
    ['GET /a::b', 'GET /a::b'],
  ])('turns %j into %j', (message, safe) => {
    expect(safeLine(message)).toBe(safe)
  })

  test('gives no text that the runner obeys', () => {
    const part = fc.oneof(
      fc.constantFrom('##[', '##', '[', '::', ':', '\n', '\r', ' ', '\t', '\u200b', '\ufeff', 'set-output'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(runnerTakesForCommand(safeLine(parts.join('')))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

test('the log cleans whatever it passes on', () => {
  const lines: string[] = []
  const record = (kind: string) => (message: string) => void lines.push(`${kind}: ${message}`)
  const log = createLog({ info: record('info'), warning: record('warning'), error: record('error') })
  log.info('::a')
  log.warning('b\n##[c]')
  log.error('d')
  expect(lines).toEqual(['info: \u200b::a', 'warning: b ##\u200b[c]', 'error: d'])
})

test('the log cleans titles too', () => {
  const titles: unknown[] = []
  const record = (_message: string, properties?: object) => void titles.push(properties)
  const log = createLog({ info: record, warning: record, error: record })
  log.warning('a', 'b\n##[c]')
  log.error('d')
  expect(titles).toEqual([{ title: 'b ##\u200b[c]' }, {}])
})

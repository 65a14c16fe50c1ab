import { expect, test } from '@jest/globals'
import { withoutRunnerCommands } from '../../src/model/runner-command.ts'
import { parseCommandV1, parseCommandV2, REGISTERED } from '../e2e/runner/action-command.ts'

const COMMANDS = '::set-output name=a::b\n  ::error::x\r\n| `##[set-output name=a;]b` |\nc ::d::\n'

test('each line stays, and a runner finds no command in it', () => {
  const text = withoutRunnerCommands(COMMANDS)
  expect(text).toBe('\u200b::set-output name=a::b\n\u200b::error::x\r\n| `##\u200b[set-output name=a;]b` |\nc ::d::\n')
  expect(commandsIn(COMMANDS)).toBe(3)
  expect(commandsIn(text)).toBe(0)
})

function commandsIn(text: string): number {
  const registered = new Set(REGISTERED)
  return text.split(/\r?\n/).filter((line) => parseCommandV2(line, registered) ?? parseCommandV1(line, registered))
    .length
}

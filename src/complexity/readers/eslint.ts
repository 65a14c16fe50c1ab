import { UserError } from '../../model/errors.ts'
import { isObject } from '../../model/json-object.ts'
import { name, text } from '../../model/text.ts'
import { type ComplexityFormat, complexityOf, filePath, parsedJson } from '../complexity-format.ts'

/** `eslint --format json` with `complexity: ["warn", 0]`: https://eslint.org/docs/latest/rules/complexity */
const MESSAGE = /^(.*?)(?: has a complexity of )(\d+)\. Maximum allowed is (\d+)\.$/

type File = Readonly<{ filePath: string; messages: readonly unknown[] }>

export const eslint: ComplexityFormat = {
  tool: 'eslint',
  recognizes(output) {
    const parsed = output.startsWith('[') ? parsedJson(output) : undefined
    return Array.isArray(parsed) && parsed.length > 0 && parsed.every(isFile)
  },
  read(output) {
    const files = (parsedJson(output) as readonly unknown[]).filter(isFile)
    const broken = files.filter(({ messages }) => messages.some((one) => isObject(one) && one.fatal === true))
    return {
      tool: 'eslint',
      unit: 'function',
      functions: files.flatMap((file) => file.messages.flatMap((message) => functionOf(file, message))),
      notes: broken.map(
        (file) => text`ESLint could not read ${name(file.filePath)}: none of its functions are counted.`,
      ),
    }
  },
}

function isFile(value: unknown): value is File {
  return isObject(value) && typeof value.filePath === 'string' && Array.isArray(value.messages)
}

function functionOf(file: File, message: unknown) {
  if (!isObject(message) || message.ruleId !== 'complexity') return []
  const [, name = '', complexity, allowed] = MESSAGE.exec(String(message.message)) ?? []
  if (complexity === undefined)
    throw new UserError(`this message of ESLint has no complexity: ${String(message.message).slice(0, 80)}`)
  if (allowed !== '0') {
    throw new UserError(
      `ESLint only named functions above ${allowed}: set the rule to \`complexity: ["warn", 0]\`, on both sides`,
    )
  }
  return [{ file: filePath(file.filePath), name, complexity: complexityOf(complexity, name) }]
}

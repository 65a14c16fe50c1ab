import { isObject } from '../../model/json-object.ts'
import { name, text } from '../../model/text.ts'
import { type ComplexityFormat, complexityOf, filePath, parsedJson } from '../complexity-format.ts'

/** `radon cc -j`: https://radon.readthedocs.io/en/latest/commandline.html#the-cc-command */
export const radon: ComplexityFormat = {
  tool: 'radon',
  recognizes(output) {
    const parsed = output.startsWith('{') ? parsedJson(output) : undefined
    if (!isObject(parsed)) return false
    const files = Object.values(parsed)
    return files.length > 0 && files.every((file) => isBlocks(file) || (isObject(file) && 'error' in file))
  },
  read(output) {
    const files = Object.entries(parsedJson(output) as Readonly<Record<string, unknown>>)
    return {
      tool: 'radon',
      unit: 'function',
      functions: files.flatMap(([file, blocks]) =>
        isBlocks(blocks) ? blocks.flatMap((block) => functionOf(file, block)) : [],
      ),
      notes: files.flatMap(([file, blocks]) =>
        isBlocks(blocks) ? [] : [text`radon could not read ${name(file)}: none of its functions are counted.`],
      ),
    }
  },
}

type Block = Readonly<Record<string, unknown>>

function isBlocks(value: unknown): value is readonly Block[] {
  return Array.isArray(value) && value.every((block) => isObject(block) && 'complexity' in block && 'type' in block)
}

/** Only functions and methods count. radon lists a method in its class and again on its own, and it also gives a figure for the class. */
function functionOf(file: string, { type, name, classname, complexity }: Block) {
  if (type !== 'function' && type !== 'method') return []
  const long = typeof classname === 'string' ? `${classname}.${String(name)}` : String(name)
  return [{ file: filePath(file), name: long, complexity: complexityOf(complexity, long) }]
}

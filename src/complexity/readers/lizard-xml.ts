import { UserError } from '../../model/errors.ts'
import { type ComplexityFormat, complexityOf, filePath } from '../complexity-format.ts'

/** `lizard --xml`, as cppncss writes it: one item per function, whose third value is the complexity. */
const ITEM = /<item name="([^"]*)">\s*<value>\d+<\/value>\s*<value>\d+<\/value>\s*<value>(\d+)<\/value>/g
const NAME = /^(.*)\(\.\.\.\) at (.+):\d+$/
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&amp;', '&'],
])

export const lizardXml: ComplexityFormat = {
  tool: 'lizard',
  recognizes: (text) => text.startsWith('<') && text.includes('<cppncss>'),
  read(text) {
    // The second half of the file is about files, not functions.
    const [measured = ''] = text.split('<measure type="File">')
    const functions = [...measured.matchAll(ITEM)].map(([, item = '', complexity]) => {
      const [, name, file] = NAME.exec(item.replaceAll(/&\w+;/g, (entity) => ENTITIES.get(entity) ?? entity)) ?? []
      if (name === undefined || file === undefined)
        throw new UserError(`this item of lizard names no function: ${item.slice(0, 80)}`)
      return { file: filePath(file), name, complexity: complexityOf(complexity, name) }
    })
    return { tool: 'lizard', unit: 'function', functions, notes: [] }
  },
}

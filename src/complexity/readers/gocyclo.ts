import { UserError } from '../../model/errors.ts'
import { type ComplexityFormat, complexityOf, filePath } from '../complexity-format.ts'

/** `8 queue Pick src/queue.go:8:1`: https://github.com/fzipp/gocyclo#usage */
const LINE = /^(\d+) (\S+) (.+) (\S.*):\d+:\d+$/

export const gocyclo: ComplexityFormat = {
  tool: 'gocyclo',
  recognizes: (text) => LINE.test(text.split(/\r?\n/, 1)[0] ?? ''),
  read(text) {
    const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('Average: '))
    const functions = lines.map((line) => {
      const [, complexity, place, name, file] = LINE.exec(line) ?? []
      if (name === undefined || file === undefined)
        throw new UserError(`this line of gocyclo cannot be read: ${line.slice(0, 80)}`)
      return { file: filePath(file), name: `${place}.${name}`, complexity: complexityOf(complexity, name) }
    })
    return { tool: 'gocyclo', unit: 'function', functions, notes: [] }
  },
}

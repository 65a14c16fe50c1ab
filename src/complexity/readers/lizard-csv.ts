import { parseCsvRow } from '../../formats/csv-row.ts'
import { UserError } from '../../model/errors.ts'
import { type ComplexityFormat, complexityOf, filePath } from '../complexity-format.ts'

/** `lizard --csv`, with or without the heading of `-V`. Columns: https://github.com/terryyin/lizard, lizard_ext/csvoutput.py */
const HEADING = /^NLOC,CCN,token,PARAM,length,location,file,function,long_name,start,end/
const ROW = /^\d+,\d+,\d+,\d+,\d+,"/
const [CCN, FILE, LONG_NAME, COLUMNS] = [1, 6, 8, 11]

export const lizardCsv: ComplexityFormat = {
  tool: 'lizard',
  recognizes: (text) => HEADING.test(text) || ROW.test(text),
  read(text) {
    const rows = text.split(/\r?\n/).filter((row) => row !== '' && !HEADING.test(row))
    const functions = rows.map((row) => {
      const fields = parseCsvRow(row)
      const [file, name] = [fields?.[FILE], fields?.[LONG_NAME]]
      if (fields?.length !== COLUMNS || file === undefined || name === undefined) {
        throw new UserError(`this row of lizard has no ${COLUMNS} columns: ${row.slice(0, 80)}`)
      }
      // The long name is used, because overloads share the short name.
      return { file: filePath(file), name, complexity: complexityOf(fields[CCN], name) }
    })
    return { tool: 'lizard', unit: 'function', functions, notes: [] }
  },
}

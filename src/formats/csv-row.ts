const QUOTE = '"'

/**
 * The fields of one row of CSV (https://www.rfc-editor.org/rfc/rfc4180), as Go's encoding/csv writes it: a field with a
 * comma, quote or line break is quoted, and a quote inside it is doubled. null if a quote is not closed, or if text
 * follows a closing quote.
 */
export function parseCsvRow(row: string): readonly string[] | null {
  if (!row.includes(QUOTE)) return row.split(',')
  const fields: string[] = []
  let at = 0
  for (;;) {
    const field = row[at] === QUOTE ? quotedField(row, at) : plainField(row, at)
    if (field === null) return null
    fields.push(field.text)
    if (field.end === row.length) return fields
    at = field.end + 1
  }
}

type Field = Readonly<{ text: string; end: number }>

function plainField(row: string, start: number): Field {
  const comma = row.indexOf(',', start)
  const end = comma < 0 ? row.length : comma
  return { text: row.slice(start, end), end }
}

function quotedField(row: string, start: number): Field | null {
  let end = row.indexOf(QUOTE, start + 1)
  while (end >= 0 && row[end + 1] === QUOTE) end = row.indexOf(QUOTE, end + 2)
  if (end < 0 || (end + 1 < row.length && row[end + 1] !== ',')) return null
  return { text: row.slice(start + 1, end).replaceAll('""', QUOTE), end: end + 1 }
}

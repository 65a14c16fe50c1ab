import { writeFile } from 'node:fs/promises'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { toJSONSchema } from 'zod'
import { LEVELS } from '../src/policy/levels.ts'
import { reportSchema } from '../src/report/report-schema.ts'

export const ReportSchema = reportSchema([...LEVELS.keys()])

/** The published JSON Schema of the report. `input`: a reader of version 1 accepts fields that it does not know yet. */
export function reportSchemaText(): string {
  return `${JSON.stringify({ title: 'perf-gate report', ...toJSONSchema(ReportSchema, { io: 'input' }) }, null, 2)}\n`
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL('../schema/report.schema.json', import.meta.url), reportSchemaText())
}

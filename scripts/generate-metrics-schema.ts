import { writeFile } from 'node:fs/promises'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { metricsShape } from '../src/formats/perf-gate-metrics.ts'

/** The published JSON Schema of the neutral result file, for editors and for programs that write the file. */
export function metricsSchemaText(): string {
  const schema = z.toJSONSchema(metricsShape(z), { io: 'input' })
  return `${JSON.stringify({ title: 'perf-gate-metrics.json', ...schema }, null, 2)}\n`
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL('../schema/metrics.schema.json', import.meta.url), metricsSchemaText())
}

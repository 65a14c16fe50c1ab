import { toJSONSchema } from 'zod'
import { MeasureFile } from '../src/measure/measure-schema.ts'

/** The published JSON Schema of the measure file, for editors. */
export function measureSchemaText(): string {
  return `${JSON.stringify(toJSONSchema(MeasureFile, { io: 'input' }), null, 2)}\n`
}

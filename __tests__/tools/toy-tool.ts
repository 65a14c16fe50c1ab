import { benchmarkMeasurement, benchmarkRun } from '../../src/formats/benchmark.ts'
import { documentFormat } from '../../src/formats/document-format.ts'
import { type Tool, wholeWith } from '../../src/formats/tool.ts'
import { isObject } from '../../src/model/json-object.ts'

const NAME = 'stopwatch'

/** The tool that docs/adding-a-format.md adds. It times named pieces of work, and exits with 2 if a piece failed. */
const tool: Tool = {
  name: NAME,
  joins: true,
  asides: [
    {
      recognizes: (start) => start.startsWith('stopwatch report'),
      what: 'The file is the report of stopwatch for people, which rounds.',
      advice: 'Let stopwatch write JSON.',
    },
  ],
  exitCode: wholeWith(NAME, [0], 'a piece of work failed'),
}

/** `{"stopwatch": "1.2", "laps": {"pay": [21.5, 22.1, 21.9]}}` with times in milliseconds. */
const json = documentFormat({
  id: 'stopwatch',
  tool,
  title: 'the JSON of stopwatch',
  content: 'summary',
  beginning: /^\{\s*"stopwatch":/,
  recognizesJson: (document) => isObject(document) && 'stopwatch' in document,
  shape: (z) => z.object({ stopwatch: z.string(), laps: z.record(z.string(), z.array(z.number())) }),
  run: ({ stopwatch, laps }) =>
    benchmarkRun({
      format: 'stopwatch',
      tool: NAME,
      toolVersion: stopwatch,
      measurements: Object.entries(laps).map(([name, observations]) =>
        benchmarkMeasurement({ name, quantity: 'duration', central: 'p50', observations }),
      ),
      notes: [],
    }),
})

export const stopwatch = [json]

import { expect, test } from '@jest/globals'
import { checkPlaceholders, fillPlaceholders } from '../../src/measure/placeholders.ts'

/** The words that the shell makes of it. */
const variable = (name: string) => `$\{${name}}`

const VALUES = {
  port: '8081',
  address: 'http://127.0.0.1:8081',
  service: 'checkout',
  variant: 'baseline',
  run: '2',
  output: "/my results/it's/result.json",
  'output-folder': '/results',
}

test.each([
  ['node service.mjs {port}', 'node service.mjs 8081'],
  ['wrk {address}/cart -o {output-folder}/{variant}-{run}', 'wrk http://127.0.0.1:8081/cart -o /results/baseline-2'],
  ['tool > {output}', String.raw`tool > '/my results/it'\''s/result.json'`],
  [`awk '{print}' ${variable('port')} {} {other}`, `awk '{print}' ${variable('port')} {} {other}`],
  ['{service}', 'checkout'],
])('%s', (command, filled) => {
  expect(fillPlaceholders(command, VALUES)).toBe(filled)
})

test.each([
  ['{ports}', 'port'],
  ['{adress}', 'address'],
  ['{outputs}', 'output'],
  ['{varient}', 'variant'],
])('%s is a misspelt {%s}', (command, meant) => {
  expect(() => checkPlaceholders(`run ${command}`, 'checkout: load')).toThrow(
    `checkout: load has the placeholder ${command}. Did you mean {${meant}}?`,
  )
})

test.each(["awk '{print}'", variable('ports'), '{port}', '{output-folder}', '{a,b}', '{}'])(
  '%s is not a placeholder',
  (command) => {
    expect(() => checkPlaceholders(command, 'load')).not.toThrow()
  },
)

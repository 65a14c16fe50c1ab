import { readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'

const FOLDER = new URL('../../src/formats/', import.meta.url)

test('every file that exports a format is in the registry', async () => {
  const found: string[] = []
  for (const file of readdirSync(FOLDER).filter((name) => name !== 'registry.ts')) {
    const exported: Record<string, unknown> = await import(new URL(file, FOLDER).href)
    for (const value of Object.values(exported).flat()) if (isFormat(value)) found.push(value.id)
  }
  expect(found.sort()).toEqual(FORMATS.map(({ id }) => id).sort())
})

test('the id of a format begins with the name of its file', () => {
  const files = readdirSync(FOLDER).map((name) => name.replace(/\.ts$/, ''))
  expect(FORMATS.filter(({ id }) => !files.some((name) => id === name || id.startsWith(`${name}-`)))).toEqual([])
})

function isFormat(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && 'recognizes' in value && 'parse' in value && 'id' in value
}

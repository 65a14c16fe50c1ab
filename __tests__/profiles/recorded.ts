import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Profile } from '../../src/model/profile.ts'
import type { RecordedProfile } from '../../src/profiles/compare-profiles.ts'
import { readProfile } from '../../src/profiles/read-profile.ts'
import { PROFILE_FORMATS } from '../../src/profiles/registry.ts'

export const PROFILE_FIXTURES = fileURLToPath(new URL('../fixtures/profiles/', import.meta.url))

/** A profile from its bytes. */
export function profileOf(content: string | Uint8Array): Promise<Profile> {
  return readProfile(
    oneChunk(typeof content === 'string' ? new TextEncoder().encode(content) : content),
    PROFILE_FORMATS,
  )
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

/** The bytes of a recorded file, decompressed. */
export function recordedBytes(path: string): Uint8Array {
  const bytes = readFileSync(PROFILE_FIXTURES + path)
  return bytes[0] === 0x1f ? gunzipSync(bytes) : bytes
}

export function recorded(path: string): Promise<Profile> {
  return profileOf(recordedBytes(path))
}

/** All runs of a side that a tool recorded, with their requests where they were counted. */
export async function recordedSide(
  tool: string,
  side: 'baseline' | 'candidate' | 'unchanged',
  ending: string,
  withRequests = false,
): Promise<readonly RecordedProfile[]> {
  const requests = JSON.parse(readFileSync(`${PROFILE_FIXTURES}requests.json`, 'utf8')) as Record<string, number>
  const names = readdirSync(`${PROFILE_FIXTURES}${tool}/${side}`).filter((name) => name.includes(ending))
  return await Promise.all(
    names.sort().map(async (name) => ({
      profile: await recorded(`${tool}/${side}/${name}`),
      requests: withRequests ? (requests[`${tool}/${side}/${name.slice(0, 5)}`] ?? null) : null,
    })),
  )
}

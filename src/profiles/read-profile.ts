import { UserError } from '../model/errors.ts'
import type { Profile } from '../model/profile.ts'
import { wholeFile } from '../model/whole-file.ts'
import type { ProfileFormat } from './profile-format.ts'
import { explainUnreadableProfile } from './unreadable-profile.ts'

/** Most real profiles have a few megabytes; an hour of a busy server has a few tens. */
const MAX_BYTES = 32 * 1024 * 1024

/** Reads one profile with the format that recognises its content. Throws a UserError that says what the file is and what to do. */
export async function readProfile(
  chunks: AsyncIterable<Uint8Array>,
  formats: readonly ProfileFormat[],
): Promise<Profile> {
  const bytes = await wholeFile(chunks, MAX_BYTES)
  if (bytes === null) {
    throw new UserError(
      `The profile is larger than ${MAX_BYTES / 1024 / 1024} MiB. Record for a shorter time or less often, or fold the stacks.`,
    )
  }
  const content = { bytes, text: textOf(bytes) }
  const format = formats.find((one) => one.recognizes(content))
  if (format === undefined) throw explainUnreadableProfile(content)
  const profile = format.parse(content)
  // An empty profile of leaks is a good result: the program has none.
  if (profile.stacks.length === 0 && profile.counted === 'leaked-bytes') return profile
  if (profile.stacks.length === 0)
    throw new UserError(`The file is ${format.title}, and holds no sample. Record for a longer time.`)
  if (
    !profile.stacks.some(({ frames }) => frames.some((position) => !isUnknown(profile.frames[position]?.name ?? '')))
  ) {
    throw new UserError(
      `The file is ${format.title}, and none of its functions has a name. Build with symbols (-g, and no strip), and record again.`,
    )
  }
  return profile
}

/** Empty if the bytes are not text: a text has no NUL. */
function textOf(bytes: Uint8Array): string {
  if (bytes.subarray(0, 4096).includes(0)) return ''
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return ''
  }
}

function isUnknown(name: string): boolean {
  return /^(?:\[?unknown\]?|\?\?\?|0x[0-9a-f]+.*)$/i.test(name)
}

import type { Profile } from '../model/profile.ts'

/** One format of profiles. Formats are recognised by content, never by the name of the file. */
export type ProfileFormat = Readonly<{
  id: string
  /** What people call it, for messages: `output of perf script`. */
  title: string
  /** Decides on the whole content, after gzip. `text`: the same as UTF-8, or empty where it is not text. */
  recognizes(content: ProfileContent): boolean
  /** Reads the content. Throws a UserError that says what was found and what to do. */
  parse(content: ProfileContent): Profile
}>

export type ProfileContent = Readonly<{ bytes: Uint8Array; text: string }>

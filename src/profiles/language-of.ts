import type { Frame, Language } from '../model/profile.ts'

/**
 * At least this share of the functions must look like the language, because every program also has functions in the language of
 * its runtime.
 */
const LEAST_SHARE = 0.3

const FILES: readonly (readonly [Language, RegExp])[] = [
  ['go', /\.go$/],
  ['rust', /\.rs$/],
  ['javascript', /\.[cm]?[jt]sx?$|^node:/],
  ['python', /\.py$/],
]

/** The language of a profile that does not state it: from the files of its functions, otherwise from their names. */
export function languageOf(frames: readonly Frame[]): Language {
  const isMost = (matches: (frame: Frame) => boolean) =>
    frames.filter(matches).length > LEAST_SHARE * Math.max(1, frames.length)
  for (const [language, pattern] of FILES) if (isMost(({ file }) => pattern.test(file ?? ''))) return language
  // Every stack of Go starts in its scheduler, and only Go has these names. This comes first, because names of Go with a path
  // look like names of Java.
  if (frames.some(({ name }) => /^runtime\.(?:goexit|main|mcall|mstart|systemstack)\b/.test(name))) return 'go'
  if (
    frames.some(({ name }) =>
      /::h[0-9a-f]{16}$|^<[^<>]{1,200} as [^<>]{1,200}>::|^(?:core|std)::(?:ops|rt)::/.test(name),
    )
  )
    return 'rust'
  // A short profile has more functions of HotSpot's compiler and collector than of the program.
  if (frames.some(({ name }) => /^(?:JavaThread|JavaCalls|CompileBroker)::|^java[./]lang[./]/.test(name))) return 'java'
  if (isMost(({ name }) => /^(?:[\w$]+[./]){2,}[\w$<>]+/.test(name))) return 'java'
  return 'native'
}

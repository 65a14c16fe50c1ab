import type { Frame, Language } from '../model/profile.ts'

/** As much of the functions must look alike: every program has some of its runtime's language. */
const LEAST_SHARE = 0.3

const FILES: readonly (readonly [Language, RegExp])[] = [
  ['go', /\.go$/],
  ['rust', /\.rs$/],
  ['javascript', /\.[cm]?[jt]sx?$|^node:/],
  ['python', /\.py$/],
]

/** The language of a profile that does not say it, by the files of its functions, else by their names. */
export function languageOf(frames: readonly Frame[]): Language {
  const isMost = (matches: (frame: Frame) => boolean) =>
    frames.filter(matches).length > LEAST_SHARE * Math.max(1, frames.length)
  for (const [language, pattern] of FILES) if (isMost(({ file }) => pattern.test(file ?? ''))) return language
  // Only Go's scheduler has these names, and every stack of Go starts there. Names of Go with a path look like those of Java.
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

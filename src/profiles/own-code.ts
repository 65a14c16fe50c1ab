import type { Frame, Language, Profile } from '../model/profile.ts'
import { functionName } from './function-name.ts'

/** Whether a function belongs to the own code, and not to a library, the runtime or the system. */
type IsOwn = (frame: Frame) => boolean

const KERNEL = /_\[k\]$/

const RUST_LIBRARY =
  /^<?(?:&|\*const |\*mut |dyn |mut )*(?:core|std|alloc|proc_macro|test|hashbrown|backtrace|__rust\w*|rust_\w+)(?:::|$|>)|^<?(?:u|i)(?:8|16|32|64|128|size)>?::|^<?(?:f32|f64|str|bool|char|\[)/

const NATIVE_LIBRARY =
  /^(?:std::|__gnu_cxx::|__libc_|_start$|_dl_|malloc$|free$|operator (?:new|delete)|\(below main\)|\[)/

/** Headers of the standard library. massif and heaptrack name the functions in them without `std::`. */
const NATIVE_HEADER =
  /(?:^|\/)(?:basic_string|new_allocator|alloc_traits|allocator|stl_\w+|vector|list|deque|hashtable\w*|shared_ptr\w*|unique_ptr|std_function|invoke)\.(?:h|tcc)$/

function isOwnNative(plainName: string, { name, file, library }: Frame): boolean {
  if (KERNEL.test(name) || NATIVE_LIBRARY.test(plainName)) return false
  const isInLibrary = library !== null && /\.so(?:\.|$)|^\[|\.ko$|vmlinux/.test(library)
  return !isInLibrary && !NATIVE_HEADER.test(file ?? '')
}

/**
 * The default rules of each language. The time of a library counts for the own function that called it, because that function can
 * be changed.
 */
const DEFAULTS: Readonly<Record<Language, IsOwn>> = {
  native: (frame) => isOwnNative(functionName(frame, 'native'), frame),
  rust: ({ name, file }) =>
    file === null
      ? !RUST_LIBRARY.test(name) && name.includes('::')
      : !/\/rustc\/|\/\.?cargo\/(?:registry|git)\/|\/rustlib\/|\/library\/(?:core|std|alloc)\//.test(file),
  go: ({ name, file }) => name.startsWith('main.') || (isGoModule(name) && !/@v\d|\/vendor\//.test(file ?? '')),
  java: ({ name }) =>
    /^(?:[\w$]+[./])+[\w$<>]+/.test(name) &&
    !/^(?:java|javax|jdk|sun|kotlin|scala)[./]|^com[./]sun[./]/.test(name) &&
    !KERNEL.test(name),
  javascript: ({ file }) =>
    file !== null && /^(?:file:|\/|webpack|[A-Za-z]:[\\/])/.test(file) && !file.includes('/node_modules/'),
  python: ({ file }) => file !== null && !/\/lib\/python|site-packages|dist-packages|^</.test(file),
}

/** Modules that can be fetched have a dot in the first part of their path; packages of Go's own library do not. */
function isGoModule(name: string): boolean {
  const path = name.slice(0, name.lastIndexOf('/') + 1)
  return path.includes('.') && (path.split('/')[0] ?? '').includes('.')
}

/**
 * Which frames of a profile are own code.
 *
 * @param patterns beginnings of names or of files, such as `orders::` and `src/`; empty: the defaults of the language
 * @returns if no frame is own code, every frame with a name counts as own code, because an empty table does not help
 */
export function ownFrames({ frames, language }: Profile, patterns: readonly string[]): readonly boolean[] {
  const isOwn = patterns.length === 0 ? DEFAULTS[language] : matcher(patterns, language)
  const isNamed = frames.map((frame) => functionName(frame, language) !== '[unknown]')
  const own = frames.map((frame, index) => isNamed[index] === true && isOwn(frame))
  return own.some(Boolean) ? own : isNamed
}

/** Whether one of the patterns fits a frame of this profile. Where none fits, they change nothing. */
export function hasOwnFrames({ frames, language }: Profile, patterns: readonly string[]): boolean {
  return frames.some(matcher(patterns, language))
}

function matcher(patterns: readonly string[], language: Language): IsOwn {
  return (frame) =>
    patterns.some(
      (pattern) =>
        frame.name.startsWith(pattern) ||
        functionName(frame, language).startsWith(pattern) ||
        frame.file?.includes(pattern) === true,
    )
}

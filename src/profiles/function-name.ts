import type { Frame, Language } from '../model/profile.ts'
import { goName } from './names/go.ts'
import { javaName } from './names/java.ts'
import { javascriptName } from './names/javascript.ts'
import { nativeName } from './names/native.ts'
import { pythonName } from './names/python.ts'
import { rustName } from './names/rust.ts'

/** For each language, the name of a function that is the same in every build. */
const NAMES: Readonly<Record<Language, (name: string, file: string | null) => string>> = {
  native: nativeName,
  rust: rustName,
  go: goName,
  java: javaName,
  javascript: javascriptName,
  python: pythonName,
}

/** The name of a function without the parts that change with each build or run. */
export function functionName({ name, file }: Frame, language: Language): string {
  // Addresses differ in each run, because the system places libraries at random.
  if (/^(?:0x[0-9a-f]+|\?\?\?|\[?unknown\]?)(?: \(.*\))?$/i.test(name)) return '[unknown]'
  // Kernel frames of async-profiler, and what heaptrack writes after a function.
  const plain = name.replace(/_\[k\]$/, '').replace(/\+0x[0-9a-f]+$/, '')
  const named = NAMES[language](language === 'native' ? plain.replace(/ \([\w.+-]+\)$/, '') : plain, file)
  return named.replace(/0x[0-9a-f]{6,}/g, '0x…')
}

import type { ProfileFormat } from './profile-format.ts'
import { callgrind } from './readers/callgrind.ts'
import { collapsed } from './readers/collapsed.ts'
import { cpuprofile } from './readers/cpuprofile.ts'
import { firefoxProfile } from './readers/firefox-profile.ts'
import { gprof } from './readers/gprof.ts'
import { heapprofile } from './readers/heapprofile.ts'
import { heaptrackText } from './readers/heaptrack-text.ts'
import { instruments } from './readers/instruments.ts'
import { massif } from './readers/massif.ts'
import { memcheck } from './readers/memcheck.ts'
import { perfScript } from './readers/perf-script.ts'
import { pprof } from './readers/pprof.ts'
import { speedscope } from './readers/speedscope.ts'
import { v8Prof } from './readers/v8-prof.ts'

/**
 * Every format of a profile. Collapsed stacks come last, because they have no mark of their own and are recognised when no other
 * format matches.
 */
export const PROFILE_FORMATS: readonly ProfileFormat[] = [
  perfScript,
  callgrind,
  massif,
  memcheck,
  gprof,
  instruments,
  v8Prof,
  heaptrackText,
  cpuprofile,
  heapprofile,
  speedscope,
  firefoxProfile,
  pprof,
  collapsed,
]

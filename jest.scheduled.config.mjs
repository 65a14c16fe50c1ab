import { SUITES } from './jest.config.mjs'
import live from './jest.live.config.mjs'

/** As the live tests, with programs that take minutes to fetch and build. */
export default { ...live, testMatch: SUITES.scheduled, maxWorkers: 1 }

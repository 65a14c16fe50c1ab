import { htmlReport } from './html-report.ts'
import { judgement } from './judgement.ts'
import { points } from './points.ts'
import { sampling } from './sampling.ts'
import { startUp } from './start-up.ts'
import { toolLogs } from './tool-logs.ts'

// Printed, not asserted: the machine's other work would make a test of it a test of the machine.
await startUp()
await judgement()
await htmlReport()
await sampling()
// --full: 1 GB and 4 GB of points, which takes some minutes.
await points(process.argv.includes('--full'))
await toolLogs(process.argv.includes('--full'))

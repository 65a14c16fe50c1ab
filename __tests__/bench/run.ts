import { htmlReport } from './html-report.ts'
import { startUp } from './start-up.ts'

// Printed, not asserted: the machine's other work would make a test of it a test of the machine.
await startUp()
await htmlReport()

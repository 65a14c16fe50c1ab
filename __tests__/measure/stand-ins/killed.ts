// Starts a command under the guard and waits for its own end, which the test brings about: node killed.ts FOLDER COMMAND
import { startGuard } from '../../../src/measure/guard.ts'
import { createProcesses } from '../../../src/measure/process-group.ts'

const [folder = '', command = ''] = process.argv.slice(2)
const processes = createProcesses({ onChange: startGuard(folder, 1).watch })
// One that has ended is not the guard's business any more: its number may be another's by then.
await processes.start('true', { folder: '.', env: process.env }).end()
processes.start(command, { folder: '.', env: process.env })

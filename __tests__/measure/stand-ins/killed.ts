// Starts a command under the guard, and waits until the test ends this process: node killed.ts FOLDER COMMAND
import { startGuard } from '../../../src/measure/guard.ts'
import { createProcesses } from '../../../src/measure/process-group.ts'

const [folder = '', command = ''] = process.argv.slice(2)
const processes = createProcesses({ onChange: startGuard(folder, 1).watch })
// A command that has ended must not be guarded any more, because another process may get its number.
await processes.start('true', { folder: '.', env: process.env }).end()
processes.start(command, { folder: '.', env: process.env })

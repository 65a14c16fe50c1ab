import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { call } from './call.ts'
import { liveTest } from './live-test.ts'
import { expectHeavierIsNamed, type Rounds, useFolder } from './profile.ts'

const folderOfTests = useFolder()

function program(rounds: Rounds): string {
  const functions = Object.entries(rounds).map(
    ([name, count]) => `def ${name}(x):
    for i in range(${count * 100}):
        x = ((x ^ (x >> 13)) * 40503 + i) & 0xFFFFFF
    return x
`,
  )
  const calls = Object.keys(rounds).map((name) => `    x += ${name}(x)`)
  return `${functions.join('\n')}\nx = 1\nfor turn in range(200):\n${calls.join('\n')}\n`
}

liveTest(['python3', 'py-spy'], 'py-spy: three profiles a side name the function', async () => {
  const folder = folderOfTests()
  // py-spy follows the program that it starts, and a python3 that only starts another one is no Python.
  const python = (await call('python3', ['-c', 'import sys; print(sys.executable)'], { folder })).trim()
  await expectHeavierIsNamed(join(folder, 'python'), 'encode (service.py)', {
    runs: 3,
    extension: 'collapsed',
    build: (side, rounds) => writeFile(join(side, 'service.py'), program(rounds)),
    record: async (side, file) => {
      await call('py-spy', ['record', '-f', 'raw', '-r', '200', '-o', file, '--', python, 'service.py'], {
        folder: side,
      })
    },
  })
})

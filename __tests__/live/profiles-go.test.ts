import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { call } from './call.ts'
import { liveTest } from './live-test.ts'
import { expectHeavierIsNamed, type Rounds, useFolder, weightsIn, weightsOfTable } from './profile.ts'

const folderOfTests = useFolder()

function program(rounds: Rounds): string {
  const functions = Object.entries(rounds).map(
    ([name, count]) => `//go:noinline
func ${name}(x uint64) uint64 {
	for i := uint64(0); i < ${count * 100}; i++ {
		x = (x^(x>>13))*0x9E3779B97F4A7C15 + i
	}
	return x
}`,
  )
  return `package main

import (
	"os"
	"runtime/pprof"
)

${functions.join('\n\n')}

func main() {
	file, _ := os.Create(os.Args[1])
	pprof.StartCPUProfile(file)
	x := uint64(1)
	for i := 0; i < 16000; i++ {
${Object.keys(rounds)
  .map((name) => `\t\tx += ${name}(x)`)
  .join('\n')}
	}
	pprof.StopCPUProfile()
	file.Close()
	if x == 42 {
		os.Exit(1)
	}
}
`
}

liveTest(['go'], 'Go: five CPU profiles a side name the function; the table is that of go tool pprof', async () => {
  const folder = join(folderOfTests(), 'go')
  const profile = await expectHeavierIsNamed(folder, 'main.encode', {
    runs: 5,
    extension: 'pb.gz',
    build: async (side, rounds) => {
      await writeFile(join(side, 'service.go'), program(rounds))
      await call('go', ['build', '-o', 'service', 'service.go'], { folder: side })
    },
    record: async (side, file) => {
      await call('./service', [file], { folder: side })
    },
  })
  const table = await call('go', ['tool', 'pprof', '-top', '-unit=ns', profile], { folder })
  // `240000000ns 48.98% 48.98% 250000000ns 51.02%  main.encode`: alone, and with the scheduler, which counts for its caller.
  const theirs = weightsOfTable(table, /^ *\S+ +\S+ +\S+ +(?<weight>\d+)ns +\S+ +(?<name>main\.\w+)$/gm)
  expect(await weightsIn(profile)).toEqual(theirs)
})

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { call } from './call.ts'
import { liveTest } from './live-test.ts'
import { expectHeavierIsNamed, type Rounds, useFolder } from './profile.ts'

/** From the package async-profiler of Maven Central. */
const AGENT = '/usr/local/lib/libasyncProfiler.so'

const folderOfTests = useFolder()

function program(rounds: Rounds): string {
  const functions = Object.entries(rounds).map(
    ([name, count]) => `  static long ${name}(long x) {
    for (int i = 0; i < ${count * 100}; i++) x = (x ^ (x >>> 13)) * 0x9E3779B97F4A7C15L + i;
    return x;
  }`,
  )
  const calls = Object.keys(rounds).map((name) => `x += ${name}(x);`)
  return `package orders;
public class Service {
${functions.join('\n')}
  public static void main(String[] args) {
    long x = 1;
    for (int i = 0; i < 6000; i++) { ${calls.join(' ')} }
    if (x == 42) System.exit(1);
  }
}
`
}

liveTest(['java', 'javac', AGENT], 'async-profiler: three profiles a side name the function', async () => {
  await expectHeavierIsNamed(join(folderOfTests(), 'java'), 'orders.Service.encode', {
    runs: 3,
    extension: 'collapsed',
    build: async (folder, rounds) => {
      await writeFile(join(folder, 'Service.java'), program(rounds))
      await call('javac', ['-d', '.', 'Service.java'], { folder })
    },
    record: async (folder, file) => {
      const agent = `-agentpath:${AGENT}=start,event=cpu,interval=1ms,collapsed,file=${file}`
      await call('java', [agent, '-cp', '.', 'orders.Service'], { folder })
    },
  })
})

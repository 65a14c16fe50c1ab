import { chdir, env, stderr, stdout } from 'node:process'
import { pathToFileURL } from 'node:url'

/*
 * A process that plays one job after the other. Starting Node and compiling the bundle takes most of the time of a job, and here it is
 * done once. The entry runs again for each job, because its address is another one each time. What it imports stays loaded.
 */

/** What a host is told: the job's script and variables, and the line that ends its output. */
export type HostedJob = Readonly<{
  script: string
  env: Readonly<Record<string, string>>
  workspace: string
  end: string
}>

let jobs = 0

process.on('message', async (job: HostedJob) => {
  jobs += 1
  for (const name of Object.keys(env)) delete env[name]
  Object.assign(env, job.env)
  chdir(job.workspace)
  process.exitCode = undefined
  await import(`${pathToFileURL(job.script).href}?job=${jobs}`)
  const { exitCode = 0 } = process
  process.exitCode = undefined
  chdir('/')
  for (const stream of [stdout, stderr]) stream.write(`${job.end}\n`)
  process.send?.(exitCode)
})

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { HANGS_AFTER_MS } from '../hangs-after.ts'

/*
 * Docker, the one that runs on this machine or one of our own (Debian: docker.io, containerd, runc, busybox-static): as root, on a socket of
 * its own, and without a network, so that it changes nothing on this machine. Its image has busybox and what serves a few pages.
 */

export type ContainerEngine = Readonly<{
  /** The environment in which `docker` and perf-gate find the engine. */
  env: Readonly<Record<string, string>>
  image: string
  stop(): Promise<void>
}>

// Debian installs servers where only root looks for programs.
const PATH = [process.env.PATH, '/usr/sbin', '/sbin'].join(delimiter)
const runs = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { env: { ...process.env, PATH } }).status === 0

const isRunning = runs('docker', 'version')
const NEEDED = isRunning ? ['docker', 'busybox'] : ['docker', 'dockerd', 'containerd', 'runc', 'busybox']
const lacking = NEEDED.filter((program) => !runs(program, program === 'busybox' ? 'true' : '--version'))

/** The programs that an engine needs and this machine lacks. */
export const MISSING: readonly string[] =
  process.platform !== 'linux' ? ['Linux'] : isRunning || process.getuid?.() === 0 ? lacking : [...lacking, 'root']

/**
 * Three pages. `burn` keeps more than one processor busy, so that a CPU limit has an effect even on a busy machine. `leak`
 * needs more memory than there is. `die` makes the first process of the container do so.
 */
const PAGES = {
  burn: 'work() { i=0; while [ $i -lt 30000 ]; do i=$((i+1)); done; }; work & work & work & work & wait',
  leak: 'tail /dev/zero',
  die: 'touch /tmp/die; sleep 60',
}
const SERVE = `#!/bin/sh
trap 'exit 0' TERM
httpd -p 127.0.0.1:$1 -h /www
while [ ! -e /tmp/die ]; do sleep 0.1; done
exec tail /dev/zero
`

export async function startEngine(): Promise<ContainerEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'perf-gate-docker-'))
  const image = 'perf-gate-test'
  const daemon = isRunning ? null : await startDaemon(folder)
  const env = { PATH, ...(daemon === null ? {} : { DOCKER_HOST: daemon.host }) }
  await makeImage(join(folder, 'image'))
  const tar = spawnSync('tar', ['-C', join(folder, 'image'), '-c', '.'], { maxBuffer: 1e8 })
  const made = spawnSync('docker', ['import', '-', image], { env, input: tar.stdout, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`The image cannot be made: ${made.stderr}`)
  return {
    env,
    image,
    async stop() {
      if (daemon === null) spawnSync('docker', ['image', 'rm', image], { env })
      await daemon?.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function startDaemon(folder: string): Promise<Readonly<{ host: string; end(): Promise<void> }>> {
  const host = `unix://${folder}/docker.sock`
  const own = ['data-root', 'exec-root', 'pidfile'].map((name) => `--${name}=${join(folder, name)}`)
  const closed = ['--iptables=false', '--ip6tables=false', '--bridge=none', '--storage-driver=vfs']
  const daemon = spawn('dockerd', ['-H', host, ...closed, ...own], {
    env: { ...process.env, PATH },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: HANGS_AFTER_MS,
  })
  const ended = once(daemon, 'close')
  await new Promise<void>((resolve, reject) => {
    let log = ''
    daemon.on('error', reject)
    daemon.on('close', () => reject(new Error(`dockerd ended: ${log.slice(-2000)}`)))
    daemon.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text
      if (log.includes('API listen on')) resolve()
    })
  })
  return {
    host,
    async end() {
      daemon.kill()
      await ended
      // The engine leaves its network namespace mounted.
      spawnSync('umount', [join(folder, 'exec-root/netns/default')], { env: { PATH } })
    },
  }
}

async function makeImage(root: string): Promise<void> {
  const busybox = spawnSync('sh', ['-c', 'command -v busybox'], { env: { PATH }, encoding: 'utf8' }).stdout.trim()
  await mkdir(join(root, 'bin'), { recursive: true })
  await mkdir(join(root, 'tmp'))
  await copyFile(busybox, join(root, 'bin/busybox'))
  for (const name of ['sh', 'httpd', 'sleep', 'tail', 'touch']) await symlink('busybox', join(root, 'bin', name))
  await script(join(root, 'serve'), SERVE)
  await mkdir(join(root, 'www'))
  await writeFile(join(root, 'www/health'), 'ok\n')
  for (const [name, work] of Object.entries(PAGES)) {
    await script(
      join(root, 'www/cgi-bin', name),
      `#!/bin/sh\n${work}\nprintf 'Content-Type: text/plain\\r\\n\\r\\nok\\n'\n`,
    )
  }
}

async function script(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  await chmod(path, 0o755)
}

import { readdirSync, readlinkSync } from 'node:fs'
import { outputOf } from '../setup/program.ts'
import { processTable, readProc } from './process-table.ts'

/** The process that listens on a port of this machine. null: none, or nobody may know. */
export async function listeningProcess(port: string): Promise<number | null> {
  if (process.platform !== 'linux') return Number(await outputOf('lsof', lsofArguments(port))) || null
  const sockets = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap(readProc).flatMap((text) => inodesOf(text, port)))
  return processTable().find(({ pid }) => socketsOf(pid).some((inode) => sockets.has(inode)))?.pid ?? null
}

function lsofArguments(port: string): readonly string[] {
  return ['-t', '-n', '-P', `-iTCP:${port}`, '-sTCP:LISTEN']
}

/** The state of a socket that waits for connections: https://www.kernel.org/doc/html/latest/networking/proc_net_tcp.html */
const LISTEN = '0A'

/** Of the table of sockets: the number in the file system of each that listens on the port. */
export function inodesOf(table: string, port: string): readonly string[] {
  return table.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/)
    const isOnPort = Number.parseInt(local.split(':').at(-1) ?? '', 16) === Number(port)
    return state === LISTEN && isOnPort && inode !== undefined ? [inode] : []
  })
}

/** Empty where the process has ended, or is another user's. */
function socketsOf(pid: number): readonly string[] {
  try {
    const folder = `/proc/${pid}/fd`
    return readdirSync(folder).flatMap(
      (name) => /^socket:\[(\d+)\]$/.exec(readlinkOrNone(`${folder}/${name}`))?.[1] ?? [],
    )
  } catch {
    return []
  }
}

function readlinkOrNone(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

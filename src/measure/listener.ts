import { readdirSync, readlinkSync } from 'node:fs'
import { readProc } from './process-table.ts'

/** `0A` is LISTEN: https://docs.kernel.org/networking/proc_net_tcp.html */
const LISTEN = '0A'

/**
 * The processes that listen on a port of this machine, the lowest process number first: a server that forks shares its socket
 * with its workers. Empty: no process listens, or only processes of another user. Linux only.
 */
export function listenersAt(port: number): readonly number[] {
  const inodes = new Set(['tcp', 'tcp6'].flatMap((file) => socketsAt(port, readProc(`/proc/net/${file}`)[0] ?? '')))
  if (inodes.size === 0) return []
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids
    .filter((pid) => openFiles(pid).some((file) => inodes.has(/^socket:\[(\d+)\]$/.exec(file)?.[1] ?? '')))
    .map(Number)
    .toSorted((left, right) => left - right)
}

/** The inodes of the sockets that listen on a port, read from `/proc/net/tcp` or `tcp6`. */
export function socketsAt(port: number, table: string): readonly string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  return table.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/)
    return state === LISTEN && local.endsWith(`:${hex}`) && inode !== undefined ? [inode] : []
  })
}

function openFiles(pid: string): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${name}`)]
      } catch {
        return []
      }
    })
  } catch {
    return []
  }
}

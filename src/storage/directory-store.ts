import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BaselineLookup } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import {
  type Append,
  affectedFiles,
  BASELINE_FOLDER,
  isStoreFile,
  planAppend,
  readStoreFiles,
} from './baseline-folder.ts'
import { LEDGER_FILE } from './ledger-file.ts'
import type { BaselineStore } from './store.ts'

/** A lock is held for milliseconds. A writer that waits longer than 100 × 100 ms waits for a process that was killed. */
const LOCK_TRIES = 100
const LOCK_PAUSE_MS = 100

/** Waits before the next try. false: give up. `attempt` counts from 1. */
type WaitForLock = (attempt: number) => Promise<boolean>

/**
 * Baselines in a folder: `<directory>/v1/<service>.ndjson`, and `<directory>/overrides.ndjson`. It is the default of the command
 * line.
 *
 * Writers exclude each other as git does (https://github.com/git/git/blob/v2.45.0/lockfile.h): a writer creates `<file>.lock`,
 * which fails if the file exists, writes the new content into it, and renames it over the file. A reader sees either the old file
 * or the new file, never a part.
 */
export function openDirectoryStore(directory: string, waitForLock: WaitForLock = waitTenSeconds): BaselineStore {
  return {
    load: () => load(directory),
    append: (runs, entries = [], pinnedCommits = []) =>
      append(directory, { runs, entries, pinnedCommits }, waitForLock),
  }
}

async function load(directory: string): Promise<BaselineLookup> {
  const baselines = (await listFolder(join(directory, BASELINE_FOLDER))).map((name) => `${BASELINE_FOLDER}/${name}`)
  const files = await readFiles(directory, [...baselines, LEDGER_FILE].filter(isStoreFile))
  if (files.size === 0) return { kind: 'never-written', place: directory }
  return readStoreFiles(directory, files)
}

async function append(directory: string, added: Append, waitForLock: WaitForLock) {
  const paths = affectedFiles(added)
  for (const path of paths) await mkdir(dirname(join(directory, path)), { recursive: true })
  const locked: string[] = []
  try {
    for (const path of paths) {
      await lock(join(directory, path), waitForLock)
      locked.push(path)
    }
    const plan = planAppend(directory, await readFiles(directory, paths), added)
    for (const [path, text] of plan.changed) await writeLock(join(directory, path), text)
    for (const path of plan.changed.keys()) {
      await rename(lockPath(join(directory, path)), join(directory, path))
      locked.splice(locked.indexOf(path), 1)
    }
    return { added: plan.added, alreadyStored: plan.alreadyStored }
  } finally {
    for (const path of locked) await rm(lockPath(join(directory, path)), { force: true })
  }
}

/** Every writer locks its files in sorted order, so two writers never wait for each other. */
async function lock(path: string, waitForLock: WaitForLock): Promise<void> {
  for (let attempt = 1; !(await createLock(path)); attempt += 1) {
    if (!(await waitForLock(attempt))) throw locked(path)
  }
}

async function waitTenSeconds(attempt: number): Promise<boolean> {
  await sleep(LOCK_PAUSE_MS)
  return attempt < LOCK_TRIES
}

function locked(path: string): UserError {
  return new UserError(
    `The baseline file ${path} is locked by another process: ${lockPath(path)} is there. Nothing was stored. ` +
      'If no other perf-gate is running, an earlier process was killed: delete the .lock file and try again.',
  )
}

/** false: another process holds the lock. */
async function createLock(path: string): Promise<boolean> {
  try {
    const file = await open(lockPath(path), 'wx')
    await file.close()
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/**
 * The content is on the disk before the file is renamed, because a power failure must not leave an empty file under the final
 * name.
 */
async function writeLock(path: string, text: string): Promise<void> {
  const file = await open(lockPath(path), 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

function lockPath(path: string): string {
  return `${path}.lock`
}

async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

async function readFiles(directory: string, paths: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const path of paths) {
    try {
      files.set(path, await readFile(join(directory, path)))
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error
    }
  }
  return files
}

function errorCode(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null
}

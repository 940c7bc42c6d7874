import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { assert } from '#shared/assert'
import type { PartHash } from '#shared/part/part'

/** `kept`: checked and sealed anew. `refused`: as it came, sealed by the device. `public`: blurred, for everyone. */
export type PartRoom = 'kept' | 'refused' | 'public'

export interface PartFiles {
  /** Resolves when the file would survive a power cut; then it is whole. */
  write(room: PartRoom, hash: PartHash, bytes: Uint8Array): Promise<void>
  read(room: PartRoom, hash: PartHash): Promise<Buffer | undefined>
  remove(room: PartRoom, hash: PartHash): Promise<void>
}

/** Files by hash below `<data>/parts`, readable by nobody else on the machine. */
export function createPartFiles(dataFolder: string): PartFiles {
  const path = (room: PartRoom, hash: PartHash) => {
    assert(/^[0-9a-f]{64}$/.test(hash), 'a part is named by its hash')
    const folder = room === 'kept' ? '' : room
    return join(dataFolder, 'parts', folder, hash.slice(0, 2), hash)
  }
  return {
    async write(room, hash, bytes) {
      const target = path(room, hash)
      const folder = dirname(target)
      const first = await mkdir(folder, { recursive: true, mode: 0o700 })
      const unfinished = `${target}.${randomUUID()}`
      await writeThrough(unfinished, bytes)
      await rename(unfinished, target)
      await syncFolder(folder)
      // A new folder is only there after a power cut when the one above it says so.
      if (first !== undefined) await syncFolders(folder, dirname(first))
    },
    read: (room, hash) => readFile(path(room, hash)).catch(noneWhereMissing),
    remove: (room, hash) => rm(path(room, hash), { force: true }),
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolders(from: string, upTo: string): Promise<void> {
  let folder = from
  while (folder !== upTo) {
    folder = dirname(folder)
    await syncFolder(folder)
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function noneWhereMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}

/** Bytes of a file, 0 where there is none. */
export async function fileBytes(path: string): Promise<number> {
  return (await stat(path).catch(noneWhereMissing))?.size ?? 0
}

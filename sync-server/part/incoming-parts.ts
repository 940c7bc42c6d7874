import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PartHash } from '#shared/part/part'
import { fileBytes } from './part-files.ts'

/** What has come of one part from one device. */
export interface IncomingPart {
  readonly deviceId: string
  readonly hash: PartHash
}

export interface IncomingParts {
  /** How many bytes are here. */
  received(part: IncomingPart): Promise<number>
  /** Puts down what is new of it and answers how many bytes are here then. A gap is not bridged. */
  append(part: IncomingPart, offset: number, bytes: Uint8Array): Promise<number>
  read(part: IncomingPart): Promise<Buffer>
  remove(part: IncomingPart): Promise<void>
  /** What has not grown for a month goes; its device begins anew. */
  tidy(nowMs: number): Promise<void>
}

const UNFINISHED_MAX_MS = 30 * 86_400_000

/** A device sends one after the other; of one that begins ever new ones the oldest goes, since it still has it all. */
const UNFINISHED_MAX = 20

/** Half of what is sealed is sealed: nothing here can be read by anyone. What a power cut takes is sent again. */
export function createIncomingParts(dataFolder: string): IncomingParts {
  const folder = join(dataFolder, 'parts', 'incoming')
  const path = ({ deviceId, hash }: IncomingPart) => join(folder, `${deviceId}.${hash}`)

  async function makeRoom(deviceId: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const own = (await readdir(folder)).filter((name) => name.startsWith(`${deviceId}.`))
    if (own.length < UNFINISHED_MAX) return
    const aged = await Promise.all(
      own.map(async (name) => ({ name, atMs: (await stat(join(folder, name))).mtimeMs })),
    )
    aged.sort((a, b) => a.atMs - b.atMs)
    for (const { name } of aged.slice(0, 1 + own.length - UNFINISHED_MAX)) await rm(join(folder, name))
  }

  return {
    received: (part) => fileBytes(path(part)),
    async append(part, offset, bytes) {
      const received = await fileBytes(path(part))
      const rest = bytes.subarray(Math.max(0, received - offset))
      if (offset > received || rest.length === 0) return received
      if (received === 0) await makeRoom(part.deviceId)
      const file = await open(path(part), 'a', 0o600)
      try {
        await file.writeFile(rest)
      } finally {
        await file.close()
      }
      return received + rest.length
    },
    read: (part) => readFile(path(part)),
    remove: (part) => rm(path(part), { force: true }),
    async tidy(nowMs) {
      const names = await readdir(folder).catch(() => [])
      for (const name of names) {
        const { mtimeMs } = await stat(join(folder, name))
        if (mtimeMs < nowMs - UNFINISHED_MAX_MS) await rm(join(folder, name))
      }
    },
  }
}

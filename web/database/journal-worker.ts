import type {
  JournalAnswer,
  JournalBase,
  JournalContent,
  JournalEntry,
  JournalRequest,
} from './journal-entry.ts'
import type { DeviceIdentity } from './ledger-rows.ts'

/**
 * A file beside the database, since one damaged block makes a browser throw the whole database away. Each tab writes
 * its own: two halves, so that a new base is on disk before the old entries go. The slot's lock lives as long as the tab.
 */
const FOLDER = 'kho4d-journal'
const IDENTITY_FILE = 'identity.json'
const encoder = new TextEncoder()

let folder: FileSystemDirectoryHandle
let slot = 0
let halves: [FileSystemSyncAccessHandle, FileSystemSyncAccessHandle]
let active: 0 | 1 = 0
/** Files of tabs that are gone; they may go once their content is in a base of ours. */
let orphans: { readonly slot: number; readonly release: () => void }[] = []

async function open(): Promise<JournalContent> {
  const root = await navigator.storage.getDirectory()
  folder = await root.getDirectoryHandle(FOLDER, { create: true })
  while (!(await takeLock(slot))) slot++
  halves = [await openHalf(slot, 0), await openHalf(slot, 1)]
  const entries = halves.flatMap(readEntries)
  active = halves[0].getSize() >= halves[1].getSize() ? 0 : 1

  for (const other of await slotsOnDisk()) {
    if (other === slot) continue
    const release = await takeLock(other)
    if (!release) continue
    for (const half of [0, 1] as const) {
      const handle = await openHalf(other, half)
      entries.push(...readEntries(handle))
      handle.close()
    }
    orphans.push({ slot: other, release })
  }
  const identity = await readIdentity()
  return { entries, ...(identity && { identity }) }
}

function append(entries: readonly JournalEntry[]): void {
  const handle = halves[active]
  // The line before may be torn: a break of our own keeps it from swallowing this one.
  const text = entries.map((entry) => `\n${JSON.stringify(entry)}\n`).join('')
  handle.write(encoder.encode(text), { at: handle.getSize() })
  handle.flush()
}

async function replace(base: JournalBase): Promise<void> {
  const next = active === 0 ? 1 : 0
  halves[next].truncate(0)
  halves[next].write(encoder.encode(`${JSON.stringify(base)}\n`), { at: 0 })
  halves[next].flush()
  halves[active].truncate(0)
  halves[active].flush()
  active = next
  for (const orphan of orphans) {
    for (const half of [0, 1] as const) await folder.removeEntry(fileName(orphan.slot, half))
    orphan.release()
  }
  orphans = []
}

function readEntries(handle: FileSystemSyncAccessHandle): JournalEntry[] {
  const bytes = new Uint8Array(handle.getSize())
  handle.read(bytes, { at: 0 })
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as JournalEntry]
      } catch {
        return [] // torn by a power cut: it was never said to be saved
      }
    })
}

async function readIdentity(): Promise<DeviceIdentity | undefined> {
  try {
    const file = await (await folder.getFileHandle(IDENTITY_FILE)).getFile()
    return JSON.parse(await file.text()) as DeviceIdentity
  } catch {
    return undefined // never enrolled, or given back
  }
}

async function writeIdentity(identity: DeviceIdentity | undefined): Promise<void> {
  if (!identity) return folder.removeEntry(IDENTITY_FILE).catch(() => undefined)
  await navigator.locks.request('kho4d-identity', async () => {
    const file = await folder.getFileHandle(IDENTITY_FILE, { create: true })
    const handle = await file.createSyncAccessHandle()
    handle.truncate(0)
    handle.write(encoder.encode(JSON.stringify(identity)), { at: 0 })
    handle.flush()
    handle.close()
  })
}

/** Undefined when a living tab holds it. */
function takeLock(number: number): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    void navigator.locks.request(`kho4d-journal-${number}`, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(undefined)
      return new Promise<void>((release) => resolve(release))
    })
  })
}

/** A tab that has just died gives up its lock a moment before its files. */
async function openHalf(number: number, half: 0 | 1, tries = 40): Promise<FileSystemSyncAccessHandle> {
  const file = await folder.getFileHandle(fileName(number, half), { create: true })
  try {
    return await file.createSyncAccessHandle()
  } catch (error) {
    if (tries === 0) throw error
    await new Promise((resolve) => setTimeout(resolve, 50))
    return openHalf(number, half, tries - 1)
  }
}

async function slotsOnDisk(): Promise<number[]> {
  const slots = new Set<number>()
  for await (const name of folder.keys()) {
    const [, number] = /^journal-(\d+)-[01]$/.exec(name) ?? []
    if (number !== undefined) slots.add(Number(number))
  }
  return [...slots]
}

function fileName(number: number, half: 0 | 1): string {
  return `journal-${number}-${half}`
}

async function answer(request: JournalRequest): Promise<JournalAnswer> {
  try {
    switch (request.kind) {
      case 'open':
        return { kind: 'done', content: await open() }
      case 'append':
        append(request.entries)
        return { kind: 'done' }
      case 'replace':
        await replace(request.base)
        return { kind: 'done' }
      case 'write-identity':
        await writeIdentity(request.identity)
        return { kind: 'done' }
    }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.name : String(error) }
  }
}

let turn: Promise<unknown> = Promise.resolve()
addEventListener('message', ({ data, ports: [port] }: MessageEvent<JournalRequest>) => {
  turn = turn.then(async () => port?.postMessage(await answer(data)))
})

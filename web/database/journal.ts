import type {
  JournalAnswer,
  JournalBase,
  JournalContent,
  JournalEntry,
  JournalRequest,
} from './journal-entry.ts'
import type { DeviceIdentity } from './ledger-rows.ts'

export interface Journal {
  /** False where the browser has no private file system, or it failed. */
  readonly available: boolean
  /** What was on disk when this tab opened it, of this tab's slot and of tabs that are gone. */
  readonly found: JournalContent
  /** Resolves when it is on disk. A journal that fails does not undo what the database has: it is only not doubled. */
  append(entries: readonly JournalEntry[]): Promise<void>
  /** Writes what `readBase` tells in place of all entries; what is appended meanwhile is kept. */
  compact(readBase: () => Promise<JournalBase>): Promise<void>
  /** Entries since the last base. */
  readonly entryCount: number
  writeIdentity(identity: DeviceIdentity | undefined): Promise<void>
  close(): void
}

const OPEN_TIMEOUT_MS = 5_000
const ANSWER_TIMEOUT_MS = 3_000

export async function openJournal(): Promise<Journal> {
  const worker = startWorker()
  if (!worker) return withoutJournal
  const opened = await Promise.race([ask(worker, { kind: 'open' }), failAfter(OPEN_TIMEOUT_MS)])
  if (opened.kind === 'failed') {
    worker.terminate()
    return withoutJournal
  }

  const found = opened.content ?? { entries: [] }
  let entryCount = found.entries.length
  let working = true
  let isStuck = false
  /** A worker that hangs makes a person wait once, not at every scan: it is asked on, and waited for when it answers again. */
  const tell = async (request: JournalRequest) => {
    const told = ask(worker, request).then(({ kind }) => {
      working = kind === 'done'
      return working
    })
    if (!isStuck) isStuck = await Promise.race([told.then(() => false), after(ANSWER_TIMEOUT_MS)])
    if (!isStuck) return
    working = false
    void told.then(() => (isStuck = false))
  }
  let sinceCompacting: JournalEntry[] | undefined
  let compacting: Promise<void> = Promise.resolve()
  async function compactOnce(readBase: () => Promise<JournalBase>): Promise<void> {
    const carried: JournalEntry[] = []
    sinceCompacting = carried
    try {
      const base = await readBase()
      // Sent before anything can be appended in between: what came during the reading follows the base.
      const replaced = tell({ kind: 'replace', base })
      entryCount = carried.length
      if (carried.length > 0) await tell({ kind: 'append', entries: carried })
      await replaced
    } finally {
      sinceCompacting = undefined
    }
  }

  return {
    get available() {
      return working
    },
    found,
    get entryCount() {
      return entryCount
    },
    async append(entries) {
      entryCount += entries.length
      sinceCompacting?.push(...entries)
      await tell({ kind: 'append', entries })
    },
    compact(readBase) {
      compacting = compacting.then(() => compactOnce(readBase)).catch(() => undefined)
      return compacting
    },
    async writeIdentity(identity) {
      await tell({ kind: 'write-identity', identity })
    },
    close: () => worker.terminate(),
  }
}

const withoutJournal: Journal = {
  available: false,
  found: { entries: [] },
  entryCount: 0,
  append: () => Promise.resolve(),
  compact: () => Promise.resolve(),
  writeIdentity: () => Promise.resolve(),
  close: () => undefined,
}

/** Stands in until the journal is open: whoever needs it by then has not waited, which is a mistake in the program. */
export const journalNotOpen: Journal = {
  get available() {
    return tooEarly()
  },
  get found() {
    return tooEarly()
  },
  get entryCount() {
    return tooEarly()
  },
  append: tooEarly,
  compact: tooEarly,
  writeIdentity: tooEarly,
  close: tooEarly,
}

function tooEarly(): never {
  throw new Error('the journal was needed before it was open')
}

function startWorker(): Worker | undefined {
  const possible = 'locks' in navigator && typeof navigator.storage?.getDirectory === 'function'
  if (!possible) return undefined
  return new Worker(new URL('./journal-worker.ts', import.meta.url), { type: 'module' })
}

function ask(worker: Worker, request: JournalRequest): Promise<JournalAnswer> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }: MessageEvent<JournalAnswer>) => {
      port1.close()
      resolve(data)
    })
    port1.start()
    worker.postMessage(request, [port2])
  })
}

function failAfter(timeoutMs: number): Promise<JournalAnswer> {
  return after(timeoutMs).then(() => ({ kind: 'failed', reason: 'timeout' }))
}

function after(ms: number): Promise<true> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(true), ms)
  })
}

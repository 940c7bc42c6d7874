import { assert } from '#shared/assert'
import type { Reader } from './open-reader.ts'

export interface Head {
  readonly seq: number
  readonly documentVersion: number
}

/** Knows the head, and tells listeners when it moves. */
export interface ChangeWatch {
  head(): Head
  /** Looks at once: called after each commit of our own. */
  look(): void
  /** Returns the way to stop listening. */
  listen(listener: (head: Head) => void): () => void
  close(): void
}

const POLL_MS = 500

/** Other processes, such as the command line, commit without telling: SQLite's `data_version` is asked twice a second. */
export function createChangeWatch(reader: Reader): ChangeWatch {
  const listeners = new Set<(head: Head) => void>()
  let dataVersion = reader.dataVersion()
  let head = readHead(reader)
  const timer = setInterval(() => {
    if (reader.dataVersion() !== dataVersion) look()
  }, POLL_MS)
  timer.unref()

  function look(): void {
    dataVersion = reader.dataVersion()
    const now = readHead(reader)
    if (now.seq === head.seq && now.documentVersion === head.documentVersion) return
    head = now
    for (const listener of listeners) listener(head)
  }

  return {
    head: () => head,
    look,
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      clearInterval(timer)
      listeners.clear()
    },
  }
}

export function readHead(reader: Pick<Reader, 'query' | 'get'>): Head {
  const head = reader.get(reader.query.selectFrom('ledgerHead').select(['seq', 'documentVersion']))
  assert(head, 'the log has no head')
  return head
}

import type { PublicStock } from '#shared/sync/wire'
import type { Instant } from '#shared/time/time'
import type { ChangeWatch } from '../database/change-watch.ts'
import { encodeAnswer, type EncodedAnswer } from './encode-answer.ts'
import { encodePage } from './encode-page.ts'
import type { PageRequest } from './page-request.ts'
import type { ReadPublicStock } from './read-public-stock.ts'

/** At most so often is everything read anew, however many pushes come in. */
const COALESCE_MS = 250
/** Time alone changes the board too: a device falls silent, the day turns. */
const TICK_MS = 30_000
/** Searches and further pages kept until the next change. */
const PAGES_KEPT_MAX = 200

export interface BoardDeps {
  readonly readPublicStock: ReadPublicStock
  readonly watch: ChangeWatch
  readonly now: () => Instant
}

/** What everyone may see, read once per change and encoded once per answer that anyone asks for. */
export interface PublicBoard {
  stock(): PublicStock
  json(): EncodedAnswer
  page(request: PageRequest): EncodedAnswer
  /** Called with each new stock, also when only the time moved on. */
  listen(listener: (stock: PublicStock) => void): void
  close(): void
}

export function createPublicBoard({ readPublicStock, watch, now }: BoardDeps): PublicBoard {
  const listeners = new Set<(stock: PublicStock) => void>()
  const answerByKey = new Map<string, EncodedAnswer>()
  let stock = readPublicStock(now())
  let readAtMs = -Infinity
  let waiting: NodeJS.Timeout | undefined

  function read(): void {
    waiting = undefined
    readAtMs = performance.now()
    stock = readPublicStock(now())
    answerByKey.clear()
    for (const listener of listeners) listener(stock)
  }

  const stopListening = watch.listen(() => {
    waiting ??= setTimeout(read, Math.max(0, readAtMs + COALESCE_MS - performance.now()))
  })
  const ticks = setInterval(() => {
    if (waiting === undefined) read()
  }, TICK_MS)
  ticks.unref()

  function keep(key: string, encode: () => EncodedAnswer): EncodedAnswer {
    const kept = answerByKey.get(key)
    if (kept) return kept
    const answer = encode()
    if (answerByKey.size < PAGES_KEPT_MAX) answerByKey.set(key, answer)
    return answer
  }

  return {
    stock: () => stock,
    json: () => keep('json', () => encodeAnswer(JSON.stringify(stock), 'application/json; charset=utf-8')),
    page: (request) => keep(JSON.stringify(request), () => encodePage(stock, request)),
    listen: (listener) => void listeners.add(listener),
    close() {
      stopListening()
      clearInterval(ticks)
      clearTimeout(waiting)
      listeners.clear()
    },
  }
}

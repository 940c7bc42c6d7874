import type { PublicStock } from '#shared/sync/wire'
import { isOverview } from './choose-items.ts'
import { encodeAnswer, type EncodedAnswer } from './encode-answer.ts'
import type { PageRequest } from './page-request.ts'
import { renderPage } from './render-page.ts'

/** What the first flight of packets of a new connection carries: the page is there after one round trip. */
export const PAGE_BYTES_MAX = 14_000
const OVERVIEW_ITEMS = [84, 72, 60, 48, 36, 24, 12]

/** The page with as many items as fit; the others are one click or one search away. */
export function encodePage(stock: PublicStock, request: PageRequest): EncodedAnswer {
  const candidates = isOverview(request) ? OVERVIEW_ITEMS : OVERVIEW_ITEMS.slice(-1)
  let answer: EncodedAnswer | undefined
  for (const itemsMax of candidates) {
    answer = encodeAnswer(renderPage(stock, request, itemsMax), 'text/html; charset=utf-8')
    if (Math.max(answer.br.length, answer.gzip.length) <= PAGE_BYTES_MAX) break
  }
  return answer!
}

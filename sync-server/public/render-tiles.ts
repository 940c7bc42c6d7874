import { html } from 'hono/html'
import { formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import type { PublicStock } from '#shared/sync/wire'
import { total } from './days-drawing.ts'
import type { Html } from './html.ts'
import { publicText } from './public-text.ts'

/** How much help, in counts only: quantities of different units are never added. */
export function renderTiles(stock: PublicStock, language: Language): Html {
  const { items, caseFilesHelped, days, handovers } = stock
  const { tiles, handovers: words } = publicText[language]
  const counts = {
    kinds: items.filter(({ inStock }) => inStock > 0).length,
    caseFiles: caseFilesHelped,
    intakes: total(days, 'intakes'),
    deliveries: total(days, 'deliveries'),
  }
  const keys = Object.keys(counts) as (keyof typeof counts)[]
  return html`<ul class="tiles">
      ${keys.map((key) => html`<li><b id="n-${key}">${formatNumber(counts[key], language)}</b> ${tiles[key]}</li>`)}
    </ul>
    <p class="proof">
      <b id="n-complete">${formatNumber(handovers.complete, language)}</b> ${words.complete},
      <b id="n-waiting">${formatNumber(handovers.waiting, language)}</b> ${words.waiting}
    </p>`
}

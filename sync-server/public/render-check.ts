import { html } from 'hono/html'
import { formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import type { Html } from './html.ts'
import { publicText } from './public-text.ts'
import { QUANTITY_COLUMNS } from './quantity-columns.ts'

const WORDS = [...QUANTITY_COLUMNS, 'inQuestion'] as const

/** How anyone can check: where the figures come from, what the words mean, and what is not known yet. */
export function renderCheck(head: number, language: Language): Html {
  const text = publicText[language]
  const [before, after] = text.checkLedger('#').split('#')
  return html`<section id="check" aria-labelledby="check-h">
    <h2 id="check-h">${text.check}</h2>
    <p>${before}<span id="n-entries">${formatNumber(head, language)}</span>${after}</p>
    <p class="links">
      <a href="/ban-do?lang=${language}">${text.helpMap}</a
      ><a href="/truong-hop?lang=${language}">${text.cases}</a><a href="/api/public/stock">${text.json}</a
      ><a href="/api/openapi.json">${text.openapi}</a>
    </p>
    <details>
      <summary>${text.wordsTitle}</summary>
      <dl>
        ${WORDS.map(
          (word) =>
            html`<dt>${text[word]}</dt>
              <dd>${text.words[word]}</dd>`,
        )}
      </dl>
    </details>
    <details>
      <summary>${text.unknownTitle}</summary>
      <ul>
        ${Object.values(text.unknown).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </details>
  </section>`
}

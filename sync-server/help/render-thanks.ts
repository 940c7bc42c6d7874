import { html, raw } from 'hono/html'
import { renderSVG } from 'uqr'
import type { Language } from '#shared/i18n/text'
import type { Html } from '../public/html.ts'
import { helpText } from './help-text.ts'

/** The code, as text and as a picture of the page's address, and what happens next. */
export function renderThanks(language: Language, trackCode: string, origin: string): Html {
  const text = helpText[language]
  const href = `/ho-so/${trackCode}?lang=${language}`
  return html`<section>
      <p class="code" id="code">${trackCode}</p>
      <p>${text.thanksSays}</p>
      <p>${text.thanksCopy}</p>
      <div class="qr" role="img" aria-label="${text.thanksQr}">
        ${raw(renderSVG(`${origin}/ho-so/${trackCode}`, { border: 0 }))}
      </div>
      <p class="hint">${text.thanksQr}</p>
      <p><a class="button" href="${href}">${text.thanksOpen}</a></p>
    </section>
    <section>
      <h2>${text.nextTitle}</h2>
      <ol>
        ${text.next.split('\n').map((line) => html`<li>${line}</li>`)}
      </ol>
    </section>
    <p class="links"><a href="/can-giup?lang=${language}">${text.thanksAgain}</a></p>`
}

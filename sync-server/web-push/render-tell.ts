import { html } from 'hono/html'
import type { Language } from '#shared/i18n/text'
import type { Html } from '../public/html.ts'
import { tellText } from './tell-text.ts'

/** The offer to be told on this device; hidden until the script of the page has found that the browser can. */
export function renderTell(language: Language, publicKey: string): Html {
  const text = tellText[language]
  return html`<section data-push-key="${publicKey}" aria-labelledby="tell-title" hidden>
    <h2 id="tell-title">${text.title}</h2>
    <div role="status">
      <p data-when="off">${text.offer}</p>
      <p data-when="on" hidden><strong>${text.isOn}</strong></p>
      <p class="fault" data-when="denied" hidden>${text.denied}</p>
      <p class="fault" data-when="failed" hidden>${text.failed}</p>
      <p class="fault" data-when="offline" hidden>${text.offline}</p>
      <p class="fault" data-when="refused" hidden></p>
    </div>
    <button class="send" type="button" data-do="on" data-when="off denied failed offline refused">
      ${text.on}
    </button>
    <button class="send quiet" type="button" data-do="off" data-when="on" hidden>${text.off}</button>
  </section>`
}

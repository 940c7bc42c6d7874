import { html } from 'hono/html'
import type { PublicStock } from '#shared/sync/wire'
import type { Html } from './html.ts'
import { liveWords } from './live-words.ts'
import { pageAddress } from './page-address.ts'
import type { PageRequest } from './page-request.ts'
import { publicText } from './public-text.ts'

/** Whose page this is, in which language, as of when and how sure. */
export function renderHeader(stock: PublicStock, request: PageRequest): Html {
  const { language } = request
  const text = publicText[language]
  const { line, lag } = liveWords(stock, language)
  const other = language === 'vi' ? 'en' : 'vi'
  return html`${stock.demo && html`<p class="demo">${text.demo}</p>`}
    <header>
      <div>
        <a
          class="lang"
          lang="${other}"
          hreflang="${other}"
          href="${pageAddress({ ...request, language: other })}"
          >${text.otherLanguage}</a
        >
        <h1>${text.title}</h1>
        <p>${text.motto}</p>
        <p class="ask">
          <a href="/can-giup?lang=${language}">${text.askHelp}</a> ·
          <a href="/ho-so?lang=${language}">${text.follow}</a>
        </p>
        <p id="live">
          <i></i><span><b id="state" role="status">${text.asOf}</b> <span id="line">${line}</span></span>
        </p>
      </div>
    </header>
    <p id="lag" ${lag === '' && html`hidden`}>${lag}</p>`
}

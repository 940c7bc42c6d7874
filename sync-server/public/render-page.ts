import { html, raw } from 'hono/html'
import type { PublicStock } from '#shared/sync/wire'
import { dayInVietnam } from '#shared/time/time'
import { chooseItems, isOverview } from './choose-items.ts'
import type { Html } from './html.ts'
import { pageAddress } from './page-address.ts'
import { FAVICON, PAGE_SCRIPT, PAGE_STYLE } from './page-assets.ts'
import type { PageRequest } from './page-request.ts'
import { publicText } from './public-text.ts'
import { renderCategories } from './render-categories.ts'
import { renderCheck } from './render-check.ts'
import { renderDays } from './render-days.ts'
import { renderHeader } from './render-header.ts'
import { renderItems } from './render-items.ts'
import { renderTiles } from './render-tiles.ts'
import { renderTotals } from './render-totals.ts'

/**
 * The whole public page as one answer: live and how sure, how much help, what is there, how it went, each item, how to
 * check. `overviewItemsMax` bounds the items of the overview; the others are a search, a category or a page away.
 */
export function renderPage(stock: PublicStock, request: PageRequest, overviewItemsMax: number): string {
  const { language } = request
  const text = publicText[language]
  const other = language === 'vi' ? 'en' : 'vi'
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${stock.demo && `${text.demoTitle} · `}${text.title}</title>
        <meta name="description" content="${text.description}" />
        <meta name="theme-color" content="#23408e" />
        ${stock.demo && html`<meta name="robots" content="noindex" />`}
        <link rel="icon" href="${FAVICON}" />
        <link rel="alternate" hreflang="${other}" href="${pageAddress({ ...request, language: other })}" />
        ${raw(`<style>${PAGE_STYLE}</style>`)}
      </head>
      <body
        data-live="${text.live}"
        data-lost="${text.lost}"
        data-lost-hint="${text.lostHint}"
        data-in-question="${text.inQuestion}"
        data-next-expiry="${text.nextExpiry}"
        data-past-expiry="${text.pastExpiry}"
        data-found="${text.found('#')}"
        data-found-none="${text.foundNone}"
        data-days="${text.daysDescription('#', '#', '#')}"
        data-times="${text.times('#')}"
      >
        ${request.view === undefined && html`<a class="skip" href="#items">${text.skip}</a>`}
        ${renderHeader(stock, request)}
        <main>${renderBody(stock, request, overviewItemsMax)} ${renderCheck(stock.head, language)}</main>
        <footer><p>${text.noMoney} ${text.noPersons}</p></footer>
        ${raw(`<script>${PAGE_SCRIPT}</script>`)}
      </body>
    </html>`
  return page.toString().replace(/\s*\n\s*/g, '\n')
}

function renderBody(stock: PublicStock, request: PageRequest, overviewItemsMax: number): Html {
  const { language, view } = request
  const back = html`<p class="back">
    <a href="${pageAddress({ language })}">‹ ${publicText[language].back}</a>
  </p>`
  if (view === 'totals') return html`${back}${renderTotals(stock.categories, language)}`

  const choice = chooseItems(stock.items, request, overviewItemsMax)
  const items = renderItems(choice, { query: request, language, today: dayInVietnam(stock.asOf) })
  if (!isOverview(request)) return html`${back}${items}`
  return html`${renderTiles(stock, language)}
  ${stock.items.length > 0 && renderCategories(stock.categories, language)}
  ${renderDays(stock.days, language)} ${items}`
}

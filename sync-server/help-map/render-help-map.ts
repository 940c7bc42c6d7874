import { html, raw } from 'hono/html'
import { HELP_SIGNS, type HelpMap, type HelpRow } from '#shared/help-map/help-map'
import { formatClock } from '#shared/i18n/moments'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import { dayInVietnam, type Instant } from '#shared/time/time'
import { readPlaceNames, readProvinces } from '../place/places.ts'
import type { Html } from '../public/html.ts'
import { FAVICON, PAGE_STYLE } from '../public/page-assets.ts'
import { publicText } from '../public/public-text.ts'
import { helpMapText } from './help-map-text.ts'

export interface HelpMapRequest {
  readonly language: Language
  /** Whose communes are asked for; undefined for the whole country. */
  readonly provinceCode?: string | undefined
}
export interface HelpMapContent {
  readonly map: HelpMap
  readonly asOf: Instant
  readonly demo: boolean
}

/** Where help is needed, as a list with bars: readable without a script and by any reader of screens. */
export function renderHelpMap({ map, asOf, demo }: HelpMapContent, request: HelpMapRequest): string {
  const { language, provinceCode } = request
  const text = helpMapText[language]
  const other = language === 'vi' ? 'en' : 'vi'
  const province = readProvinces().find(({ code }) => code === provinceCode)
  const rows = province ? (map.communesByProvince.get(province.code) ?? []) : map.provinces
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${text.title} · Kho 4Đ</title>
        <meta name="description" content="${text.what}" />
        <link rel="icon" href="${FAVICON}" />
        ${demo && html`<meta name="robots" content="noindex" />`} ${raw(`<style>${PAGE_STYLE}</style>`)}
      </head>
      <body>
        ${demo && html`<p class="demo">${publicText[language].demo}</p>`}
        <header>
          <div>
            <a
              class="lang"
              lang="${other}"
              hreflang="${other}"
              href="${address({ ...request, language: other })}"
              >${text.otherLanguage}</a
            >
            <h1>${text.title}</h1>
            <p>${text.asOf(`${formatClock(asOf)}, ${formatDay(dayInVietnam(asOf))}`)}</p>
          </div>
        </header>
        <main>
          <p class="back">
            ${
              province
                ? html`<a href="${address({ language })}">‹ ${text.back}</a>`
                : html`<a href="/?lang=${language}">‹ ${text.home}</a>`
            }
          </p>
          <section aria-labelledby="map-h">
            <h2 id="map-h">${province ? text.communes(province.name) : text.title}</h2>
            <p>${text.what}</p>
            ${rows.length === 0 ? html`<p>${text.none}</p>` : renderTable(rows, request, map)}
            <p class="note">${text.merged}</p>
            <p class="links"><a href="/can-giup?lang=${language}">${text.ask}</a></p>
          </section>
        </main>
        <footer><p>${publicText[language].noMoney} ${publicText[language].noPersons}</p></footer>
      </body>
    </html>`
  return page.toString().replace(/\s*\n\s*/g, '\n')
}

function renderTable(
  rows: readonly HelpRow[],
  { language, provinceCode }: HelpMapRequest,
  map: HelpMap,
): Html {
  const text = helpMapText[language]
  const largest = Math.max(...rows.map(totalOf))
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="map-h">
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">${text.place}</th>
          ${HELP_SIGNS.map((sign) => html`<th scope="col">${text.sign[sign]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">
                ${renderPlace(row, { language, provinceCode }, map)} ${renderShare(row, largest)}
              </th>
              ${HELP_SIGNS.map((sign) => html`<td>${countOf(row, sign, language)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function renderPlace(row: HelpRow, { language, provinceCode }: HelpMapRequest, map: HelpMap): Html | string {
  const text = helpMapText[language]
  if (row.code === 'rest') return provinceCode === undefined ? text.rest.provinces : text.rest.communes
  if (provinceCode !== undefined) return readPlaceNames(row.code).communeName
  const name = readProvinces().find(({ code }) => code === row.code)?.name ?? row.code
  const leads = (map.communesByProvince.get(row.code)?.length ?? 0) > 0
  return leads ? html`<a href="${address({ language, provinceCode: row.code })}">${name}</a>` : name
}

/** The picture of a row beside its figures. */
function renderShare(row: HelpRow, largest: number): Html {
  const width = Math.round((totalOf(row) / largest) * 100)
  return html`<svg viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true">
    <path class="g0" d="M0 5h100" />
    <path class="g1" d="M0 5h${width}" />
  </svg>`
}

function countOf({ counts }: HelpRow, sign: (typeof HELP_SIGNS)[number], language: Language): string {
  const count = counts[sign]
  return count === undefined ? '–' : formatNumber(count, language)
}

function totalOf({ counts }: HelpRow): number {
  return HELP_SIGNS.reduce((sum, sign) => sum + (counts[sign] ?? 0), 0)
}

function address({ language, provinceCode }: HelpMapRequest): string {
  return `/ban-do?${provinceCode === undefined ? '' : `tinh=${provinceCode}&`}lang=${language}`
}

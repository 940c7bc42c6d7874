import { html } from 'hono/html'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import { barsPath, DAY_SERIES, dayX, DRAWING, highestDay, total } from './days-drawing.ts'
import type { PublicDay } from './fill-days.ts'
import type { Html } from './html.ts'
import { publicText } from './public-text.ts'

/** How it went: three rows of bars on one scale, and the same as a table. */
export function renderDays(days: readonly PublicDay[], language: Language): Html {
  const text = publicText[language]
  const count = (value: number) => formatNumber(value, language)
  const sums = DAY_SERIES.map((series) => count(total(days, series))) as [string, string, string]
  return html`<section id="days" aria-labelledby="days-h" data-part="${days[0]?.on}">
    <h2 id="days-h">${text.days}</h2>
    <p class="note">${text.daysNote}</p>
    <svg
      class="days"
      viewBox="0 0 ${DRAWING.width} ${DRAWING.panel * 3 + 18}"
      role="img"
      aria-labelledby="days-t days-d"
    >
      <title id="days-t">${text.daysTitle}</title>
      <desc id="days-d">${text.daysDescription(...sums)}</desc>
      ${DAY_SERIES.map((series, row) => renderRow(days, series, row, text[series], text.times(sums[row]!), count))}
      ${renderDayLabels(days, text.today)}
    </svg>
    <details>
      <summary>${text.daysTable}</summary>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">${text.day}</th>
            ${DAY_SERIES.map((series) => html`<th scope="col">${text[series]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${[...days].reverse().map(
            (day) =>
              html`<tr>
                <th scope="row">${formatDay(day.on)}</th>
                ${DAY_SERIES.map((series) => html`<td>${count(day[series])}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </section>`
}

function renderRow(
  days: readonly PublicDay[],
  series: (typeof DAY_SERIES)[number],
  row: number,
  label: string,
  sum: string,
  count: (value: number) => string,
): Html {
  const base = DRAWING.base + row * DRAWING.panel
  const top = base - DRAWING.height
  return html`<text x="${DRAWING.left}" y="${top - 7}"
      ><tspan class="k">${label}</tspan> · <tspan class="sum">${sum}</tspan></text
    ><text class="y" x="21" y="${top + 8}">${count(highestDay(days))}</text
    ><text class="y" x="21" y="${base}">0</text
    ><path
      class="axis"
      d="M${DRAWING.left} ${base}.5H${DRAWING.width}M${DRAWING.left} ${top}.5H${DRAWING.width}"
    /><path class="s${row + 1}" d="${barsPath(days, series, row)}" />`
}

function renderDayLabels(days: readonly PublicDay[], today: string): Html {
  const y = DRAWING.panel * 3 + 12
  const last = days.length - 1
  const label = (index: number) => formatDay(days[index]!.on).slice(0, 5)
  return html`<text class="x" x="${DRAWING.left}" y="${y}">${label(0)}</text
    >${[8, 15].map((index) => html`<text class="x m" x="${dayX(index)}" y="${y}">${label(index)}</text>`)}<text
      class="x e"
      x="${DRAWING.width}"
      y="${y}"
      >${today} ${label(last)}</text
    >`
}

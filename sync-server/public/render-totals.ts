import { html } from 'hono/html'
import type { Language } from '#shared/i18n/text'
import { itemText } from '#shared/item/item-text'
import type { Html } from './html.ts'
import { publicText } from './public-text.ts'
import { QUANTITY_COLUMNS } from './quantity-columns.ts'
import { unitKey } from './render-categories.ts'
import type { CategoryTotal } from './total-by-category.ts'
import { amount, unitWord } from './unit-words.ts'

/** All sums of each category, each unit by itself. */
export function renderTotals(categories: readonly CategoryTotal[], language: Language): Html {
  const text = publicText[language]
  return html`<section id="totals" aria-labelledby="totals-h">
    <h2 id="totals-h">${text.totals}</h2>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="totals-h">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">${text.category}</th>
            <th scope="col">${text.unit}</th>
            ${QUANTITY_COLUMNS.map((column) => html`<th scope="col">${text[column]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${categories.map((category) => renderCategoryTotals(category, language))}
        </tbody>
      </table>
    </div>
  </section>`
}

function renderCategoryTotals({ category, units }: CategoryTotal, language: Language): Html[] {
  return units.map(
    (total) =>
      html`<tr data-c="${unitKey(category, total)}">
        <th scope="row">${itemText[language].category[category]}</th>
        <td>${unitWord(total, language)}</td>
        ${QUANTITY_COLUMNS.map((column) => html`<td data-n="${column}">${amount(total, column, language)}</td>`)}
      </tr>`,
  )
}

import { html } from 'hono/html'
import { formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import { itemText } from '#shared/item/item-text'
import type { Html } from './html.ts'
import { pageAddress } from './page-address.ts'
import { publicText } from './public-text.ts'
import { renderBar } from './render-bar.ts'
import type { CategoryTotal, UnitTotal } from './total-by-category.ts'
import { amount, unitWord } from './unit-words.ts'

const BARS_PER_CATEGORY = 2

/** What is there: each category with a bar for its commonest units, every unit by itself. */
export function renderCategories(categories: readonly CategoryTotal[], language: Language): Html {
  const text = publicText[language]
  return html`<section id="kinds" aria-labelledby="kinds-h" data-part="${categories.map(partKey).join(';')}">
    <h2 id="kinds-h">${text.byCategory}</h2>
    <p class="note">${text.byCategoryNote}</p>
    <ul class="legend">
      <li><i class="g1"></i>${text.inStock}</li>
      <li><i class="g2"></i>${text.inTransit}</li>
      <li><i class="g3"></i>${text.delivered}</li>
      <li><i class="g0"></i>${text.elsewhere}</li>
    </ul>
    <ul class="kinds">
      ${categories.map((category) => renderCategory(category, language))}
    </ul>
    <p class="links"><a href="${pageAddress({ language, view: 'totals' })}">${text.totalsTable}</a></p>
  </section>`
}

function renderCategory({ category, itemCount, units }: CategoryTotal, language: Language): Html {
  const text = publicText[language]
  const rest = units.slice(BARS_PER_CATEGORY)
  const href = pageAddress({ language, category })
  return html`<li>
    <h3>
      <a href="${href}">${itemText[language].category[category]}</a>
      <small>${text.kindsIn(formatNumber(itemCount, language))}</small>
    </h3>
    ${units.slice(0, BARS_PER_CATEGORY).map((total) => {
      const received = html`<span data-n="received">${amount(total, 'received', language)}</span>`
      return html`<div class="bar" data-c="${unitKey(category, total)}">
        <p>
          <span
            ><b data-n="inStock">${amount(total, 'inStock', language)}</b> ${unitWord(total, language)}</span
          >
          <small>${around(text.ofReceived('\0'), received)}</small>
        </p>
        ${renderBar(total)}
      </div>`
    })}
    ${rest.length > 0 && html`<p class="rest">${text.moreUnits} ${rest.map((total, index) => html`${index > 0 && ', '}<span data-c="${unitKey(category, total)}"><span data-n="inStock">${amount(total, 'inStock', language)}</span> ${unitWord(total, language)}</span>`)}</p>`}
  </li>`
}

/** The script finds every place that shows a unit of a category by this. */
export function unitKey(category: string, { unit, baseUnit }: UnitTotal): string {
  return `${category}|${baseUnit}|${unit}`
}

function partKey({ category, units }: CategoryTotal): string {
  return units.map((total) => unitKey(category, total)).join(';')
}

/** Puts an element where the sentence has its mark. */
function around(sentence: string, element: Html): Html {
  const [before, after] = sentence.split('\0')
  return html`${before}${element}${after}`
}

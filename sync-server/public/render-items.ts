import { html } from 'hono/html'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import { CATEGORIES } from '#shared/item/item'
import { itemText } from '#shared/item/item-text'
import { unitSize } from '#shared/item/quantity'
import type { PublicItem } from '#shared/sync/wire'
import type { LocalDate } from '#shared/time/time'
import type { ItemChoice, ItemGroup, ItemQuery } from './choose-items.ts'
import { isOverview } from './choose-items.ts'
import type { Html } from './html.ts'
import { pageAddress } from './page-address.ts'
import { publicText } from './public-text.ts'
import { QUANTITY_COLUMNS } from './quantity-columns.ts'
import { unitWord } from './unit-words.ts'

/** Each item with every figure, and a search that needs no script. */
export function renderItems(
  choice: ItemChoice,
  {
    query,
    language,
    today,
  }: { readonly query: ItemQuery; readonly language: Language; readonly today: LocalDate },
): Html {
  const text = publicText[language]
  const complete =
    choice.pageCount === 1 && choice.groups.every(({ items, itemCount }) => items.length === itemCount)
  return html`<section id="items" aria-labelledby="items-h">
    <h2 id="items-h">${text.items}</h2>
    ${renderSearch(query, language)}
    <div id="list" ${complete && isOverview(query) && html`data-all=""`}>
      ${choice.matchCount > 0 && renderTable(choice, language, today)}
      <p id="found" role="status">
        ${choice.matchCount > 0 ? text.found(formatNumber(choice.matchCount, language)) : query.search === '' ? text.empty : text.foundNone}
      </p>
      ${choice.pageCount > 1 && renderPager(choice, query, language)}
    </div>
  </section>`
}

function renderSearch(query: ItemQuery, language: Language): Html {
  const text = publicText[language]
  return html`<form action="/" role="search">
    <input type="hidden" name="lang" value="${language}" /> <label for="q">${text.search}</label
    ><input
      id="q"
      name="q"
      type="search"
      value="${query.search}"
      maxlength="80"
      autocomplete="off"
      placeholder="${text.searchHint}"
    />
    <select name="category" aria-label="${text.category}">
      <option value="">${text.allCategories}</option>
      ${CATEGORIES.map((category) => html`<option value="${category}" ${category === query.category && html` selected`}>${itemText[language].category[category]}</option>`)}
    </select>
    <button>${text.find}</button
    >${!isOverview(query) && html`<a class="clear" href="${pageAddress({ language })}#items">${text.clear}</a>`}
  </form>`
}

function renderTable({ groups }: ItemChoice, language: Language, today: LocalDate): Html {
  const text = publicText[language]
  return html`<table class="items" role="table">
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader">${text.item}</th>
        ${QUANTITY_COLUMNS.map((column) => html`<th role="columnheader">${text[column]}</th>`)}
      </tr>
    </thead>
    ${groups.map((group) => renderGroup(group, language, today))}
  </table>`
}

function renderGroup({ category, items, itemCount }: ItemGroup, language: Language, today: LocalDate): Html {
  const text = publicText[language]
  const count = formatNumber(itemCount, language)
  return html`<tbody role="rowgroup">
    <tr class="g" role="row">
      <th role="rowheader" colspan="6">
        ${itemText[language].category[category]} <small>${text.kindsIn(count)}</small>
      </th>
    </tr>
    ${items.map((item) => renderItem(item, language, today))}${
      items.length < itemCount &&
      html`<tr class="more" role="row">
        <td role="cell" colspan="6">
          <a href="${pageAddress({ language, category })}"
            >${text.seeAll(count)} · ${itemText[language].category[category]}</a
          >
        </td>
      </tr>`
    }
  </tbody> `
}

function renderItem(item: PublicItem, language: Language, today: LocalDate): Html {
  const amount = (quantity: number) => formatNumber(quantity / unitSize(item), language)
  const name = language === 'en' ? (item.nameEn ?? item.name) : item.name
  return html`<tr id="${item.itemId}" role="row">
    <th role="rowheader">
      ${name}<em>${item.inQuestion && publicText[language].inQuestion}</em
      ><small>${expiryWords(item.nextExpiryOn, language, today)}</small>
    </th>
    <td role="cell"><b>${amount(item.inStock)}</b> ${unitWord(item, language)}</td>
    <td role="cell">${amount(item.inTransit)}</td>
    <td role="cell">${amount(item.received)}</td>
    <td role="cell">${amount(item.dispatched)}</td>
    <td role="cell">${amount(item.delivered)}</td>
  </tr> `
}

function expiryWords(nextExpiryOn: LocalDate | null, language: Language, today: LocalDate): string {
  if (nextExpiryOn === null) return ''
  const text = publicText[language]
  return `${nextExpiryOn < today ? text.pastExpiry : text.nextExpiry} ${formatDay(nextExpiryOn)}`
}

function renderPager({ page, pageCount }: ItemChoice, query: ItemQuery, language: Language): Html {
  const text = publicText[language]
  const count = (value: number) => formatNumber(value, language)
  const to = (target: number) => `${pageAddress({ ...query, language, page: target })}#items`
  return html`<nav class="pager" aria-label="${text.page(count(page), count(pageCount))}">
    ${page > 1 && html`<a rel="prev" href="${to(page - 1)}">‹ ${text.previous}</a>`}<span>${text.page(count(page), count(pageCount))}</span>${page < pageCount && html`<a rel="next" href="${to(page + 1)}">${text.next} ›</a>`}
  </nav>`
}

import { html } from 'hono/html'
import { caseFileText } from '#shared/case-file/case-file-text'
import { needBaseUnit } from '#shared/case-file/need'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import { itemText } from '#shared/item/item-text'
import { formatQuantity } from '#shared/item/quantity'
import { dayInVietnam } from '#shared/time/time'
import type { Html } from '../public/html.ts'
import { unitInEnglish } from '../public/unit-in-english.ts'
import { publicCaseText } from './public-case-text.ts'
import type { CaseGoods } from './read-case-goods.ts'
import type { PublicCasePage } from './read-public-cases.ts'
import { renderCaseFrame } from './render-case-frame.ts'
import { titleOf, wordsIn } from './render-public-cases.ts'

/** What the visitor may do about it, or what became of it. */
export interface HeartState {
  /** For the form; undefined when today's heart is there. */
  readonly ticket: string | undefined
  readonly isStale?: boolean
  readonly waitMinutes?: number | undefined
}
interface CaseContent {
  readonly language: Language
  readonly found: PublicCasePage
  readonly heart: HeartState
  readonly demo: boolean
}

/** One published case file: what it is about, how sure that is, what is needed and what was done about it. */
export function renderPublicCase({ language, found, heart, demo }: CaseContent): string {
  const text = publicCaseText[language]
  const words = wordsIn(found, language)
  const body = html`<section>
      <p class="words" ${words.lang !== undefined && html`lang="${words.lang}"`}>${words.text}</p>
      ${renderFacts(found, language)}
    </section>
    <section aria-labelledby="needs-h">
      <h2 id="needs-h">${text.needs}</h2>
      ${found.goods.length === 0 ? html`<p>${text.noNeeds}</p>` : renderGoods(found.goods, language)}
    </section>
    ${
      found.pictures.length > 0 &&
      html`<section aria-labelledby="pictures-h">
        <h2 id="pictures-h">${text.pictures}</h2>
        <p class="note">${text.blurred}</p>
        <div class="blurred">
          ${found.pictures.map((hash) => html`<img src="/hinh/${hash}" alt="${text.picture}" loading="lazy" />`)}
        </div>
      </section>`
    }
    ${renderInterest(found, heart, language)}`
  return renderCaseFrame({
    language,
    title: titleOf(found, language),
    otherHref: `/truong-hop/${found.publicCode}?lang=${language === 'vi' ? 'en' : 'vi'}`,
    back: { href: `/truong-hop?lang=${language}`, label: text.list },
    body,
    demo,
    isHidden: true,
  })
}

/** For an address that leads to nothing any more, and for one that never did. */
export function renderNoCase(language: Language, demo: boolean): string {
  const text = publicCaseText[language]
  const list = `/truong-hop?lang=${language}`
  return renderCaseFrame({
    language,
    title: text.goneTitle,
    otherHref: `/truong-hop?lang=${language === 'vi' ? 'en' : 'vi'}`,
    back: { href: list, label: text.list },
    body: html`<section>
      <p>${text.gone}</p>
      <p class="links"><a href="${list}">${text.toList}</a></p>
    </section>`,
    demo,
    isHidden: true,
  })
}

function renderFacts(found: PublicCasePage, language: Language): Html {
  const text = publicCaseText[language]
  const words = caseFileText[language]
  const { category, subCategory, provinceName, tickUntil, isTickOver, step, publishedAt } = found
  const until = tickUntil === null ? '' : formatDay(dayInVietnam(tickUntil))
  return html`<dl class="facts">
    <dt>${text.kind}</dt>
    <dd>${words.category[category]}${subCategory !== undefined && ` · ${words.subCategory[subCategory]}`}</dd>
    <dt>${text.province}</dt>
    <dd>${provinceName}</dd>
    <dt>${text.tick}</dt>
    <dd>
      ${
        isTickOver
          ? text.tickOver(until)
          : html`<em class="green">✓ ${text.tickGreen}</em>${until !== '' && text.until(until)}`
      }
    </dd>
    <dt>${text.progress}</dt>
    <dd>${text.step[step as keyof typeof text.step]}</dd>
    <dt>${text.published}</dt>
    <dd>${formatDay(dayInVietnam(publishedAt))}</dd>
  </dl>`
}

/** A form like any other: it works without a script, and what is counted says nothing of who pressed. */
function renderInterest(
  { publicCode, views, hearts }: PublicCasePage,
  { ticket, isStale, waitMinutes }: HeartState,
  language: Language,
): Html {
  const text = publicCaseText[language]
  const number = (value: number) => formatNumber(value, language)
  const note =
    waitMinutes === undefined ? (isStale ? text.again : undefined) : text.tooMany(number(waitMinutes))
  return html`<section id="tim" aria-labelledby="interest-h">
    <h2 id="interest-h">${text.interest}</h2>
    <p>${text.views(number(views))} · ${text.hearts(number(hearts))}</p>
    ${note !== undefined && html`<p role="alert"><b>${note}</b></p>`}
    ${
      ticket === undefined
        ? html`<p role="status"><b>${text.hearted}</b></p>`
        : html`<form method="post" action="/truong-hop/${publicCode}/tim?lang=${language}">
            <input type="hidden" name="ve" value="${ticket}" /><button>${text.heart}</button>
          </form>`
    }
    <p class="note">${text.counted}</p>
  </section>`
}

function renderGoods(goods: readonly CaseGoods[], language: Language): Html {
  const text = publicCaseText[language]
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="needs-h">
    <table class="plain">
      <thead>
        <tr>
          ${[text.need, text.asked, text.onTheWay, text.delivered].map(
            (label) => html`<th scope="col">${label}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${goods.map((row) => renderRow(row, language))}
      </tbody>
    </table>
  </div>`
}

function renderRow({ need, item, onTheWay, delivered }: CaseGoods, language: Language): Html {
  const text = publicCaseText[language]
  const unit = need?.unit ?? item?.unit ?? ''
  const shown = {
    baseUnit: item?.baseUnit ?? needBaseUnit(unit),
    unit: language === 'en' ? unitInEnglish(unit) : unit,
  }
  const quantity = (value: number) => (value > 0 ? formatQuantity(value, shown, language) : '–')
  return html`<tr>
    <th scope="row">
      ${nameOf({ need, item }, language)}${need === undefined && html` <small>(${text.besides})</small>`}
    </th>
    <td>${need === undefined ? '–' : quantity(need.quantity)}</td>
    <td>${quantity(onTheWay)}</td>
    <td>${quantity(delivered)}</td>
  </tr>`
}

function nameOf({ need, item }: Pick<CaseGoods, 'need' | 'item'>, language: Language): string {
  if (item) return (language === 'en' && item.nameEn) || item.name
  return itemText[language].category[need?.category ?? 'other']
}

import { html } from 'hono/html'
import { caseFileText } from '#shared/case-file/case-file-text'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import { dayInVietnam } from '#shared/time/time'
import type { Html } from '../public/html.ts'
import { publicCaseText } from './public-case-text.ts'
import type { PublicCase } from './read-public-cases.ts'
import { renderCaseFrame } from './render-case-frame.ts'

interface ListContent {
  readonly language: Language
  readonly cases: readonly PublicCase[]
  readonly before: string | undefined
  readonly older: string | undefined
  readonly demo: boolean
}

/** The words of a case file in a list, at most. */
const SHORT_MAX = 140

/** Published case files, newest first. */
export function renderPublicCases({ language, cases, before, older, demo }: ListContent): string {
  const text = publicCaseText[language]
  const from = (start: string | undefined, lang: Language) =>
    `/truong-hop?${start === undefined ? '' : `truoc=${encodeURIComponent(start)}&`}lang=${lang}`
  const body = html`<section aria-label="${text.list}">
    <p>${text.what}</p>
    ${cases.length === 0 && html`<p>${text.none}</p>`}
    <ul>
      ${cases.map((one) => renderCase(one, language))}
    </ul>
    <p class="pager">
      ${before !== undefined && html`<a href="${from(undefined, language)}">‹ ${text.newest}</a>`}
      ${older !== undefined && html`<a href="${from(older, language)}">${text.older} ›</a>`}
    </p>
    <p class="links"><a href="/ban-do?lang=${language}">${text.map}</a></p>
  </section>`
  return renderCaseFrame({
    language,
    title: text.list,
    otherHref: from(before, language === 'vi' ? 'en' : 'vi'),
    back: { href: `/?lang=${language}`, label: text.home },
    body,
    demo,
  })
}

function renderCase(one: PublicCase, language: Language): Html {
  const text = publicCaseText[language]
  const words = wordsIn(one, language)
  return html`<li class="case">
    <h2><a href="/truong-hop/${one.publicCode}?lang=${language}">${titleOf(one, language)}</a></h2>
    <p ${words.lang !== undefined && html`lang="${words.lang}"`}>${shorten(words.text)}</p>
    <p class="note">
      ${text.step[one.step as keyof typeof text.step]} · ${text.published}
      ${formatDay(dayInVietnam(one.publishedAt))} · ${text.views(formatNumber(one.views, language))} ·
      ${text.hearts(formatNumber(one.hearts, language))}
    </p>
  </li>`
}

/** Said without anybody: "Elderly people · Cao Bằng". */
export function titleOf({ category, subCategory, provinceName }: PublicCase, language: Language): string {
  const words = caseFileText[language]
  const kind = subCategory === undefined ? words.category[category] : words.subCategory[subCategory]
  return `${kind} · ${provinceName.replace(/^(Tỉnh|Thành phố) /u, '')}`
}

/** In the reader's language where a coordinator wrote it, else in Vietnamese, and marked as such. */
export function wordsIn(
  { words, wordsEn }: PublicCase,
  language: Language,
): { readonly text: string; readonly lang: 'vi' | undefined } {
  if (language === 'vi') return { text: words, lang: undefined }
  return wordsEn === '' ? { text: words, lang: 'vi' } : { text: wordsEn, lang: undefined }
}

function shorten(text: string): string {
  if (text.length <= SHORT_MAX) return text
  return `${text.slice(0, SHORT_MAX).replace(/\s+\S*$/u, '')}…`
}

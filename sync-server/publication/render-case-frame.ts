import { html, raw } from 'hono/html'
import type { Language } from '#shared/i18n/text'
import type { Html } from '../public/html.ts'
import { FAVICON, PAGE_STYLE, policyFor } from '../public/page-assets.ts'
import { publicText } from '../public/public-text.ts'
import { publicCaseText } from './public-case-text.ts'

/** What these pages need beside the style of all public pages. */
const STYLE = `${PAGE_STYLE}
section>h2{margin-bottom:6px}
form{display:block}
.plain tr>:nth-child(2):not(#days *){text-align:right}
.words{white-space:pre-line;font-size:19px;margin-bottom:8px}
.case{padding:12px 0;border-top:1px solid var(--line)}
.case:first-child{border:0}
.case a{display:inline-block;padding-block:8px;font-weight:600}
.facts{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 16px}
.facts dt{color:var(--ink-2);font-weight:400}
.blurred{display:flex;flex-wrap:wrap;gap:12px;margin-top:8px}
.blurred img{display:block;width:240px;max-width:100%;height:auto;border-radius:10px}
em.green{color:#fff;background:#1b6b3a;margin:0 8px 0 0}`
export const CASE_SECURITY_POLICY = policyFor(STYLE)

export interface CaseFrame {
  readonly language: Language
  readonly title: string
  /** The same page in the other language. */
  readonly otherHref: string
  readonly back: { readonly href: string; readonly label: string }
  readonly body: Html
  readonly demo: boolean
  /** A case file that is taken back shall not live on in searches. */
  readonly isHidden?: boolean
}

/** The frame of the pages about published case files, as the other public pages look. */
export function renderCaseFrame({
  language,
  title,
  otherHref,
  back,
  body,
  demo,
  isHidden,
}: CaseFrame): string {
  const text = publicCaseText[language]
  const other = language === 'vi' ? 'en' : 'vi'
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title} · Kho 4Đ</title>
        <link rel="icon" href="${FAVICON}" />
        ${(demo || isHidden) && html`<meta name="robots" content="noindex" />`}
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        ${demo && html`<p class="demo">${publicText[language].demo}</p>`}
        <header>
          <div>
            <a class="lang" lang="${other}" hreflang="${other}" href="${otherHref}">${text.otherLanguage}</a>
            <h1>${title}</h1>
          </div>
        </header>
        <main>
          <p class="back"><a href="${back.href}">‹ ${back.label}</a></p>
          ${body}
        </main>
        <footer><p>${publicText[language].noMoney} ${publicText[language].noPersons}</p></footer>
      </body>
    </html>`
  return page.toString().replace(/\s*\n\s*/g, '\n')
}

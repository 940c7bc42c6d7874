import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import type { Language } from '#shared/i18n/text'
import type { Html } from '../public/html.ts'
import { FAVICON } from '../public/page-assets.ts'
import { frameText } from './frame-text.ts'

const STYLE = read('help-page.css').replace(/\s*\n\s*/g, '\n')
export const PROOF_SCRIPT = script('proof-of-work.js')
export const TELL_SCRIPT = script('../web-push/tell-me.js')

/** Only our own style and script; a form goes nowhere but here. The script that turns notices on may also talk to us. */
export function helpSecurityPolicy(script: string | undefined): string {
  return [
    "default-src 'none'",
    `style-src ${hashSource(STYLE)}`,
    ...(script === undefined ? [] : [`script-src ${hashSource(script)}`]),
    ...(script === TELL_SCRIPT ? ["connect-src 'self'", "worker-src 'self'"] : []),
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export interface HelpPage {
  readonly language: Language
  readonly title: string
  /** The same page in the other language; left out where what was typed would be lost. */
  readonly otherHref?: string
  readonly body: Html
  readonly script?: string
  readonly demo: boolean
}

/** The frame of the pages for people in need; none of them is kept by a cache or found by a search. */
export function renderHelpPage({ language, title, otherHref, body, script, demo }: HelpPage): string {
  const text = frameText[language]
  const other = language === 'vi' ? 'en' : 'vi'
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} · Kho 4Đ</title>
        <link rel="icon" href="${FAVICON}" />
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        ${demo && html`<p><strong>${text.demo}</strong></p>`}
        <header>
          <a href="/?lang=${language}">‹ Kho 4Đ</a>
          ${
            otherHref !== undefined &&
            html`<a lang="${other}" hreflang="${other}" href="${otherHref}">${text.otherLanguage}</a>`
          }
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
        ${script !== undefined && raw(`<script>${script}</script>`)}
      </body>
    </html>`.toString()
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

function script(name: string): string {
  return read(name).replace(/^\s*\/\/.*$/gm, '')
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Language } from '#shared/i18n/text'
import { publicText } from './public-text.ts'
import { QUANTITY_COLUMNS } from './quantity-columns.ts'

/** Style and script travel inside the page, so that it is one request. */
export const PAGE_STYLE = squeeze(
  `${columnLabels('vi')}${columnLabels('en')}${read('page.css').replace(/\/\*.*?\*\//gs, '')}`,
)
export const PAGE_SCRIPT = squeeze(read('live-page.js').replace(/^\s*(\/\/.*|\/\*\*.*\*\/)$/gm, ''))

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#23408e"/><path d="M6 13 16 6l10 7v13H6z" fill="#fff"/><path d="M11 17h10v9H11z" fill="#23408e"/></svg>'
export const FAVICON_SVG = ICON
export const FAVICON = `data:image/svg+xml,${ICON.replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('"', "'")}`

/** Nothing but the style and script above may run or load; `connect-src` is the live stream. */
export const PAGE_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src ${hashSource(PAGE_STYLE)}`,
  `script-src ${hashSource(PAGE_SCRIPT)}`,
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** For a page with another style and no script. */
export function policyFor(style: string): string {
  return [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** On a phone each figure of an item carries the word of its column. */
function columnLabels(language: Language): string {
  return QUANTITY_COLUMNS.map((column, index) => {
    const label = JSON.stringify(publicText[language][column])
    return `:lang(${language}) .items td:nth-child(${index + 2})::before{content:${label}}\n`
  }).join('')
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

/** Leaves out what only the reader of the source needs. Lines stay lines: the script relies on them. */
function squeeze(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

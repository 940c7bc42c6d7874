import type { Gtin } from '../item/item.ts'
import { err, ok, type Result } from '../result.ts'
import type { LocalDate } from '../time/time.ts'
import { parseDigitalLink } from './digital-link.ts'
import { GROUP_SEPARATOR, parseElementString, type ElementRefusal, type Elements } from './element-string.ts'
import { goodsCodeFromElements, type GoodsCode } from './goods-code.ts'
import { expandUpcE, gtinFromDigits, isRestrictedGtin } from './gtin.ts'
import { looksLikeOwnLabel, parseOwnLabel, type LabelRefusal, type OwnLabel } from './own-label.ts'

/** What a reader handed over: its text and, where the reader knows it, the AIM symbology identifier (`]C1`). */
export interface Barcode {
  readonly text: string
  readonly symbology?: string | undefined
}

/**
 * `restricted`: a number given out by one shop for itself, so it names no item of everybody.
 * `plain`: readable, but only the person knows what it stands for.
 */
export type ParsedBarcode =
  | { readonly kind: 'gtin'; readonly gtin: Gtin; readonly restricted: boolean }
  | GoodsCode
  | ({ readonly kind: 'label'; readonly text: string } & OwnLabel)
  | { readonly kind: 'plain'; readonly text: string }

export type BarcodeRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly length: number; readonly arrived: string }
  | { readonly kind: 'characters-unreadable'; readonly arrived: string }
  | { readonly kind: 'gtin-check-digit'; readonly digits: string }
  | LabelRefusal
  | ElementRefusal

/** No code on goods is longer; what is longer is a page of text or a jammed scanner. */
export const BARCODE_LENGTH_MAX = 500

/** From the text a scanner read to what it says about goods. `today` decides the century of two-digit years. */
export function parseBarcode(barcode: Barcode, today: LocalDate): Result<ParsedBarcode, BarcodeRefusal> {
  const { text, symbology } = splitSymbology(barcode)
  if (text === '') return err({ kind: 'empty' })
  if (text.length > BARCODE_LENGTH_MAX) {
    return err({ kind: 'too-long', length: text.length, arrived: text.slice(0, 60) })
  }
  if (UNREADABLE.test(text)) return err({ kind: 'characters-unreadable', arrived: text.slice(0, 60) })

  if (looksLikeOwnLabel(text)) {
    const label = parseOwnLabel(text)
    return label.ok ? ok({ kind: 'label', text, ...label.value }) : label
  }
  if (GS1_SYMBOLOGY.test(symbology)) return goodsCode(parseElementString(text), today)
  if (RETAIL_SYMBOLOGY.test(symbology)) return parseRetail(text, symbology)
  const link = parseDigitalLink(text)
  if (link) return goodsCode(link, today)
  if (symbology === '' && looksLikeElementString(text)) {
    return goodsCode(parseElementString(unbracket(text)), today)
  }
  return parseDigits(text, symbology)
}

/** GS1-128, GS1 DataBar, GS1 DataMatrix, GS1 QR Code, GS1 DotCode. */
const GS1_SYMBOLOGY = /^\](C1|e[0-3]|d[25]|Q[34]|J[14])$/
/** EAN-13, UPC-A, UPC-E, EAN-8, with or without add-on. */
const RETAIL_SYMBOLOGY = /^\](E[034]|X0)$/
/** Control characters other than the separator and line breaks, and what a broken decoding leaves behind. */
// oxlint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001c\u001e\u001f\u007f\ufffd]/

/** Many scanners are set to send the identifier in front of the text. */
function splitSymbology({ text, symbology }: Barcode): { text: string; symbology: string } {
  const match = symbology === undefined ? /^\][A-Za-z][0-9A-Za-z]/.exec(text) : null
  const bare = text.slice(match?.[0].length ?? 0).trim()
  return { text: bare, symbology: symbology ?? match?.[0] ?? '' }
}

function parseRetail(text: string, symbology: string): Result<ParsedBarcode, BarcodeRefusal> {
  const upcE = symbology === ']E0' && text.length === 8 ? expandUpcE(text) : undefined
  const gtin = gtinFromDigits(upcE ?? text)
  return gtin ? ok(gtinCode(gtin)) : err({ kind: 'gtin-check-digit', digits: text })
}

/** Without a retail symbology, digits are a GTIN when their check digit says so; typed ones must be. */
function parseDigits(text: string, symbology: string): Result<ParsedBarcode, BarcodeRefusal> {
  const digits = symbology === '' ? text.replace(/[ .]/g, '') : text
  const upcE = symbology === '' ? expandUpcE(digits) : undefined
  const gtin = gtinFromDigits(digits) ?? (upcE && gtinFromDigits(upcE))
  if (gtin) return ok(gtinCode(gtin))
  if (symbology === '' && /^(\d{8}|\d{12,14})$/.test(digits)) {
    return err({ kind: 'gtin-check-digit', digits })
  }
  return ok({ kind: 'plain', text: text.replaceAll(GROUP_SEPARATOR, ' ') })
}

function gtinCode(gtin: Gtin): ParsedBarcode {
  return { kind: 'gtin', gtin, restricted: isRestrictedGtin(gtin) }
}

function goodsCode(
  elements: Result<Elements, ElementRefusal>,
  today: LocalDate,
): Result<ParsedBarcode, BarcodeRefusal> {
  return elements.ok ? goodsCodeFromElements(elements.value, today) : elements
}

/** A wedge that does not say its symbology: a separator, the printed form, or a key that leads. */
function looksLikeElementString(text: string): boolean {
  return (
    /^\(\d{2,4}\)./.test(text) ||
    (text.includes(GROUP_SEPARATOR) && /^\u001d?\d\d/.test(text)) ||
    /^(01\d{14}\d|02\d{14}37\d|00\d{18}$|01\d{14}$)/.test(text)
  )
}

/** `(01)08938505974194(10)A` as printed under the bars; each value ends where the next identifier begins. */
function unbracket(text: string): string {
  if (!text.startsWith('(')) return text
  return text.replace(/\((\d{2,4})\)/g, `${GROUP_SEPARATOR}$1`).slice(1)
}

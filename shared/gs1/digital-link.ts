import { err, type Result } from '../result.ts'
import { findApplicationIdentifier, type ApplicationIdentifier } from './application-identifier.ts'
import { checkValue, joinElements, type ElementRefusal, type Elements } from './element-string.ts'

/** GS1 Digital Link URI syntax 1.5: what may follow each primary key in the path, in this order. */
const QUALIFIERS: Readonly<Record<string, readonly string[]>> = {
  '00': [],
  '01': ['22', '10', '21', '235'],
  '253': [],
  '255': [],
  '401': [],
  '402': [],
  '414': ['254', '7040'],
  '415': ['8020'],
  '417': ['7040'],
  '8003': [],
  '8004': ['7040'],
  '8006': ['22', '10', '21'],
  '8010': ['8011'],
  '8013': [],
  '8017': ['8019'],
  '8018': ['8019'],
}

/**
 * Reads `https://any.domain/any/path/01/<gtin>/10/<lot>?17=<date>`. Undefined when the address is no
 * Digital Link at all: a QR code on goods may as well lead to a shop.
 */
export function parseDigitalLink(text: string): Result<Elements, ElementRefusal> | undefined {
  const match = /^https?:\/\/[^/?#\s]+(\/[^?#\s]*)(?:\?([^#\s]*))?(?:#\S*)?$/i.exec(text)
  if (!match) return undefined
  const path = findPath(match[1]!.replace(/\/$/, '').split('/').slice(1))
  if (!path) return undefined

  const elements: [ApplicationIdentifier, string][] = []
  for (const [ai, encoded] of [...path, ...attributesOf(match[2] ?? '')]) {
    const identifier = findApplicationIdentifier(ai)
    if (identifier?.ai !== ai) return err({ kind: 'ai-unknown', at: ai })
    const value = decode(encoded)
    if (value === undefined) return err({ kind: 'value-characters', ai, value: encoded })
    const checked = checkValue(identifier, ai === '01' ? padGtin(value) : value)
    if (!checked.ok) return checked
    elements.push([identifier, checked.value])
  }
  return joinElements(elements)
}

/** The last place in the path from which key and qualifiers run to its end. */
function findPath(segments: readonly string[]): [string, string][] | undefined {
  for (let at = segments.length - 2; at >= 0; at -= 2) {
    const key = segments[at]!
    const qualifiers = QUALIFIERS[key]
    if (!qualifiers || !/^\d/.test(decode(segments[at + 1]!) ?? '')) continue
    const pairs = pairsFrom(segments.slice(at))
    const places = pairs.slice(1).map(([ai]) => qualifiers.indexOf(ai))
    if (places.every((place, i) => place >= 0 && place > (places[i - 1] ?? -1))) return pairs
  }
  return undefined
}

function pairsFrom(segments: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let at = 0; at < segments.length; at += 2) pairs.push([segments[at]!, segments[at + 1]!])
  return pairs
}

/** Only names made of digits are identifiers; the rest of the query belongs to the shop. */
function attributesOf(query: string): [string, string][] {
  return query
    .split(/[&;]/)
    .map((attribute) => attribute.split('=') as [string, string?])
    .filter(([name]) => /^\d{2,4}$/.test(name))
    .map(([name, value = '']) => [name, value])
}

function padGtin(digits: string): string {
  return /^(\d{8}|\d{12,13})$/.test(digits) ? digits.padStart(14, '0') : digits
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

import { err, ok, type Result } from '../result.ts'
import {
  findApplicationIdentifier,
  type ApplicationIdentifier,
  type ValuePart,
} from './application-identifier.ts'
import { CHECK_DIGIT_LINTS, DATE_LINTS, LINTS } from './lints.ts'

/** FNC1 as scanners and decoders hand it over. */
export const GROUP_SEPARATOR = '\u001d'

export type ElementRefusal =
  | { readonly kind: 'ai-unknown'; readonly at: string }
  | { readonly kind: 'value-length'; readonly ai: string; readonly value: string }
  | { readonly kind: 'value-characters'; readonly ai: string; readonly value: string }
  | { readonly kind: 'value-invalid'; readonly ai: string; readonly value: string }
  | { readonly kind: 'check-digit'; readonly ai: string; readonly value: string }
  | { readonly kind: 'date-impossible'; readonly ai: string; readonly value: string }
  | { readonly kind: 'pair-forbidden'; readonly ai: string; readonly otherAi: string }
  | { readonly kind: 'repeated-differs'; readonly ai: string }

export type Elements = ReadonlyMap<string, string>

/**
 * Reads a GS1 element string as the General Specifications and GS1's own syntax engine do: every
 * identifier of the table, not only those a warehouse uses, so that nothing is misread as another.
 * A separator after a value of predefined length is tolerated; a missing one is not guessed.
 */
export function parseElementString(text: string): Result<Elements, ElementRefusal> {
  const elements: [ApplicationIdentifier, string][] = []
  let rest = text.startsWith(GROUP_SEPARATOR) ? text.slice(1) : text
  if (rest === '') return err({ kind: 'ai-unknown', at: '' })
  while (rest !== '') {
    const identifier = findApplicationIdentifier(rest)
    if (!identifier) return err({ kind: 'ai-unknown', at: rest.slice(0, 20) })
    rest = rest.slice(identifier.ai.length)
    const separatorAt = rest.indexOf(GROUP_SEPARATOR)
    const available = separatorAt === -1 ? rest : rest.slice(0, separatorAt)
    const value = readValue(identifier, available)
    if (!value.ok) return value
    elements.push([identifier, value.value])
    rest = rest.slice(value.value.length)
    if (rest.startsWith(GROUP_SEPARATOR)) rest = rest.slice(1)
    else if (rest !== '' && !identifier.predefinedLength) {
      return err({ kind: 'value-length', ai: identifier.ai, value: available })
    }
  }
  return joinElements(elements)
}

/** One value that must be exactly what its identifier allows, as in the path of a Digital Link. */
export function checkValue(identifier: ApplicationIdentifier, value: string): Result<string, ElementRefusal> {
  const read = readValue(identifier, value)
  if (read.ok && read.value !== value) return err({ kind: 'value-length', ai: identifier.ai, value })
  return read
}

/** Equal repetitions are one element; identifiers that contradict each other are refused. */
export function joinElements(
  elements: readonly (readonly [ApplicationIdentifier, string])[],
): Result<Elements, ElementRefusal> {
  const valueByAi = new Map<string, string>()
  for (const [{ ai }, value] of elements) {
    if ((valueByAi.get(ai) ?? value) !== value) return err({ kind: 'repeated-differs', ai })
    valueByAi.set(ai, value)
  }
  for (const [{ ai, excludes }] of elements) {
    for (const otherAi of valueByAi.keys()) {
      if (otherAi !== ai && excludes.some((beginning) => otherAi.startsWith(beginning))) {
        return err({ kind: 'pair-forbidden', ai, otherAi })
      }
    }
  }
  return ok(valueByAi)
}

function readValue({ ai, parts }: ApplicationIdentifier, available: string): Result<string, ElementRefusal> {
  let at = 0
  for (const part of parts) {
    const text = available.slice(at, at + part.lengthMax)
    if (text === '' && part.optional) continue
    if (text.length < part.lengthMin) return err({ kind: 'value-length', ai, value: available })
    const trouble = troubleIn(part, text)
    if (trouble) return err({ kind: trouble, ai, value: available.slice(0, 90) })
    at += text.length
  }
  return ok(available.slice(0, at))
}

type ValueTrouble = 'value-characters' | 'check-digit' | 'date-impossible' | 'value-invalid'

function troubleIn(part: ValuePart, text: string): ValueTrouble | undefined {
  if (!CHARACTERS[part.characters].test(text)) return 'value-characters'
  const failed = part.lints.find((lint) => !LINTS[lint](text))
  if (!failed) return undefined
  if (CHECK_DIGIT_LINTS.has(failed)) return 'check-digit'
  return DATE_LINTS.has(failed) ? 'date-impossible' : 'value-invalid'
}

/** GS1 General Specifications 7.11: the character sets of element string values. */
const CHARACTERS = {
  N: /^\d+$/,
  X: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/,
  Y: /^[#\-/0-9A-Z]+$/,
  Z: /^[-0-9A-Z_a-z]+={0,2}$/,
} as const

import * as v from 'valibot'
import { CaseFileIdSchema } from '../case-file/case-file.ts'
import { HelpedSchema } from '../repeat/repeat-rule.ts'
import type { Household } from './person.ts'

export const MARK_KINDS = ['id', 'phone'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** Argon2id of a mark: as slow as a PIN's, with the server's mark key as secret, so that a list of all numbers is dear to try. */
export const MARK_COST = {
  memoryKib: 19_456,
  iterations: 2,
  parallelism: 1,
  hashBytes: 16,
} as const

/** 16 bytes in base64url. */
export const MarkIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{22}$/), v.brand('MarkId'))
export type MarkId = v.InferOutput<typeof MarkIdSchema>

/**
 * What a tablet knows of a case file, an ID number or a phone number: not the number, only what becomes of it under a slow keyed hash,
 * whose case files name it, and when goods of which group last went to each of them.
 */
export const MarkSchema = v.strictObject({
  id: MarkIdSchema,
  kind: v.picklist([...MARK_KINDS, 'case-file']),
  caseFileIds: v.array(CaseFileIdSchema),
  helped: v.array(HelpedSchema),
  /** How many these case files are once joined ones count as one; only where that is fewer. */
  households: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})
export type Mark = v.InferOutput<typeof MarkSchema>

/**
 * The digits that count, the same however they were typed: "+84 (0)912 345 678" and "912345678" are "0912345678". Undefined
 * for what is no whole number of its kind, since two households that both wrote "không có" have nothing in common.
 */
export function normaliseNumber(kind: MarkKind, value: string): string | undefined {
  const digits = value.replace(/\D/g, '')
  if (kind === 'id') return digits.length === 9 || digits.length === 12 ? digits : undefined
  const national = digits.replace(/^(00)?840?(?=\d{9,10}$)/, '0').replace(/^(?=[1-9]\d{8}$)/, '0')
  return /^0\d{9,10}$/.test(national) ? national : undefined
}

/** What is hashed for a number; undefined for a number that leaves no mark. */
export function markText(kind: MarkKind, value: string): string | undefined {
  const number = normaliseNumber(kind, value)
  return number === undefined ? undefined : `${kind}:${number}`
}

export interface NumberOfHousehold {
  readonly kind: MarkKind
  /** Normalised. */
  readonly number: string
}

/** Each number of a household that leaves a mark, once. */
export function numbersOf(household: Household): NumberOfHousehold[] {
  const numberByKey = new Map<string, NumberOfHousehold>()
  for (const { idNumber, phone } of household.persons) {
    for (const [kind, value] of [
      ['id', idNumber],
      ['phone', phone],
    ] as const) {
      const number = value === undefined ? undefined : normaliseNumber(kind, value)
      if (number !== undefined) numberByKey.set(`${kind}:${number}`, { kind, number })
    }
  }
  return [...numberByKey.values()]
}

import { createHmac } from 'node:crypto'
import type { CaseFileId } from '#shared/case-file/case-file'
import { fold } from '#shared/i18n/fold'
import { normaliseNumber } from '#shared/person/mark'
import type { Household } from '#shared/person/person'
import type { WriterDb } from '../database/writer-db.ts'
import { keyFor } from '../seal/key-for.ts'
import type { SealKeys } from '../seal/seal-keys.ts'

/** In what two households may be alike; `person` is a name with its birth year. */
export const LIKENESS_KINDS = ['id', 'phone', 'name', 'person', 'address', 'place'] as const
export type LikenessKind = (typeof LIKENESS_KINDS)[number]

export interface Likeness {
  readonly kind: LikenessKind
  readonly likeness: string
}

/**
 * Hashes with a key that is not in the database, fast since they never leave the server: they tell that two households
 * share a number, a similar name or a place without anybody opening either.
 */
export function likenessesOf(keys: Pick<SealKeys, 'sealKey'>, household: Household): Likeness[] {
  const key = keyFor(keys, 'kho4d-likeness')
  const found = new Map<string, Likeness>()
  const add = (kind: LikenessKind, text: string) => {
    const likeness = createHmac('sha256', key).update(`${kind}:${text}`).digest('base64url').slice(0, 22)
    found.set(likeness, { kind, likeness })
  }
  for (const { name, birthYear, idNumber, phone } of household.persons) {
    const id = idNumber && normaliseNumber('id', idNumber)
    const number = phone && normaliseNumber('phone', phone)
    if (id) add('id', id)
    if (number) add('phone', number)
    for (const similar of similarNames(name)) {
      add('name', similar)
      if (birthYear !== undefined) add('person', `${similar}|${birthYear}`)
    }
  }
  const address = fold(household.address.replace(/[^\p{L}\p{N}]+/gu, ' '))
  if (address.length >= 6) add('address', address)
  const { place } = household
  // About a hundred metres, and only where it was measured as closely.
  if (place && place.accuracyM <= 100) add('place', `${place.lat.toFixed(3)},${place.lon.toFixed(3)}`)
  return [...found.values()]
}

/**
 * The name as it sounds, and without its family or one middle name: two names that share one of these may be the same
 * person's, written down by two people.
 */
export function similarNames(name: string): string[] {
  const written = fold(name.replace(/[^\p{L}\p{M}\s]+/gu, ' '))
    .split(' ')
    .filter((word) => word !== '')
  const titles = written.findIndex((word) => !TITLES.has(word))
  const words = written.slice(titles).map(soundOf)
  if (words.length < 2) return []
  const shorter = words.length > 2 ? words.slice(0, -1).map((_, i) => words.toSpliced(i, 1).join(' ')) : []
  return [...new Set([words.join(' '), ...shorter])]
}

/** In front alone: further back "Anh" and "Chi" are names. */
const TITLES = new Set(['ong', 'ba', 'cu', 'anh', 'chi', 'em', 'co', 'chu', 'bac', 'be', 'gia', 'ho'])

/** Spellings that are confused by ear, from north to south. */
function soundOf(word: string): string {
  return word
    .replace(/^tr/, 'ch')
    .replace(/^(gi|r)(?=[aeiouy])/, 'd')
    .replace(/^s/, 'x')
    .replace(/^[kq]/, 'c')
    .replaceAll('y', 'i')
}

export function setLikenesses(db: WriterDb, caseFileId: CaseFileId, likenesses: readonly Likeness[]): void {
  db.prepare(`DELETE FROM "likeness" WHERE "caseFileId" = ?`).run(caseFileId)
  const insert = db.prepare(`INSERT OR IGNORE INTO "likeness" VALUES (?, ?, ?)`)
  for (const { kind, likeness } of likenesses) insert.run(likeness, caseFileId, kind)
}

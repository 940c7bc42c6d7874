import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import type { MarkKeeper } from '../person/mark-keeper.ts'
import type { Persons } from '../person/persons.ts'
import type { PreChecker } from '../request/pre-checker.ts'
import type { SealKeys } from '../seal/seal-keys.ts'

/** What the desk's routes are made of. */
export interface DeskDeps {
  readonly reader: Reader
  readonly writer: Writer
  readonly keys: SealKeys
  readonly persons: Persons
  readonly markKeeper: Pick<MarkKeeper, 'look'>
  readonly preChecker: Pick<PreChecker, 'look'>
  readonly now: () => Instant
  /** A new id nobody has; random. */
  readonly newId: () => string
  /** How people reach this server from outside, where somebody said so. */
  readonly publicUrl: string | undefined
}

import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'

/** What the desk's routes are made of. */
export interface DeskDeps {
  readonly reader: Reader
  readonly writer: Writer
  readonly now: () => Instant
  /** A new id nobody has; random. */
  readonly newId: () => string
}

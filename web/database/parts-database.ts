import Dexie, { type Table } from 'dexie'
import type { PartHash, PartHeader } from '#shared/part/part'
import type { StaffId } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'
import type { RefusedReason } from './ledger-rows.ts'

/**
 * What is known of a part on this device. `held`: the record it belongs to is still open, so it may be taken out again.
 * `unsent`: waits for the server. `refused`: the server could not take it. `dropped`: a person decided that it goes.
 */
export interface PartRow extends PartHeader {
  readonly hash: PartHash
  readonly state: 'held' | 'unsent' | 'refused' | 'dropped'
  readonly refused?: RefusedReason
  readonly dropped?: { readonly reason: string; readonly staffId: StaffId; readonly at: Instant }
}

/** Sealed to the server: this device cannot open them again. Apart from the rows, so that counting does not read pictures. */
export interface PartBytesRow {
  readonly hash: PartHash
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A part that was on this device's disk and is there no more, unsent. */
export interface LostPartRow {
  readonly hash: PartHash
}

/** A store of its own: pictures are large, and nothing that happens to them may touch the ledger. */
export class PartsDatabase extends Dexie {
  parts!: Table<PartRow, string>
  bytes!: Table<PartBytesRow, string>
  lost!: Table<LostPartRow, string>
  /** Told of each part that may be sent: the sender listens. */
  readonly kept = new Set<() => void>()

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.version(1).stores({ parts: 'hash, state, subjectId', bytes: 'hash', lost: 'hash' })
  }
}

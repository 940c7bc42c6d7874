import type { Fact } from '#shared/sync/fact'
import type { Draft, DraftLine, LinesChange } from '../draft/draft.ts'
import type { DeviceIdentity, QuarantineRow } from './ledger-rows.ts'

/** Everything that is only on this tablet, as of exactly these two counters. */
export interface JournalBase {
  readonly kind: 'base'
  readonly deviceSeq: number
  readonly draftChange: number
  readonly unsent: readonly Fact[]
  readonly quarantine: readonly QuarantineRow[]
  readonly drafts: readonly Draft[]
  readonly lines: readonly DraftLine[]
}

/** One change of a draft, numbered over all drafts and tabs of the tablet. */
export type DraftChange =
  | { readonly kind: 'draft'; readonly change: number; readonly draft: Draft }
  | { readonly kind: 'line'; readonly change: number; readonly line: DraftLine }
  /** One entry, so that no half of it is ever read back; with the header where that changed as well. */
  | ({ readonly kind: 'lines'; readonly change: number; readonly draft?: Draft } & Pick<
      LinesChange,
      'put' | 'drop'
    >)
  | { readonly kind: 'line-removed'; readonly change: number; readonly lineId: string }
  | { readonly kind: 'draft-closed'; readonly change: number; readonly draftId: string }

export type JournalEntry = JournalBase | DraftChange | { readonly kind: 'fact'; readonly fact: Fact }

export interface JournalContent {
  readonly entries: readonly JournalEntry[]
  readonly identity?: DeviceIdentity
}

/** What the page asks of the journal's worker; each is answered once, in order. */
export type JournalRequest =
  | { readonly kind: 'open' }
  | { readonly kind: 'append'; readonly entries: readonly JournalEntry[] }
  | { readonly kind: 'replace'; readonly base: JournalBase }
  | { readonly kind: 'write-identity'; readonly identity: DeviceIdentity | undefined }
export type JournalAnswer =
  | { readonly kind: 'done'; readonly content?: JournalContent }
  | { readonly kind: 'failed'; readonly reason: string }

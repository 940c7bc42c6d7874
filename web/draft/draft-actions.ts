import type { DraftRefusal } from './draft-change-store.ts'
import type { Draft, DraftLine, LinesChange } from './draft.ts'

export interface DraftInHand<D extends Draft> {
  readonly state: 'loading' | 'none' | 'open'
  readonly draft: D | undefined
  readonly lines: readonly DraftLine[]
  /** True when everything typed and scanned so far is on disk. */
  readonly saved: boolean
  readonly refusal: DraftRefusal | undefined
  readonly actions: DraftActions<D>
}

export interface DraftActions<D extends Draft> {
  /**
   * Changes the header, as it is shown and then as it is on disk; each answers once it is there. With `draftId` in that
   * draft alone: what comes too late for it opens no other.
   */
  readonly change: (edit: (draft: D) => D, draftId?: string) => Promise<boolean>
  readonly type: (name: string, value: string) => Promise<boolean>
  readonly putLine: (line: DraftLine) => Promise<boolean>
  /** Changes several lines as one. */
  readonly changeLines: (draftId: string, change: LinesChange) => Promise<boolean>
  /** Changes a line as it is on disk, in turn: two quick presses of + are two more. */
  readonly editLine: (lineId: string, edit: (line: DraftLine) => DraftLine) => Promise<boolean>
  /** The line goes, and lies in `typed` for whoever wants it back. */
  readonly removeLine: (lineId: string) => Promise<boolean>
  readonly takeBack: () => Promise<boolean>
  /** One after the other, in all windows, so that two quick scans of one code never count as one. */
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** What is on disk and typed at this moment, for work in turn; opens the draft with the first thing that is done. */
  readonly read: () => Promise<OpenDraft<D> | undefined>
  /** The same, and opens nothing: undefined once it was closed, here or in another window. */
  readonly find: () => Promise<OpenDraft<D> | undefined>
}

export interface OpenDraft<D extends Draft> {
  readonly draft: D
  readonly lines: readonly DraftLine[]
}

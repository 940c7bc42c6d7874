import type { Fact } from '#shared/sync/fact'
import type { Draft, DraftLine } from '../draft/draft.ts'
import type { DraftChange, JournalBase, JournalEntry } from './journal-entry.ts'
import type { QuarantineRow } from './ledger-rows.ts'

export interface Counters {
  readonly deviceSeq: number
  readonly draftChange: number
}

/** What the journal has and the database lost. Undefined members mean that the database lost none of that kind. */
export interface Restore {
  readonly counters: Counters
  readonly facts: readonly Fact[]
  readonly quarantine: readonly QuarantineRow[]
  readonly drafts?: { readonly drafts: readonly Draft[]; readonly lines: readonly DraftLine[] }
}

/**
 * A counter is stored in the same transaction as what it counts: whatever has a higher number than the database's
 * counter was lost, whatever has a lower one was there and has since been dealt with. The newest base says the same
 * about the journals of other tabs.
 */
export function planRestore(
  entries: readonly JournalEntry[],
  has: Counters,
  open: { readonly drafts: readonly Draft[]; readonly lines: readonly DraftLine[] },
): Restore | undefined {
  const base = newestBase(entries)
  const baseIsLost = base.deviceSeq > has.deviceSeq
  const factFrom = Math.max(base.deviceSeq, has.deviceSeq)
  const factById = new Map<string, Fact>()
  const candidates = [
    ...(baseIsLost ? base.unsent.filter(({ deviceSeq }) => deviceSeq > has.deviceSeq) : []),
    ...entries
      .flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : []))
      .filter(({ deviceSeq }) => deviceSeq > factFrom),
  ]
  for (const fact of candidates) factById.set(fact.id, fact)
  const facts = [...factById.values()].sort((a, b) => a.deviceSeq - b.deviceSeq)
  const quarantine = base.quarantine.filter(({ deviceSeq }) => deviceSeq > has.deviceSeq)

  const draftBase = base.draftChange > has.draftChange ? base : undefined
  const changeFrom = Math.max(base.draftChange, has.draftChange)
  const changes = entries.filter(isDraftChange).filter(({ change }) => change > changeFrom)
  const drafts = draftBase || changes.length > 0 ? replay(draftBase ?? open, changes) : undefined

  const counters = {
    deviceSeq: Math.max(factFrom, ...facts.map(({ deviceSeq }) => deviceSeq)),
    draftChange: Math.max(changeFrom, ...changes.map(({ change }) => change)),
  }
  const nothingLost =
    counters.deviceSeq === has.deviceSeq && counters.draftChange === has.draftChange && !drafts
  return nothingLost ? undefined : { counters, facts, quarantine, ...(drafts && { drafts }) }
}

const NOTHING: JournalBase = {
  kind: 'base',
  deviceSeq: 0,
  draftChange: 0,
  unsent: [],
  quarantine: [],
  drafts: [],
  lines: [],
}

/** Bases were each read in one transaction from counters that only grow, so one of them is the newest in both. */
function newestBase(entries: readonly JournalEntry[]): JournalBase {
  let newest = NOTHING
  for (const entry of entries) {
    if (entry.kind !== 'base') continue
    if (entry.deviceSeq + entry.draftChange >= newest.deviceSeq + newest.draftChange) newest = entry
  }
  return newest
}

function isDraftChange(entry: JournalEntry): entry is DraftChange {
  return entry.kind !== 'base' && entry.kind !== 'fact'
}

function replay(
  from: { readonly drafts: readonly Draft[]; readonly lines: readonly DraftLine[] },
  changes: readonly DraftChange[],
): { readonly drafts: readonly Draft[]; readonly lines: readonly DraftLine[] } {
  const draftById = new Map(from.drafts.map((draft) => [draft.id, draft]))
  const lineById = new Map(from.lines.map((line) => [line.id, line]))
  for (const change of [...changes].sort((a, b) => a.change - b.change)) {
    switch (change.kind) {
      case 'draft':
        draftById.set(change.draft.id, change.draft)
        break
      case 'line':
        lineById.set(change.line.id, change.line)
        break
      case 'lines':
        for (const line of change.put) lineById.set(line.id, line)
        for (const lineId of change.drop) lineById.delete(lineId)
        if (change.draft) draftById.set(change.draft.id, change.draft)
        break
      case 'line-removed':
        lineById.delete(change.lineId)
        break
      case 'draft-closed':
        draftById.delete(change.draftId)
        break
    }
  }
  const lines = [...lineById.values()].filter(({ draftId }) => draftById.has(draftId))
  return { drafts: [...draftById.values()], lines }
}

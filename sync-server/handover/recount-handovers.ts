import type { Finding } from '#shared/finding/finding'
import type { Handover } from '#shared/handover/handover'
import { judgeCorrections, judgeHandover, judgeTwice } from '#shared/handover/judge-handover'
import { transitLocation } from '#shared/location/location'
import type { WriterDb } from '../database/writer-db.ts'
import { HANDOVER_FACTS, handoverOf, type HandoverFactKind } from './collect-handover.ts'
import { handoverRow, knownHandover, standing } from './write-handovers.ts'

interface StoredFact {
  readonly seq: number
  readonly kind: HandoverFactKind
  readonly body: string
}

const KINDS = HANDOVER_FACTS.map((kind) => `'${kind}'`).join(', ')

/** The handovers and what is to be found of them, from nothing but the log. */
export function recountHandovers(db: WriterDb) {
  const facts = db
    .prepare(`SELECT "seq", "kind", "body" FROM "fact" WHERE "kind" IN (${KINDS}) ORDER BY "seq"`)
    .all() as StoredFact[]
  const notes = facts.filter(({ kind }) => kind !== 'handover')
  const notesById = Map.groupBy(notes, idOf)
  const known = facts
    .filter(({ kind }) => kind === 'handover')
    .map(({ seq, body }) => {
      const handover = JSON.parse(body) as Handover
      return knownHandover(seq, handover, notesById.get(handover.id) ?? [])
    })

  const findings: { readonly finding: Finding; readonly occurredAt: string }[] = []
  const twice = new Set<string>()
  for (const { handover, corrections } of known) {
    for (const finding of judgeHandover(handover)) {
      findings.push({ finding, occurredAt: handover.occurredAt })
    }
    for (const { finding, correction } of judgeCorrections(handover, corrections)) {
      findings.push({ finding, occurredAt: correction.occurredAt })
    }
  }
  for (const [consignmentId, own] of Map.groupBy(known, ({ handover }) => handover.consignmentId)) {
    const finding = judgeTwice(own.map(standing))
    if (!finding) continue
    twice.add(transitLocation(consignmentId))
    const second = own.find(({ handover }) => handover.id === finding.handoverId)!
    findings.push({ finding, occurredAt: second.handover.occurredAt })
  }
  return {
    rows: known.map(handoverRow),
    notes: notes.map((note) => [idOf(note), note.seq]),
    findings,
    /** Where goods are below nothing for that reason alone. */
    twice,
  }
}

function idOf({ kind, body }: StoredFact): string {
  return handoverOf({ factKind: kind, body })
}

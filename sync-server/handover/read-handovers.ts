import type { CaseFileId } from '#shared/case-file/case-file'
import type { HandoverRow } from '#shared/desk/desk-handover-wire'
import type { Handover } from '#shared/handover/handover'
import { PIECES } from '#shared/item/quantity'
import type { PartHash } from '#shared/part/part'
import type { Reader } from '../database/open-reader.ts'
import { readBody } from '../document/read-document.ts'
import { createFindingNames } from '../finding/finding-names.ts'
import { knownHandover, type KnownHandover } from './write-handovers.ts'

const HANDOVERS_MAX = 200

/** As each stands after its confirmations and corrections, the newest first. */
export function readHandovers(reader: Reader, caseFileId: CaseFileId): HandoverRow[] {
  return reader.atOneMoment(() => {
    const rows = reader.all(
      reader.query
        .selectFrom('handover')
        .innerJoin('fact', 'fact.seq', 'handover.seq')
        .select(['handover.id', 'handover.seq', 'fact.body', 'fact.deviceId'])
        .where('handover.caseFileId', '=', caseFileId)
        .orderBy('handover.occurredAt', 'desc')
        .limit(HANDOVERS_MAX),
    )
    const kindByHash = readPartKinds(reader, caseFileId)
    return rows.map(({ id, seq, body, deviceId }) => {
      const known = knownHandover(seq, JSON.parse(body) as Handover, readNotes(reader, id))
      return describe(reader, known, { deviceId, kindByHash })
    })
  })
}

function readNotes(reader: Reader, handoverId: string) {
  return reader.all(
    reader.query
      .selectFrom('handoverNote')
      .innerJoin('fact', 'fact.seq', 'handoverNote.seq')
      .select(['fact.kind', 'fact.body'])
      .where('handoverId', '=', handoverId),
  )
}

/** Of what was erased there is nothing to show, and nothing to wait for. */
type PartKinds = ReadonlyMap<string, HandoverRow['parts'][number]['kind'] | 'erased'>

function readPartKinds(reader: Reader, caseFileId: CaseFileId): PartKinds {
  const parts = reader.all(
    reader.query
      .selectFrom('part')
      .select(['hash', 'kind', 'erasedAt'])
      .where('caseFileId', '=', caseFileId)
      .where('refusal', 'is', null),
  )
  return new Map(parts.map(({ hash, kind, erasedAt }) => [hash, erasedAt === null ? kind : 'erased']))
}

function describe(
  reader: Reader,
  { handover, state }: KnownHandover,
  { deviceId, kindByHash }: { readonly deviceId: string; readonly kindByHash: PartKinds },
): HandoverRow {
  const names = createFindingNames(reader, 'vi')
  const { id, consignmentId, occurredAt, staffId, recipient, identity, identityMatched } = handover
  const added = state.confirmations.flatMap(({ partHash }) => partHash ?? [])
  const hashes = [...new Set([...handover.parts, ...added])] as PartHash[]
  return {
    id,
    consignmentId,
    occurredAt,
    recipient,
    identity,
    identityMatched,
    staffName: names.staff(staffId),
    deviceName: names.device(deviceId),
    tripCode:
      handover.tripId === undefined ? null : (readBody(reader, 'trips', handover.tripId)?.code ?? null),
    outcome: state.outcome,
    complete: state.missing.length === 0,
    completeAt: state.completeAt ?? null,
    withoutPin: handover.withoutPin ?? false,
    corrected: state.corrected !== undefined,
    lines: state.lines.map(({ itemId, lotId, delivered, left, reason = null }) => {
      const { unit, baseUnit } = readBody(reader, 'items', itemId) ?? PIECES
      return { lotId, itemName: names.item(itemId), unit, baseUnit, delivered, left, reason }
    }),
    confirmations: state.confirmations.map(({ kind, at, staffId }) => ({
      kind,
      at,
      staffName: staffId === undefined ? null : names.staff(staffId),
    })),
    missing: [...state.missing],
    parts: hashes.flatMap((hash) => {
      const kind = kindByHash.get(hash) ?? null
      return kind === 'erased' ? [] : [{ hash, kind }]
    }),
  }
}

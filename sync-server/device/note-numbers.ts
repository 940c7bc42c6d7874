import type { WriterDb } from '../database/writer-db.ts'
import { closeFinding } from '../finding/close-finding.ts'
import { openFinding } from '../finding/open-finding.ts'

/** Both ends included. */
export interface NumberRange {
  readonly fromSeq: number
  readonly toSeq: number
}

/** Notes which of a device's numbers have arrived. Each hole is a finding that closes when it is filled. */
export function noteNumbers(
  db: WriterDb,
  {
    deviceId,
    deviceSeqs,
    at,
  }: { readonly deviceId: string; readonly deviceSeqs: readonly number[]; readonly at: string },
): void {
  const before = db
    .prepare(`SELECT "fromSeq", "toSeq" FROM "deviceNumber" WHERE "deviceId" = ? ORDER BY "fromSeq"`)
    .all(deviceId) as NumberRange[]
  const after = addNumbers(before, deviceSeqs)
  const remove = db.prepare(`DELETE FROM "deviceNumber" WHERE "deviceId" = ? AND "fromSeq" = ?`)
  const put = db.prepare(`INSERT OR REPLACE INTO "deviceNumber" VALUES (?, ?, ?)`)
  const toSeqAfter = new Map(after.map(({ fromSeq, toSeq }) => [fromSeq, toSeq]))
  const toSeqBefore = new Map(before.map(({ fromSeq, toSeq }) => [fromSeq, toSeq]))
  for (const { fromSeq } of before) if (!toSeqAfter.has(fromSeq)) remove.run(deviceId, fromSeq)
  for (const { fromSeq, toSeq } of after) {
    if (toSeqBefore.get(fromSeq) !== toSeq) put.run(deviceId, fromSeq, toSeq)
  }
  judgeHoles(db, deviceId, holesOf(before), holesOf(after), at)
}

export function addNumbers(ranges: readonly NumberRange[], numbers: readonly number[]): NumberRange[] {
  const single = numbers.map((number) => ({ fromSeq: number, toSeq: number }))
  const sorted = [...ranges, ...single].sort((a, b) => a.fromSeq - b.fromSeq)
  const merged: NumberRange[] = []
  for (const range of sorted) {
    const last = merged.at(-1)
    if (last && range.fromSeq <= last.toSeq + 1) {
      merged[merged.length - 1] = { fromSeq: last.fromSeq, toSeq: Math.max(last.toSeq, range.toSeq) }
    } else merged.push(range)
  }
  return merged
}

/** Numbers start at 1, so what lies before the first range is a hole too. */
export function holesOf(ranges: readonly NumberRange[]): NumberRange[] {
  const holes: NumberRange[] = []
  let next = 1
  for (const { fromSeq, toSeq } of ranges) {
    if (fromSeq > next) holes.push({ fromSeq: next, toSeq: fromSeq - 1 })
    next = toSeq + 1
  }
  return holes
}

function judgeHoles(
  db: WriterDb,
  deviceId: string,
  before: readonly NumberRange[],
  after: readonly NumberRange[],
  at: string,
): void {
  const toSeqAfter = new Map(after.map(({ fromSeq, toSeq }) => [fromSeq, toSeq]))
  const toSeqBefore = new Map(before.map(({ fromSeq, toSeq }) => [fromSeq, toSeq]))
  for (const { fromSeq } of before) {
    if (!toSeqAfter.has(fromSeq)) closeFinding(db, `missing-numbers|${deviceId}|${fromSeq}`, at)
  }
  for (const { fromSeq, toSeq } of after) {
    if (toSeqBefore.get(fromSeq) === toSeq) continue
    openFinding(db, { kind: 'missing-numbers', deviceId, fromSeq, toSeq }, { at })
  }
}

import { PART_CHUNK_BYTES_MAX, PART_HEADER, PARTS_WAITING_HEADER, type PartHeader } from '#shared/part/part'
import { sentenceForPart } from '#shared/part/part-refusal'
import { PartAnswerSchema, type PartAnswer } from '#shared/part/part-wire'
import { err, ok, type Result } from '#shared/result'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { PartRow } from '../database/parts-database.ts'
import { hashBytes } from '../part/hash-bytes.ts'
import {
  countWaitingParts,
  nextUnsentPart,
  readPartBytes,
  removePart,
  setPartAside,
} from '../part/part-store.ts'
import { readAnswer, type ContactFailure, type ServerClient } from './server-client.ts'

const CHUNK_BYTES_MIN = 32_768
/** As often may the server say that it has no more than before; then it is left in peace for a while. */
const STANDSTILLS_MAX = 3

/** How the line is: kept from one attempt to the next. */
export interface PartPace {
  /** Smaller on a line that breaks, so that something gets through whole. */
  chunkBytes: number
  /** Parts that broke off: the server is asked how far it is. */
  readonly begun: Set<string>
  /** Pieces that got through. */
  pieces: number
}

export function createPartPace(): PartPace {
  return { chunkBytes: PART_CHUNK_BYTES_MAX, begun: new Set(), pieces: 0 }
}

/** Sends one part after the other until none is left or the server cannot be reached. Sending twice counts once. */
export async function sendParts(
  db: LedgerDatabase,
  server: ServerClient,
  pace: PartPace,
): Promise<Result<void, ContactFailure>> {
  for (;;) {
    const part = await nextUnsentPart(db)
    if (!part) return ok(undefined)
    const sent = await sendPart(db, server, part, pace)
    if (!sent.ok) {
      pace.chunkBytes = Math.max(CHUNK_BYTES_MIN, pace.chunkBytes >> 1)
      if (sent.error.kind !== 'refused') return sent
      await setPartAside(db, part.hash, sent.error.reason)
    }
  }
}

async function sendPart(
  db: LedgerDatabase,
  server: ServerClient,
  part: PartRow,
  pace: PartPace,
): Promise<Result<void, ContactFailure>> {
  const { hash } = part
  const bytes = await readPartBytes(db, hash)
  if (!bytes || (await hashBytes(bytes)) !== hash) {
    const damaged = { kind: 'damaged' } as const
    await setPartAside(db, hash, { ...damaged, message: sentenceForPart(damaged) })
    return ok(undefined)
  }
  const path = `/api/sync/parts/${hash}`
  let answer: Result<PartAnswer, ContactFailure> | undefined
  let received = 0
  let standstills = 0
  // Mostly nothing of it has been sent: not asking first spares a request, and costs a piece sent twice where it has.
  if (pace.begun.has(hash)) answer = await ask(server.get(path))
  pace.begun.add(hash)
  for (;;) {
    if (answer) {
      if (!answer.ok) return answer
      await db.step('part: answered')
      if (answer.value.state === 'taken') {
        await removePart(db, hash)
        pace.begun.delete(hash)
        await db.step('part: removed')
        return ok(undefined)
      }
      if (answer.value.state === 'refused') {
        return err({ kind: 'refused', reason: answer.value.refused ?? UNSAID })
      }
      if (answer.value.received <= received && ++standstills > STANDSTILLS_MAX)
        return err({ kind: 'failing' })
      received = Math.min(answer.value.received, bytes.length)
    }
    const chunk = bytes.slice(received, received + pace.chunkBytes)
    const others = Math.max(0, (await countWaitingParts(db)) - 1)
    const headers = { [PART_HEADER]: headerOf(part), [PARTS_WAITING_HEADER]: String(others) }
    answer = await ask(server.put(`${path}?offset=${received}`, chunk, headers))
    if (!answer.ok) continue
    pace.pieces++
    pace.chunkBytes = Math.min(PART_CHUNK_BYTES_MAX, pace.chunkBytes * 2)
  }
}

async function ask(sending: ReturnType<ServerClient['get']>): Promise<Result<PartAnswer, ContactFailure>> {
  const sent = await sending
  return sent.ok ? readAnswer(sent.value, PartAnswerSchema) : sent
}

function headerOf({ kind, subjectId, caseFileId, size, keptAt }: PartRow): string {
  return JSON.stringify({ kind, subjectId, caseFileId, size, keptAt } satisfies PartHeader)
}

const UNSAID = { kind: 'not-read', message: sentenceForPart({ kind: 'not-read' }) }

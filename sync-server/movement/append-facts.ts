import { foreignLine } from '#shared/movement/movement-places'
import type { Movement } from '#shared/movement/movement'
import { firstDifference } from '#shared/sync/first-difference'
import type { Survey } from '#shared/survey/survey'
import type { FactRefusal } from '#shared/sync/refusal'
import type { WriterDb } from '../database/writer-db.ts'
import { learnDocument } from '../document/learn-document.ts'
import { collectHandover, isOfHandover } from '../handover/collect-handover.ts'
import { appendMovement } from './append-movement.ts'
import {
  addFact,
  createAppend,
  finishAppend,
  gather,
  writeGathered,
  writeLog,
  type Append,
  type AppendRequest,
} from './append.ts'
import type { AppendedFact, IncomingFact, ReadableFact } from './incoming-fact.ts'
import { takeSurvey } from '../survey/take-survey.ts'
import { keepRefused } from './keep-refused.ts'
import { writeLogRows } from './log-rows.ts'

export interface AppendAnswer {
  /** One of each fact, in the order of the push. */
  readonly results: readonly AppendedFact[]
  readonly head: number
}

/**
 * Takes the facts of pushes that share a commit: each once, each with the next number, and all that follows from it
 * in the same transaction. Nothing is refused because it contradicts another fact; that becomes a finding.
 */
export function appendPushes(db: WriterDb, requests: readonly AppendRequest[]): AppendAnswer[] {
  const gathered = gather(db, requests)
  const answers = requests.map((request) => {
    const append = createAppend(gathered, request)
    const results = request.facts.map((fact) => appendFact(append, fact))
    finishAppend(append)
    return { results, head: gathered.seq }
  })
  const at = requests.reduce((newest, { receivedAt }) => (receivedAt > newest ? receivedAt : newest), '')
  writeGathered(gathered, at)
  return answers
}

export function appendFacts(db: WriterDb, request: AppendRequest): AppendAnswer {
  return appendPushes(db, [request])[0]!
}

function appendFact(append: Append, fact: IncomingFact): AppendedFact {
  if (fact.kind === 'refused') return refuse(append, fact.refusal, fact.raw)
  const movement = fact.factKind === 'movement' ? (JSON.parse(fact.body) as Movement) : undefined
  const known = findKnown(append, fact, movement)
  if (known) return known.refusal ? refuse(append, known.refusal, rawOf(fact)) : known.seq

  if (movement) {
    const line = foreignLine(movement, append.gathered.shelfOwners)
    if (line !== undefined) return refuse(append, { kind: 'other-warehouse', line }, rawOf(fact))
    return appendMovement(append, fact, movement)
  }
  const seq = addFact(append, fact)
  if (isOfHandover(fact.factKind)) collectHandover(append.gathered, seq, fact)
  else if (fact.factKind === 'survey') {
    // What it tells is asked of all that left for the case file, also in this very commit.
    writeLog(append.gathered)
    takeSurvey(append.gathered.db, JSON.parse(fact.body) as Survey, append.receivedAt)
  } else learnDocument(append.gathered.db, fact, { deviceId: append.device.deviceId, at: append.receivedAt })
  return seq
}

interface StoredFact {
  readonly seq: number
  readonly deviceId: string
  readonly deviceSeq: number
  readonly kind: string
  readonly recordedAt: string
  readonly body: string
}

/**
 * The same id with the same content is the same fact, answered with the same number. A movement's own id counts as
 * well: if a device lost its outbox and numbered a movement anew, its goods have still moved only once.
 */
function findKnown(
  append: Append,
  fact: ReadableFact,
  movement: Movement | undefined,
): { readonly seq: number; readonly refusal?: FactRefusal } | undefined {
  const { db, known, statements, rows } = append.gathered
  const isKnown = known.facts.has(fact.id)
  if (!isKnown && !(movement && known.movements.has(movement.id))) return undefined

  // The first of two may be in this very commit.
  writeLogRows(db, rows)
  if (isKnown) {
    const { seq, body, ...head } = statements.byId.get(fact.id) as StoredFact
    const { deviceSeq, factKind: kind, recordedAt } = fact
    const field = firstDifference(
      { ...head, body: JSON.parse(body) },
      { deviceId: append.device.deviceId, deviceSeq, kind, recordedAt, body: JSON.parse(fact.body) },
    )
    return { seq, ...(field !== undefined && { refusal: { kind: 'id-reused', field } }) }
  }
  const twin = statements.byMovementId.get(movement?.id, movement?.id) as Pick<StoredFact, 'seq' | 'body'>
  const field = firstDifference({ body: JSON.parse(twin.body) }, { body: movement })
  return { seq: twin.seq, ...(field !== undefined && { refusal: { kind: 'id-reused', field } }) }
}

function refuse({ gathered, device, receivedAt }: Append, refusal: FactRefusal, raw: string): FactRefusal {
  keepRefused(gathered.db, { deviceId: device.deviceId, receivedAt, raw, refusal })
  return refusal
}

function rawOf({ id, deviceSeq, factKind, recordedAt, body }: ReadableFact): string {
  return JSON.stringify({ id, deviceSeq, kind: factKind, recordedAt, body: JSON.parse(body) })
}

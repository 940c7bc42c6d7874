import fc from 'fast-check'
import { CONFIRMATION_KINDS, IDENTITIES, outcomeOf } from '#shared/handover/handover'
import type { Movement } from '#shared/movement/movement'
import type { Fact } from '#shared/sync/fact'
import { instantFromMs } from '#shared/time/time'
import { HANDOVER_FACTS, isOfHandover } from '../../sync-server/handover/collect-handover.ts'

/** A device of the histories below: two of one warehouse, one of another. */
const DEVICES = [
  { deviceId: 'd1', warehouseId: 'w1', shelves: ['shelf:w1.1', 'shelf:w1.2', 'shelf:w1.unknown'] },
  { deviceId: 'd2', warehouseId: 'w1', shelves: ['shelf:w1.1', 'shelf:w1.2'] },
  { deviceId: 'd3', warehouseId: 'w2', shelves: ['shelf:w2.1'] },
] as const
export const KNOWN_SHELVES = ['shelf:w1.1', 'shelf:w1.2', 'shelf:w2.1']
const ALL_SHELVES = DEVICES.flatMap(({ shelves }) => shelves)
const LOTS = [
  'item:rice~A1~2026-11-20~',
  'item:rice~~~',
  'item:milk~B~2026-11-22~',
  'item:soap~~~2027-01-01',
] as const
export const CASE_FILES = ['case-1', 'case-2', 'case-unknown']
const CONSIGNMENTS = ['con-1', 'con-2', 'con-3']
const START_MS = Date.parse('2026-11-20T00:00:00.000Z')

/** Who recorded it, and the fact. */
export interface RecordedFact {
  readonly deviceId: string
  readonly warehouseId: string
  readonly fact: Fact
}
export type Push = readonly RecordedFact[]

const quantity = fc.integer({ min: 1, max: 30 })
const lot = fc.constantFrom(...LOTS)
const minute = fc.integer({ min: 0, max: 3 * 24 * 60 })

/** One to forty facts of three devices: right in form, otherwise anything, so that findings come up. */
export const arbitraryHistory: fc.Arbitrary<readonly RecordedFact[]> = fc
  .array(
    fc.record({
      device: fc.constantFrom(...DEVICES),
      what: fc.oneof(
        { weight: 9, arbitrary: arbitraryMove() },
        { weight: 1, arbitrary: arbitraryLearned() },
        { weight: 3, arbitrary: arbitraryReversal() },
        { weight: 3, arbitrary: arbitraryHandover() },
      ),
      minute,
      id: fc.uuid({ version: 7 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((drafts) => {
    const seqByDevice = new Map<string, number>()
    const facts = drafts.map(({ device, what, minute, id }, index) => {
      const { deviceId, warehouseId } = device
      const deviceSeq = (seqByDevice.get(deviceId) ?? 0) + 1
      seqByDevice.set(deviceId, deviceSeq)
      const at = instantFromMs(START_MS + minute * 60_000)
      const factId = `${String(index).padStart(8, '0')}${id.slice(8)}`
      const { kind, body } = what(device, at, `${String(index).padStart(8, 'f')}${id.slice(8)}`)
      return { deviceId, warehouseId, fact: { id: factId, deviceSeq, recordedAt: at, kind, body } as Fact }
    })
    return facts.map((recorded) => aimReversal(recorded, facts)).map(nameAsFact)
  })

type Draft = (
  device: (typeof DEVICES)[number],
  at: string,
  movementId: string,
) => { readonly kind: Fact['kind']; readonly body: unknown }

function arbitraryMove(): fc.Arbitrary<Draft> {
  return fc
    .record({
      kind: fc.constantFrom<Movement['kind']>(
        'intake',
        'intake',
        'dispatch',
        'transfer',
        'delivery',
        'give-back',
        'disposal',
        'adjustment',
        'reversal',
      ),
      lines: fc.array(fc.record({ lot, quantity, a: fc.nat(), b: fc.nat() }), { minLength: 1, maxLength: 3 }),
      caseFileId: fc.constantFrom(...CASE_FILES),
      consignmentId: fc.constantFrom(...CONSIGNMENTS),
    })
    .map(({ kind, lines, caseFileId, consignmentId }): Draft => (device, at, id) => ({
      kind: 'movement',
      body: {
        id,
        kind,
        deviceId: device.deviceId,
        staffId: 'staff-1',
        occurredAt: at,
        warehouseId: device.warehouseId,
        lines: lines.map(({ lot, quantity, a, b }) => ({
          itemId: lot.slice(0, lot.indexOf('~')),
          lotId: lot,
          quantity,
          ...places(kind, device.shelves, { a, b, caseFileId, consignmentId }),
        })),
        ...((kind === 'dispatch' || kind === 'delivery') && { consignmentId }),
        // One of five dispatches names nobody.
        ...((kind === 'delivery' || (kind === 'dispatch' && lines[0]!.quantity % 5 > 0)) && { caseFileId }),
        ...(kind === 'reversal' && { reversesId: id }),
      },
    }))
}

function places(
  kind: Movement['kind'],
  shelves: readonly string[],
  { a, b, caseFileId, consignmentId }: { a: number; b: number; caseFileId: string; consignmentId: string },
): { fromId: string; toId: string } {
  const shelf = shelves[a % shelves.length]!
  const transit = `transit:${consignmentId}`
  switch (kind) {
    case 'intake':
      return { fromId: b % 2 === 0 ? 'donor:anonymous' : 'donor:named', toId: shelf }
    case 'dispatch':
      return { fromId: shelf, toId: transit }
    case 'transfer': {
      const others = ALL_SHELVES.filter((id) => id !== shelf && id !== 'shelf:w1.unknown')
      return { fromId: shelf, toId: others[b % others.length]! }
    }
    case 'delivery':
      return { fromId: transit, toId: `case-file:${caseFileId}` }
    case 'give-back':
      return { fromId: b % 2 === 0 ? transit : `case-file:${caseFileId}`, toId: shelf }
    case 'disposal':
      return { fromId: b % 2 === 0 ? transit : shelf, toId: 'loss:expired' }
    case 'adjustment':
      return b % 2 === 0 ? { fromId: 'adjustment:w', toId: shelf } : { fromId: shelf, toId: 'adjustment:w' }
    case 'reversal':
      return b % 2 === 0 ? { fromId: transit, toId: shelf } : { fromId: shelf, toId: 'donor:anonymous' }
  }
}

/** Few handovers of few consignments, so that some are handed over twice, corrected, or confirmed before they arrive. */
function arbitraryHandover(): fc.Arbitrary<Draft> {
  return fc
    .record({
      kind: fc.constantFrom(...HANDOVER_FACTS, 'handover'),
      target: fc.integer({ min: 0, max: 2 }),
      consignmentId: fc.constantFrom(...CONSIGNMENTS),
      lines: fc.array(fc.record({ lot, quantity: fc.nat({ max: 3 }), left: fc.nat({ max: 1 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
      identity: fc.constantFrom(...IDENTITIES),
      flags: fc.record({ pin: fc.boolean(), trip: fc.boolean(), matched: fc.boolean() }),
      confirmed: fc.constantFrom(...CONFIRMATION_KINDS),
    })
    .map(({ kind, target, consignmentId, lines, identity, flags, confirmed }): Draft => (device, at, id) => {
      const { deviceId, warehouseId } = device
      const head = { id, deviceId, staffId: 'staff-1', occurredAt: at, warehouseId }
      const counted = lines.map(({ lot, quantity, left }) => ({
        itemId: lot.slice(0, lot.indexOf('~')),
        lotId: lot,
        delivered: quantity,
        left: quantity === 0 ? 1 : left,
        ...((quantity === 0 || left > 0) && { reason: 'refused' }),
      }))
      const outcome = outcomeOf(counted)
      const goods = { lines: counted, outcome, ...(outcome !== 'none' && { movementId: id }) }
      const giver = { kind: 'giver', at, staffId: 'staff-1' }
      const confirmation = confirmed === 'giver' ? giver : { kind: confirmed, at, partHash: 'a'.repeat(64) }
      // The third is never there.
      const handoverId = HANDOVER_IDS[target]!
      if (kind === 'handover-confirmed') return { kind, body: { ...head, handoverId, confirmation } }
      if (kind === 'handover-corrected') {
        return { kind, body: { ...head, correctsId: handoverId, reason: 'miscounted', ...goods } }
      }
      const body = {
        ...head,
        consignmentId,
        caseFileId: 'case-1',
        ...goods,
        recipient: outcome === 'none' ? 'nobody' : 'self',
        identity,
        identityMatched: flags.matched,
        confirmations: [giver],
        needed: ['giver'],
        parts: [],
        ...(flags.pin && { withoutPin: true }),
        ...(flags.trip && { otherTrip: true }),
      }
      return { kind, body }
    })
}
const HANDOVER_IDS = [0, 1, 2].map((n) => `99999999-0000-7000-8000-00000000000${n}`)

/** The fact of a handover has its id; the first two of a history have those that others name. */
function nameAsFact(recorded: RecordedFact, _: number, all: readonly RecordedFact[]): RecordedFact {
  const { fact } = recorded
  if (!isOfHandover(fact.kind)) return recorded
  const place = all.filter((other) => other.fact.kind === 'handover').indexOf(recorded)
  const id = HANDOVER_IDS.slice(0, 2)[place] ?? fact.id
  return { ...recorded, fact: { ...fact, id, body: { ...fact.body, id } } as Fact }
}

/** What is still to be found among the others: which one it undoes, and how well. */
interface Aim {
  readonly target: number
  readonly how: 'whole' | 'part' | 'more' | 'unknown'
}

function arbitraryReversal(): fc.Arbitrary<Draft> {
  return fc
    .record({
      // Few targets, so that some are undone more than once.
      target: fc.integer({ min: 0, max: 4 }),
      how: fc.constantFrom<Aim['how']>('whole', 'whole', 'whole', 'part', 'more', 'unknown'),
    })
    .map((aim): Draft => (device, at, id) => ({
      kind: 'movement',
      body: {
        id,
        kind: 'reversal',
        deviceId: device.deviceId,
        staffId: 'staff-1',
        occurredAt: at,
        warehouseId: device.warehouseId,
        lines: [],
        aim,
      },
    }))
}

/** The reversal with the lines of what it undoes, as far as its warehouse may name those shelves at all. */
function aimReversal(recorded: RecordedFact, facts: readonly RecordedFact[]): RecordedFact {
  const { aim, ...body } = recorded.fact.body as Movement & { readonly aim?: Aim }
  if (!aim) return recorded
  const targets = facts
    .map(({ fact }) => fact)
    .filter((fact) => fact.kind === 'movement')
    .filter(({ body: { lines } }) => lines.length > 0 && lines.every((line) => isOwn(line, body.warehouseId)))
  const target = targets[aim.target % targets.length]?.body
  const loose = {
    itemId: 'item:soap',
    lotId: LOTS[3],
    quantity: 1,
    fromId: 'transit:con-1',
    toId: 'loss:expired',
  }
  const lines = target?.lines.map((line) => ({ ...line, fromId: line.toId, toId: line.fromId })) ?? [
    loose as never,
  ]
  const [first, ...rest] = lines as [Movement['lines'][number], ...Movement['lines']]
  const reversal = {
    ...body,
    reversesId: target && aim.how !== 'unknown' ? target.id : body.id.replace(/^......../, 'eeeeeeee'),
    lines:
      aim.how === 'part' && rest.length > 0
        ? rest
        : aim.how === 'more'
          ? [{ ...first, quantity: first.quantity + 1 }, ...rest]
          : lines,
  }
  return { ...recorded, fact: { ...recorded.fact, body: reversal } as Fact }
}

function isOwn({ fromId, toId }: Movement['lines'][number], warehouseId: string): boolean {
  return [fromId, toId].every((id) => !id.startsWith('shelf:') || id.startsWith(`shelf:${warehouseId}.`))
}

function arbitraryLearned(): fc.Arbitrary<Draft> {
  const box = fc.constantFrom('18934563108165', '18934563138162')
  // One of them is the very box that others count as a pack of theirs.
  const item = fc.constantFrom('item:rice', 'item:noodles', 'gtin:18934563138162')
  const size = fc.integer({ min: 1, max: 48 })
  return fc
    .record({ what: fc.constantFrom('item', 'pack', 'donor'), item, box, size })
    .map(({ what, item, box, size }): Draft => (device, at) => {
      const name = `${device.deviceId} ${at}`
      switch (what) {
        case 'item':
          return {
            kind: 'item-learned',
            body: { ...RICE, id: item, ...(item.startsWith('gtin:') && { gtin: item.slice(5) }), name },
          }
        case 'pack':
          return {
            kind: 'pack-learned',
            body: { itemId: item, pack: { gtin: box, unit: 'thùng', quantity: size } },
          }
        default:
          return { kind: 'donor-named', body: { id: 'donor:named', anonymous: false, name } }
      }
    })
}
const RICE = { category: 'staple', baseUnit: 'piece', unit: 'gói', packs: [], dates: 'none' }

/** The same facts in any order, cut into pushes of any size, some sent again. A push holds facts of one device. */
export function arbitraryArrival(history: readonly RecordedFact[]): fc.Arbitrary<readonly Push[]> {
  const indices = history.map((_, index) => index)
  return fc
    .record({
      order: fc.shuffledSubarray(indices, { minLength: indices.length }),
      again: fc.array(fc.record({ index: fc.constantFrom(...indices), place: fc.nat() }), { maxLength: 10 }),
      size: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ order, again, size }) => {
      const sent = [...order]
      for (const { index, place } of again) sent.splice(place % (sent.length + 1), 0, index)
      return cutIntoPushes(
        sent.map((index) => history[index]!),
        size,
      )
    })
}

export function cutIntoPushes(facts: readonly RecordedFact[], size: number): Push[] {
  const pushes: RecordedFact[][] = []
  for (const recorded of facts) {
    const last = pushes.at(-1)
    const fits = last && last.length < size && last[0]?.deviceId === recorded.deviceId
    if (fits) last.push(recorded)
    else pushes.push([recorded])
  }
  return pushes
}

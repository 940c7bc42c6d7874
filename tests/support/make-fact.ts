import { randomUUID } from 'node:crypto'
import type { Movement, MovementLine } from '#shared/movement/movement'
import type { Fact } from '#shared/sync/fact'
import { instantFromMs } from '#shared/time/time'
import { TEST_AT, type TestDevice } from './test-server.ts'

export interface MovementRequest {
  readonly kind?: Movement['kind']
  readonly lines: readonly Partial<Record<keyof MovementLine, string | number>>[]
  readonly rest?: Readonly<Record<string, unknown>>
  readonly id?: string
}

const ITEM = 'gtin:08934563108168'

/** Makes a device's facts, numbered 1, 2, 3 …, one second apart. */
export function createFactMaker({ deviceId, warehouseId }: Pick<TestDevice, 'deviceId' | 'warehouseId'>) {
  let deviceSeq = 0

  function fact(kind: Fact['kind'], body: unknown): Fact {
    deviceSeq++
    const recordedAt = instantFromMs(Date.parse(TEST_AT) + deviceSeq * 1000)
    return { id: randomUUID(), deviceSeq, recordedAt, kind, body } as Fact
  }

  return {
    fact,
    skipNumbers(count: number) {
      deviceSeq += count
    },
    movement({
      kind = 'intake',
      lines,
      rest,
      id = randomUUID(),
    }: MovementRequest): Fact & { kind: 'movement' } {
      const occurredAt = instantFromMs(Date.parse(TEST_AT) + (deviceSeq + 1) * 1000)
      const whole = lines.map((line) => ({
        itemId: ITEM,
        lotId: `${line.itemId ?? ITEM}~~~`,
        quantity: 1,
        ...line,
      }))
      const body = { id, kind, deviceId, staffId: 'staff-1', occurredAt, warehouseId, lines: whole, ...rest }
      return fact('movement', body) as Fact & { kind: 'movement' }
    },
    /** Goods from a donor onto a shelf. */
    intake(shelfId: string, quantity: number | string = 1) {
      return this.movement({ lines: [{ quantity, fromId: 'donor:anonymous', toId: shelfId }] })
    },
  }
}

import type { Reader } from '../database/open-reader.ts'

export interface StoredRefused {
  readonly id: number
  readonly deviceId: string
  readonly deviceName: string | null
  readonly receivedAt: string
  /** The FactRefusal as JSON. */
  readonly refusal: string
  /** As it came: it may name a person. */
  readonly raw: string
}

/**
 * What was refused, newest first. Nothing is ever taken out of the table, so its ids have no gaps: the newest one is
 * the count, and a page is found without a walk.
 */
export function readRefused(
  reader: Reader,
  { page, limit }: { readonly page: number; readonly limit: number },
): { readonly rows: StoredRefused[]; readonly total: number } {
  const { query } = reader
  return reader.atOneMoment(() => {
    const newest = reader.get(
      query.selectFrom('refusedFact').select(({ fn }) => fn.max<number | null>('id').as('id')),
    )
    const total = newest?.id ?? 0
    const rows = reader.all(
      query
        .selectFrom('refusedFact')
        .leftJoin('device', 'device.id', 'refusedFact.deviceId')
        .select(['refusedFact.id', 'deviceId', 'device.name as deviceName', 'receivedAt', 'refusal', 'raw'])
        .where('refusedFact.id', '<=', total - (page - 1) * limit)
        .where('refusedFact.id', '>', total - page * limit)
        .orderBy('refusedFact.id', 'desc'),
    )
    return { rows, total }
  })
}

import type { SnapshotRow } from '#shared/sync/wire'
import type { TestDevice } from './test-server.ts'

/** The stock a device's warehouse has by the server's count. */
export async function readServerStock(device: TestDevice): Promise<Record<string, number>> {
  const answer = await device.fetch('/api/sync/snapshot')
  const [, ...lines] = (await answer.text()).trim().split('\n')
  const rows = lines.map((line) => JSON.parse(line) as SnapshotRow)
  return Object.fromEntries(
    rows
      .map(({ locationId, lotId, quantity }) => [`${locationId}|${lotId}`, quantity] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

import { benchFirstSync } from './first-sync.ts'
import { benchScan } from './scan-to-disk.ts'
import type { Figure } from './figure.ts'

/** What a keeper waits for: a scan that is safe and shown, and a new tablet that is ready. */
export async function benchTablet(): Promise<Figure[]> {
  return [...(await benchScan()), ...(await benchFirstSync())]
}

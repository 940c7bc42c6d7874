import type { Page } from 'playwright'

/** From now on the browser has no room left for one table of the tablet's store, until the page is opened anew. */
export function fillDisk(page: Page, table: string): Promise<void> {
  return page.evaluate((full) => {
    // Applied to the store that asks, below.
    // oxlint-disable-next-line typescript/unbound-method
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
      if (this.name === full) throw new DOMException('no room', 'QuotaExceededError')
      return put.apply(this, args)
    }
  }, table)
}

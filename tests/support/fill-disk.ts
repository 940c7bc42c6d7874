import type { Page } from 'playwright'

/** From now on the browser has no room left for one table of the tablet's store, until the page is opened anew. */
export function fillDisk(page: Page, table: string): Promise<void> {
  return page.evaluate((full) => {
    const real = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!
    Object.defineProperty(IDBObjectStore.prototype, 'put', {
      ...real,
      value(this: IDBObjectStore, ...args: readonly unknown[]) {
        if (this.name === full) throw new DOMException('no room', 'QuotaExceededError')
        return Reflect.apply(real.value as (...args: unknown[]) => unknown, this, args)
      },
    })
  }, table)
}

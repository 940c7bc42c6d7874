import type { Browser } from 'playwright'
import { openBrowser } from './browser.ts'
import { openEnrolledTablet, type EnrolledTablet } from './enrolled-tablet.ts'
import { openStoreForTests, type StoreForTests } from './store-for-tests.ts'

export interface TabletInStore extends StoreForTests {
  readonly browser: Browser
  readonly tablet: EnrolledTablet
  close(): Promise<void>
}

/** A store with goods and people, and a tablet enrolled in a browser: where the tests of a screen begin. */
export async function openTabletInStore(): Promise<TabletInStore> {
  const store = await openStoreForTests()
  const browser = await openBrowser()
  const tablet = await openEnrolledTablet(browser, store)
  return {
    ...store,
    browser,
    tablet,
    async close() {
      await browser.close()
      await store.server.close()
    },
  }
}

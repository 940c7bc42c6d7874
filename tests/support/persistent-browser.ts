import { chromium, type BrowserContext } from 'playwright'
import { browserLaunchOptions } from './browser.ts'
import { makeTempFolder } from './temp-folder.ts'

/** A browser whose profile lies on a real disk: in an ordinary context nothing is ever flushed. */
export async function openPersistentBrowser(): Promise<{
  readonly context: BrowserContext
  close(): Promise<void>
}> {
  const temp = makeTempFolder()
  const context = await chromium.launchPersistentContext(temp.folder, await browserLaunchOptions())
  return {
    context,
    async close() {
      await context.close()
      temp.remove()
    },
  }
}

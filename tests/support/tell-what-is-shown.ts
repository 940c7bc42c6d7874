import { chromium, type Browser, type BrowserContext } from 'playwright'
import { beforeEach } from 'vitest'

const CHARS_MAX = 1_500
const browsers = new Set<Browser>()
const tablets = new Set<BrowserContext>()

const launch = chromium.launch.bind(chromium)
chromium.launch = async (options) => {
  const browser = await launch(options)
  browsers.add(browser)
  browser.on('disconnected', () => browsers.delete(browser))
  return browser
}
const launchPersistentContext = chromium.launchPersistentContext.bind(chromium)
chromium.launchPersistentContext = async (folder, options) => {
  const tablet = await launchPersistentContext(folder, options)
  tablets.add(tablet)
  tablet.on('close', () => tablets.delete(tablet))
  return tablet
}

/** With a test that failed goes what each window showed by then: elsewhere nobody can look. */
beforeEach(({ onTestFailed }) => {
  onTestFailed(async () => {
    const contexts = [...tablets, ...[...browsers].flatMap((browser) => browser.contexts())]
    for (const page of contexts.flatMap((context) => context.pages())) {
      const shown = await page
        .locator('body')
        .innerText({ timeout: 3_000 })
        .catch((error: unknown) => `cannot be read: ${String(error)}`)
      console.log(`${page.url()} shows: ${shown.replace(/\s+/g, ' ').slice(0, CHARS_MAX)}`)
    }
  })
})

import { chromium, type BrowserContext, type Page } from 'playwright'
import type { PartHash } from '#shared/part/part'
import { browserLaunchOptions } from './browser.ts'
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts'
import type { ShowPictures } from './picture-page.tsx'
import { openTablet, type TabletOptions } from './tablet.ts'
import { makeTempFolder } from './temp-folder.ts'
import { startTestServer, type TestDevice, type TestServer } from './test-server.ts'
import { buildWebPage } from './web-page.ts'

declare global {
  interface Window {
    showPictures: ShowPictures
    /** What the draft of the survey would name. */
    pictureHashes: readonly PartHash[]
  }
}

/** A phone with a profile on a real disk, on a line of its own to a real server. */
export interface PartPhone {
  readonly server: TestServer
  readonly device: TestDevice
  readonly proxy: FaultProxy
  readonly profile: string
  context(): BrowserContext
  /** A window with the store open; it has heard from the server once, so that it knows what to seal to. */
  open(options?: Pick<TabletOptions, 'onStep'>): Promise<Page>
  /** The styles of the app, for a look at the screen. */
  readonly styles: string
  /** Ends the browser, so that all it keeps is on the disk. */
  end(): Promise<void>
  close(): Promise<void>
}

export async function openPartPhone(entry = 'tests/support/picture-page.tsx'): Promise<PartPhone> {
  const server = await startTestServer({ requestsPerMinute: 1_000_000 })
  const device = await server.addDevice(await server.addWarehouse('HN'), 'Điện thoại của Hoa')
  const page = await buildWebPage(entry)
  const proxy = await startFaultProxy(page, server.url)
  const profile = makeTempFolder()
  const context = await chromium.launchPersistentContext(profile.folder, {
    ...(await browserLaunchOptions()),
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    locale: 'vi-VN',
  })
  const styles = [...page].filter(([path]) => path.endsWith('.css')).map(([, { body }]) => String(body))
  return {
    server,
    device,
    proxy,
    profile: profile.folder,
    context: () => context,
    styles: styles.join('\n'),
    async open(options = {}) {
      const opened = await openTablet(context, { url: proxy.url, device, ...options })
      const hasKeys = await opened.evaluate(async () => !!(await window.core.readMeta(window.db, 'keys')))
      if (!hasKeys) await opened.evaluate(() => window.sync.pullNow())
      return opened
    },
    end: () => context.close(),
    async close() {
      await context.close()
      await proxy.close()
      await server.close()
      profile.remove()
    },
  }
}

import type { Page } from 'playwright'
import { createServer } from 'vite'
import { openBrowser } from './browser.ts'

export interface SourcePage {
  readonly page: Page
  readonly origin: string
  readonly close: () => Promise<void>
}

/**
 * A real browser on an empty page that runs one module of ours (`/tests/…/x-page.ts`) as Vite serves it,
 * worker and WebAssembly included. For what needs a browser and not the whole product.
 */
export async function openSourcePage(
  module: string,
  browserArgs: readonly string[] = [],
): Promise<SourcePage> {
  const server = await createServer({
    configFile: false,
    root: process.cwd(),
    logLevel: 'error',
    server: { port: 0, host: 'localhost', hmr: false, watch: null },
    // Found late, a dependency would reload the page in the middle of a run.
    optimizeDeps: { noDiscovery: true, include: [] },
    appType: 'custom',
  })
  await server.listen()
  const address = server.httpServer?.address()
  if (typeof address !== 'object' || !address) throw new Error('the server has no address')
  const origin = `http://localhost:${address.port}`
  const browser = await openBrowser(browserArgs)
  const page = await browser.newPage()
  await page.route(`${origin}/`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="vi"><body><script type="module" src="${module}"></script></body></html>`,
    }),
  )
  await page.goto(`${origin}/`)
  await page.waitForFunction(() => 'sourcePage' in globalThis)
  return {
    page,
    origin,
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

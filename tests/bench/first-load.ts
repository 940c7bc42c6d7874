import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildIfStale } from '../../scripts/build.ts'
import { openBrowser } from '../support/browser.ts'
import { openEnrolledTablet } from '../support/enrolled-tablet.ts'
import { openStoreForTests } from '../support/store-for-tests.ts'
import type { Figure } from './figure.ts'

const DIST = resolve(import.meta.dirname, '../../dist')
const KILOBYTES_MAX = 200

/** JavaScript that a window asks for until goods can be scanned in; decoders come with the camera. */
export async function benchFirstLoad(): Promise<readonly Figure[]> {
  buildIfStale()
  const store = await openStoreForTests()
  const browser = await openBrowser()
  try {
    const tablet = await openEnrolledTablet(browser, store)
    const files = new Set<string>()
    tablet.context.on('request', (request) => {
      // What is put away for later is fetched beside it by the service worker, and nobody waits for it.
      if (request.serviceWorker()) return
      const file = /\/app\/(assets\/.+\.js)$/.exec(request.url())?.[1]
      if (file) files.add(file)
    })
    const page = await tablet.open('intake')
    await page.getByRole('heading', { name: 'Nhập kho' }).waitFor()
    await page.getByText('Đã lưu trên máy này').waitFor()
    const kilobytes = [...files].reduce((sum, file) => sum + gzipBytes(join(DIST, file)), 0) / 1000
    return [
      {
        name: `JavaScript until an intake can be scanned, ${files.size} files, gzip`,
        value: kilobytes,
        unit: 'kB',
        target: `≤ ${KILOBYTES_MAX} kB`,
        met: kilobytes > 0 && kilobytes <= KILOBYTES_MAX,
      },
    ]
  } finally {
    await browser.close()
    await store.server.close()
  }
}

function gzipBytes(path: string): number {
  return statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size
}

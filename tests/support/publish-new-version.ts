import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Turns a copy of the build into what the next build would be: every script has another name, the old names are gone,
 * and the service worker says so.
 */
export function publishNewVersion(folder: string): void {
  const assets = join(folder, 'assets')
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  const files = [
    ...scripts.map((name) => join(assets, name)),
    join(folder, 'index.html'),
    join(folder, 'service-worker.js'),
  ]
  for (const file of files) {
    const renamed = scripts.reduce(
      (text, name) => text.replaceAll(name, nextName(name)),
      readFileSync(file, 'utf8'),
    )
    // The start page is known by a digest of its content, which has just changed.
    writeFileSync(file, renamed.replace(/(revision:"|"revision":")([0-9a-f]{4})/g, '$1ffff'))
    for (const packed of ['.br', '.gz']) rmSync(file + packed, { force: true })
  }
  for (const name of scripts) renameSync(join(assets, name), join(assets, nextName(name)))
}

function nextName(name: string): string {
  return name.replace(/\.js$/, '-2.js')
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of its own for one test; the one who asks removes it. */
export function makeTempFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kho4d-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

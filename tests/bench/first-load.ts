import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildIfStale } from '../../scripts/build.ts'
import type { Figure } from './figure.ts'

const dist = resolve(import.meta.dirname, '../../dist')

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly isEntry?: boolean
}

/** JavaScript that the first page pulls in before anybody scans: the entry and what it imports statically. */
export async function benchFirstLoad(): Promise<readonly Figure[]> {
  buildIfStale()
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  const entry = Object.entries(manifest).find(([, chunk]) => chunk.isEntry)
  const files = new Set<string>()
  if (entry) collect(manifest, entry[0], files)
  const kilobytes = [...files].reduce((sum, file) => sum + gzipBytes(join(dist, file)), 0) / 1000
  return [
    {
      name: `first load of the PWA, ${files.size} files of JavaScript, gzip`,
      value: kilobytes,
      unit: 'kB',
      target: '≤ 200 kB',
      met: kilobytes <= 200,
    },
  ]
}

function collect(manifest: Record<string, Chunk>, name: string, files: Set<string>): void {
  const chunk = manifest[name]
  if (!chunk || files.has(chunk.file)) return
  if (chunk.file.endsWith('.js')) files.add(chunk.file)
  for (const imported of chunk.imports ?? []) collect(manifest, imported, files)
}

function gzipBytes(path: string): number {
  return statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size
}

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const DIST = join(ROOT, 'dist')
const STAMP = join(DIST, 'build-stamp.json')
const SOURCES = ['web', 'shared', 'index.html', 'vite.config.ts', 'package-lock.json']
const COMPRESSED = /\.(js|css|html|svg|wasm|json|webmanifest)$/
/** A smaller copy that saves less than a tenth is not worth the place. */
const WORTH = 0.9

/** Builds the app for the tablet and puts compressed copies beside its files. */
export function build(): void {
  const startedAt = Date.now()
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  // VITEST would leave out the service worker, its NODE_ENV would build the app as for development.
  const { VITEST: _, ...inherited } = process.env
  const env = { ...inherited, NODE_ENV: 'production', VITE_APP_VERSION: appVersion() }
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: ROOT, stdio: 'inherit', env })
  for (const path of filesUnder(DIST)) if (COMPRESSED.test(path)) compressBeside(path)
  writeFileSync(STAMP, JSON.stringify({ builtAt: new Date(startedAt).toISOString() }))
}

/** Builds when there is no build or a source is newer. `KHO4D_NO_BUILD` takes the build as it is. */
export function buildIfStale(): void {
  if (process.env['KHO4D_NO_BUILD'] || !isStale()) return
  build()
}

/** The version of the package and a mark that changes with the sources: the same sources give the same build. */
function appVersion(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const path = join(ROOT, source)
    const files = statSync(path).isDirectory() ? filesUnder(path).sort() : [path]
    for (const file of files) hash.update(readFileSync(file))
  }
  return `${version}+${hash.digest('hex').slice(0, 8)}`
}

/** Compared with the start of the last build, so that a source saved during it counts as newer. */
function isStale(): boolean {
  if (!existsSync(STAMP) || !existsSync(join(DIST, 'index.html'))) return true
  const { builtAt } = JSON.parse(readFileSync(STAMP, 'utf8')) as { builtAt: string }
  return SOURCES.some((source) => newestUnder(join(ROOT, source)) > Date.parse(builtAt))
}

function newestUnder(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return filesUnder(path).reduce((newest, file) => Math.max(newest, statSync(file).mtimeMs), 0)
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function compressBeside(path: string): void {
  const bytes = readFileSync(path)
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
  const gzip = gzipSync(bytes, { level: 9 })
  if (brotli.length < bytes.length * WORTH) writeFileSync(`${path}.br`, brotli)
  if (gzip.length < bytes.length * WORTH) writeFileSync(`${path}.gz`, gzip)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build()

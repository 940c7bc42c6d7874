import { Hono } from 'hono'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { AppEnv } from '../http/app-env.ts'
import { missing } from '../public/missing-page.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}
/** Made by the build beside the file it compresses. */
const ENCODINGS = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
] as const

export interface AppFilesDeps {
  readonly distFolder: string
  readonly demo: boolean
}

/**
 * The built app. Names in `assets/` carry a hash of their content and are kept for ever; everything else, the service
 * worker above all, is asked for again each time. A path that is no file is a screen: it gets the start page.
 */
export function appFilesRoute({ distFolder, demo }: AppFilesDeps) {
  return new Hono<AppEnv>().get('/*', async (c) => {
    const path = fileOf(c.req.path)
    if (path === undefined) return missing(c)
    const isScreen = extname(path) === ''
    const file = isScreen ? 'index.html' : path
    const accepted = c.req.header('accept-encoding') ?? ''
    const isMarked = demo && file === 'index.html'
    for (const { encoding, suffix } of isMarked ? [] : ENCODINGS) {
      if (!accepted.includes(encoding)) continue
      const packed = await readBytes(join(distFolder, file + suffix))
      if (packed) return c.body(packed, 200, { ...headersOf(file), 'content-encoding': encoding })
    }
    const plain = await readBytes(join(distFolder, file))
    if (!plain) return missing(c)
    return c.body(isMarked ? markAsDemo(plain) : plain, 200, headersOf(file))
  })
}

/** Only plain names: nothing that climbs out of the folder, and none of the build's own dot files. */
function fileOf(urlPath: string): string | undefined {
  const path = urlPath.replace(/^\/app\/?/, '')
  return /^([\w-][\w.@-]*(\/[\w-][\w.@-]*)*)?\/?$/.test(path) ? path : undefined
}

function headersOf(file: string): Record<string, string> {
  return {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    ...(file === 'service-worker.js' && { 'service-worker-allowed': '/app/' }),
  }
}

/** In the start page itself, so that a tablet shows it on every screen, also without a network. */
function markAsDemo(page: Uint8Array): string {
  return new TextDecoder().decode(page).replace('<html', '<html data-demo')
}

async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined
    throw error
  }
}

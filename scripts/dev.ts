import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createServer } from 'vite'

/** `npm run dev`: pages reload as one writes; the server starts anew when its own sources change. */
const ROOT = resolve(import.meta.dirname, '..')
const apiPort = process.env['KHO4D_API_PORT'] ?? '4040'
const webPort = Number(process.env['KHO4D_WEB_PORT'] ?? '5173')

// vite.config.ts reads where to pass everything on that is not the app.
process.env['KHO4D_API_PORT'] = apiPort

const api = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', resolve(ROOT, 'scripts/start.ts')],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PORT: apiPort, KHO4D_NO_BUILD: '1' } },
)

const vite = await createServer({ root: ROOT, server: { port: webPort } })
await vite.listen()
vite.printUrls()
console.log(`Ứng dụng kho: http://localhost:${vite.config.server.port}/app/`)
console.log(`Trang công khai và API: http://localhost:${apiPort}/`)

let stopping = false
const stop = () => {
  if (stopping) return
  stopping = true
  api.kill()
  void vite.close().finally(() => process.exit())
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
api.on('exit', stop)

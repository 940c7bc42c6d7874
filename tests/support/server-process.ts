import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface ServerProcess {
  readonly url: string
  readonly port: number
  /** Printed where nobody has set up anything yet. */
  readonly setupUrl: string | undefined
  /** As by a power cut. */
  kill(): Promise<void>
}

/** Those of `scripts/with-node.mjs`, which a process that is to be killed cannot stand behind. */
const V8_FLAGS = process.execArgv.filter((flag) => flag.startsWith('--wasm-'))

/** The server as `npm start` runs it, in a process of its own, over a folder that outlives it: new, or with its old port. */
export async function startServerProcess(dataFolder: string, port = 0): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...V8_FLAGS, 'scripts/start.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      KHO4D_DATA: dataFolder,
      // Built once before all tests; not again under the feet of the others.
      KHO4D_NO_BUILD: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let url: string | undefined
  let setupUrl: string | undefined
  for await (const line of createInterface(child.stdout)) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address?.includes('/app/setup#')) setupUrl = address
    else url ??= address
    // Only a first start goes on to print where to set up.
    if (url !== undefined && (setupUrl !== undefined || port !== 0)) break
  }
  if (url === undefined) throw new Error(`no server came up over ${dataFolder}`)
  child.stdout.resume()
  return {
    url: new URL(url).origin,
    port: Number(new URL(url).port),
    setupUrl,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

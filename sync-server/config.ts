import { resolve } from 'node:path'
import { assert } from '#shared/assert'

export interface Config {
  readonly port: number
  readonly dataFolder: string
  /** Left out: beside the database. */
  readonly keyFile?: string
}

const PORT_DEFAULT = 4040

/** `PORT`, `KHO4D_DATA` and `KHO4D_KEY_FILE`, with their defaults. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const port = Number(env['PORT'] ?? PORT_DEFAULT)
  assert(Number.isInteger(port) && port >= 0 && port <= 65_535, `PORT is no port: ${env['PORT']}`)
  const keyFile = env['KHO4D_KEY_FILE']
  return {
    port,
    dataFolder: resolve(env['KHO4D_DATA'] ?? 'data'),
    ...(keyFile !== undefined && { keyFile: resolve(keyFile) }),
  }
}

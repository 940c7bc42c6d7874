import { resolve } from 'node:path'
import { assert } from '#shared/assert'

export interface Config {
  readonly port: number
  readonly dataFolder: string
  /** Left out: beside the database. */
  readonly keyFile?: string
  /** Where messages for those who asked for help go, signed with the secret. */
  readonly messageGateway?: { readonly url: string; readonly secret: string }
  /** How people reach this server from outside. */
  readonly publicUrl?: string
}

const PORT_DEFAULT = 4040

/** `PORT`, `KHO4D_DATA`, `KHO4D_KEY_FILE`, `KHO4D_MESSAGE_URL` with its `_SECRET`, and `KHO4D_PUBLIC_URL`, with their defaults. */
export function readConfig(given: Readonly<Record<string, string | undefined>>): Config {
  // Left empty, as in a form for variables, is left out: it is no port and no folder.
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const port = Number(env['PORT'] ?? PORT_DEFAULT)
  assert(Number.isInteger(port) && port >= 0 && port <= 65_535, `PORT is no port: ${env['PORT']}`)
  const keyFile = env['KHO4D_KEY_FILE']
  const url = env['KHO4D_MESSAGE_URL']
  const secret = env['KHO4D_MESSAGE_SECRET'] ?? ''
  assert(url === undefined || secret.length >= 16, 'KHO4D_MESSAGE_SECRET has less than 16 letters')
  const publicUrl = env['KHO4D_PUBLIC_URL']?.replace(/\/+$/, '')
  return {
    port,
    dataFolder: resolve(env['KHO4D_DATA'] ?? 'data'),
    ...(keyFile !== undefined && { keyFile: resolve(keyFile) }),
    ...(url !== undefined && { messageGateway: { url, secret } }),
    ...(publicUrl !== undefined && { publicUrl }),
  }
}

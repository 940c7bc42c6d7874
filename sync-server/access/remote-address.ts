import type { Context } from 'hono'
import type { IncomingMessage } from 'node:http'
import type { AppEnv } from '../http/app-env.ts'
import { viewerAddress } from '../public/viewer-address.ts'
import { hashSecret } from './secret.ts'

/** Whom to slow down when a caller guesses; hashed, because addresses are personal data. */
export function remoteAddressHash<Env extends AppEnv>(c: Context<Env>, purpose: string): string {
  const incoming: IncomingMessage | undefined = c.env?.incoming
  const address = incoming && (viewerAddress(incoming) ?? incoming.socket.remoteAddress)
  return hashSecret(`${purpose}|${address ?? 'unknown'}`)
}

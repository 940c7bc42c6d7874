import { Hono } from 'hono'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import type { KeysAnswer } from '#shared/sync/wire'
import type { Reader } from '../database/open-reader.ts'
import type { DeviceEnv } from '../http/app-env.ts'
import { readRepeatRule } from '../repeat/repeat-rules.ts'
import type { SealKeys } from '../seal/seal-keys.ts'

/** What a device seals and marks with. Nothing here opens anything. */
export function keysRoute({ keys, reader }: { readonly keys: SealKeys; readonly reader: Reader }) {
  return new Hono<DeviceEnv>().get('/keys', (c) => {
    c.header('cache-control', 'no-store')
    return c.json({
      protocol: PROTOCOL_VERSION,
      boxKey: text(keys.box.publicKey),
      markKey: text(keys.markKey),
      markSalt: text(keys.markSalt),
      repeat: readRepeatRule(reader),
    } satisfies KeysAnswer)
  })
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

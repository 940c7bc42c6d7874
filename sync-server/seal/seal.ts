import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { err, ok, type Result } from '#shared/result'
import { keyToSeal } from './key-for.ts'
import type { SealKeys } from './seal-keys.ts'

/** It was changed, cut, put in another's place, or sealed with another key: it names nothing of what is inside. */
export type SealRefusal = { readonly kind: 'sealed-unreadable' }

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const CIPHER = 'aes-256-gcm'

/** AES-256-GCM under a random iv: version, iv, ciphertext, tag. `context` says whose it is; sealed bytes open in no other. */
export function seal(
  keys: Pick<SealKeys, 'sealKey'>,
  value: Uint8Array,
  context: string,
): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, keyToSeal(keys), iv).setAAD(Buffer.from(context))
  const text = Buffer.concat([cipher.update(value), cipher.final()])
  return new Uint8Array(Buffer.concat([Buffer.from([VERSION]), iv, text, cipher.getAuthTag()]))
}

export function openSealed(
  keys: Pick<SealKeys, 'sealKey'>,
  sealed: Uint8Array,
  context: string,
): Result<Uint8Array, SealRefusal> {
  if (sealed[0] !== VERSION || sealed.length < 1 + IV_BYTES + TAG_BYTES) return UNREADABLE
  const tagAt = sealed.length - TAG_BYTES
  try {
    const decipher = createDecipheriv(CIPHER, keyToSeal(keys), sealed.subarray(1, 1 + IV_BYTES))
      .setAAD(Buffer.from(context))
      .setAuthTag(sealed.subarray(tagAt))
    return ok(Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES, tagAt)), decipher.final()]))
  } catch {
    return UNREADABLE
  }
}

const UNREADABLE = err({ kind: 'sealed-unreadable' })

export function sealJson(keys: Pick<SealKeys, 'sealKey'>, value: unknown, context: string) {
  return seal(keys, Buffer.from(JSON.stringify(value)), context)
}

export function openSealedJson(
  keys: Pick<SealKeys, 'sealKey'>,
  sealed: Uint8Array,
  context: string,
): Result<unknown, SealRefusal> {
  const opened = openSealed(keys, sealed, context)
  return opened.ok ? ok(JSON.parse(Buffer.from(opened.value).toString()) as unknown) : opened
}

import { BOX_VERSION, deriveBoxKey, IV_BYTES, joinBytes, P256 } from './box-key.ts'

/** Seals bytes to a public key (65 raw bytes), so that this device itself cannot open them again. */
export async function sealBox(
  publicKey: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const pair = await crypto.subtle.generateKey(P256, true, ['deriveBits'])
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const key = await deriveBoxKey(pair.privateKey, publicKey, { ephemeral, recipient: publicKey })
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const text = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes))
  return joinBytes(new Uint8Array([BOX_VERSION]), ephemeral, iv, text)
}

import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { SealKeys } from './seal-keys.ts'

/** What a key made of the sealing key is for; each has one of its own, so that no hash of one is one of another. */
export type KeyPurpose = 'kho4d-likeness' | 'kho4d-push' | 'kho4d-sent' | 'kho4d-ticket' | 'kho4d-track'

const keysBySealKey = new WeakMap<Uint8Array, Map<KeyPurpose | 'seal', KeyObject>>()

export function keyFor({ sealKey }: Pick<SealKeys, 'sealKey'>, purpose: KeyPurpose): KeyObject {
  return keep(sealKey, purpose, () => createHmac('sha256', sealKey).update(purpose).digest())
}

/** The sealing key itself. */
export function keyToSeal({ sealKey }: Pick<SealKeys, 'sealKey'>): KeyObject {
  return keep(sealKey, 'seal', () => sealKey)
}

/** As Node keeps a key: to hand the bytes over each time takes longer than the hash or the seal. */
function keep(sealKey: Uint8Array, name: KeyPurpose | 'seal', make: () => Uint8Array): KeyObject {
  const keys = keysBySealKey.get(sealKey) ?? new Map<KeyPurpose | 'seal', KeyObject>()
  keysBySealKey.set(sealKey, keys)
  const key = keys.get(name) ?? createSecretKey(make())
  keys.set(name, key)
  return key
}

import { createHash, createHmac, randomBytes } from 'node:crypto'
import { msFromInstant, type Instant } from '#shared/time/time'
import { equalSecrets } from '../access/secret.ts'
import { keyFor } from '../seal/key-for.ts'
import type { SealKeys } from '../seal/seal-keys.ts'

/** About 65,000 hashes: half a second on a cheap phone, and a bill for whoever sends thousands. */
export const PROOF_BITS = 16
const TICKET_HOURS = 24

/**
 * A form carries a ticket that says when it was handed out. The browser's script finds a number to go with it; and a form
 * sent twice as it is, by an impatient finger or a reload, is one request.
 */
export function createTicket(keys: Pick<SealKeys, 'sealKey'>, now: Instant): string {
  const head = `${msFromInstant(now).toString(36)}.${randomBytes(12).toString('base64url')}`
  return `${head}.${sign(keys, head)}`
}

export interface ReadTicket {
  /** Of a ticket of ours that is not too old. */
  readonly id: string | undefined
  readonly isProven: boolean
}

export function readTicket(
  keys: Pick<SealKeys, 'sealKey'>,
  { ticket, proof, now }: { readonly ticket: string; readonly proof: string; readonly now: Instant },
): ReadTicket {
  const [at = '', nonce = '', signature = ''] = ticket.split('.')
  const head = `${at}.${nonce}`
  const ageMs = msFromInstant(now) - Number.parseInt(at, 36)
  const isOurs = signature !== '' && equalSecrets(signature, sign(keys, head))
  if (!isOurs || !(ageMs >= 0 && ageMs < TICKET_HOURS * 3_600_000)) return { id: undefined, isProven: false }
  return { id: nonce, isProven: /^\d{1,12}$/.test(proof) && isProof(ticket, proof) }
}

function isProof(ticket: string, proof: string): boolean {
  const hash = createHash('sha256').update(`${ticket}:${proof}`).digest()
  return hash.readUInt32BE(0) >>> (32 - PROOF_BITS) === 0
}

function sign(keys: Pick<SealKeys, 'sealKey'>, head: string): string {
  return createHmac('sha256', keyFor(keys, 'kho4d-ticket')).update(head).digest('base64url').slice(0, 22)
}

import { askPinWorker, type SlowHash } from './pin-question.ts'

/** Argon2id in the PIN worker, the same bytes as on the server. */
export function slowHash(question: SlowHash): Promise<Uint8Array<ArrayBuffer>> {
  return askPinWorker({ kind: 'hash', ...question })
}

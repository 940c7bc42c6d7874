import { askPinWorker } from './pin-question.ts'

/** Checks a PIN against a PHC string in a worker: the slow hash takes half a second on a cheap tablet. */
export function checkPin(pin: string, pinHash: string): Promise<boolean> {
  return askPinWorker({ kind: 'check', pin, pinHash })
}

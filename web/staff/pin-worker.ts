import { argon2Verify } from 'hash-wasm'
import type { PinQuestion } from './check-pin.ts'

addEventListener('message', ({ data: { pin, pinHash } }: MessageEvent<PinQuestion>) => {
  void argon2Verify({ password: pin, hash: pinHash })
    // A hash that cannot be read opens nothing.
    .catch(() => false)
    .then((right) => postMessage(right))
})

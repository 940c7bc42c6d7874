import { argon2id, argon2Verify } from 'hash-wasm'
import type { PinQuestion } from './pin-question.ts'

function answer(question: PinQuestion): Promise<boolean | Uint8Array> {
  if (question.kind === 'check') {
    // A hash that cannot be read opens nothing.
    return argon2Verify({ password: question.pin, hash: question.pinHash }).catch(() => false)
  }
  const { text, salt, secret, cost } = question
  return argon2id({
    password: text,
    salt,
    ...(secret && { secret }),
    memorySize: cost.memoryKib,
    iterations: cost.iterations,
    parallelism: cost.parallelism,
    hashLength: cost.hashBytes,
    outputType: 'binary',
  })
}

addEventListener('message', ({ data }: MessageEvent<PinQuestion>) => {
  void answer(data).then((answered) => postMessage(answered))
})

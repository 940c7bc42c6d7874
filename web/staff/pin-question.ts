/** What the page asks of the PIN worker; each worker answers one question. */
export type PinQuestion =
  | { readonly kind: 'check'; readonly pin: string; readonly pinHash: string }
  | ({ readonly kind: 'hash' } & SlowHash)

/** Argon2id of a text; `secret` makes it keyed. */
export interface SlowHash {
  readonly text: string
  readonly salt: Uint8Array<ArrayBuffer>
  readonly secret?: Uint8Array<ArrayBuffer>
  readonly cost: {
    readonly memoryKib: number
    readonly iterations: number
    readonly parallelism: number
    readonly hashBytes: number
  }
}

/** The slow hash takes half a second on a cheap tablet: a worker keeps the screen alive. */
export function askPinWorker<Answer>(question: PinQuestion): Promise<Answer> {
  const worker = new Worker(new URL('./pin-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Answer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data))
    worker.addEventListener('error', ({ message }) => reject(new Error(message)))
    worker.postMessage(question)
  }).finally(() => worker.terminate())
}

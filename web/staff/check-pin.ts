/** Checks a PIN against a PHC string in a worker: the slow hash takes half a second on a cheap tablet. */
export function checkPin(pin: string, pinHash: string): Promise<boolean> {
  const worker = new Worker(new URL('./pin-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<boolean>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<boolean>) => resolve(data))
    worker.addEventListener('error', ({ message }) => reject(new Error(message)))
    worker.postMessage({ pin, pinHash } satisfies PinQuestion)
  }).finally(() => worker.terminate())
}

export interface PinQuestion {
  readonly pin: string
  readonly pinHash: string
}

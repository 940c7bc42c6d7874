import type { Variant } from './decode-plan.ts'
import type { DecoderReply, DecoderRequest, PagePicture } from './decoder-messages.ts'
import type { DecodedSymbol } from './scan.ts'

/** The page's end of the decoder in the worker. A promise rejects when the worker cannot run or died. */
export interface DecoderThread {
  decodeFrame(picture: PagePicture, variant: Variant): Promise<readonly DecodedSymbol[]>
  decodeStill(picture: PagePicture): Promise<readonly DecodedSymbol[]>
  /** Resolves with the decoder's name once it can be used. */
  readonly ready: Promise<string>
  /** Resolves when it can be used no more; a new one has to be opened. */
  readonly died: Promise<void>
  close(): void
}

interface Waiting {
  resolve(symbols: readonly DecodedSymbol[]): void
  reject(reason: Error): void
}

export function openDecoderThread(): DecoderThread {
  const worker = new Worker(new URL('./decoder-worker.ts', import.meta.url), {
    type: 'module',
    name: 'decoder',
  })
  const waitingById = new Map<number, Waiting>()
  let lastId = 0
  let death: Error | undefined
  let mourn = () => {}
  const died = new Promise<void>((resolve) => (mourn = resolve))
  let settle: { resolve(name: string): void; reject(reason: Error): void } | undefined
  const ready = new Promise<string>((resolve, reject) => (settle = { resolve, reject }))
  // Nobody may be waiting for `ready`; the requests themselves fail as well and are looked at.
  ready.catch(() => undefined)

  function die(reason: string): void {
    death = new Error(reason)
    settle?.reject(death)
    for (const waiting of waitingById.values()) waiting.reject(death)
    waitingById.clear()
    worker.terminate()
    mourn()
  }

  worker.addEventListener('error', (event) => die(event.message || 'the decoder did not start'))
  worker.addEventListener('message', ({ data: reply }: MessageEvent<DecoderReply>) => {
    if (reply.kind === 'ready') return settle?.resolve(reply.decoder)
    if (reply.kind === 'failed' && reply.id === 0) return die(reply.reason)
    const waiting = waitingById.get(reply.id)
    waitingById.delete(reply.id)
    if (reply.kind === 'symbols') waiting?.resolve(reply.symbols)
    else waiting?.reject(new Error(reply.reason))
  })

  function ask(picture: PagePicture, request: (id: number) => DecoderRequest) {
    if (death) return Promise.reject(death)
    const id = ++lastId
    return new Promise<readonly DecodedSymbol[]>((resolve, reject) => {
      waitingById.set(id, { resolve, reject })
      worker.postMessage(request(id), [picture.kind === 'bitmap' ? picture.bitmap : picture.data.buffer])
    })
  }

  return {
    decodeFrame: (picture, variant) => ask(picture, (id) => ({ kind: 'frame', id, picture, variant })),
    decodeStill: (picture) => ask(picture, (id) => ({ kind: 'still', id, picture })),
    ready,
    died,
    close: () => die('closed'),
  }
}

import type { ServerResponse } from 'node:http'
import type { ChangeWatch, Head } from '../database/change-watch.ts'
import { securityHeadersFor } from '../http/security-headers.ts'

const HEARTBEAT_MS = 20_000

export interface DeviceStreams {
  /** `onBeat` is asked while the stream stays open; when it says no, or cannot say, it ends. */
  open(outgoing: ServerResponse, onBeat: () => Promise<boolean>): void
  close(): void
}

/** Tells devices that there is something new: a hint only, never the data. A slow one gets only the latest. */
export function createDeviceStreams(watch: ChangeWatch): DeviceStreams {
  const beatByStream = new Map<ServerResponse, () => Promise<boolean>>()
  const stopListening = watch.listen((head) => {
    for (const outgoing of beatByStream.keys()) send(outgoing, () => headEvent(head))
  })
  const timer = setInterval(() => {
    for (const [outgoing, onBeat] of beatByStream) {
      send(outgoing, () => ': still here\n\n')
      void onBeat()
        .catch(() => false)
        .then((mayStay) => mayStay || outgoing.end())
    }
  }, HEARTBEAT_MS)
  timer.unref()

  function send(outgoing: ServerResponse, text: () => string): void {
    // Behind by more than its buffer: it is told the newest head once it has read the rest.
    if (outgoing.writableNeedDrain) return
    if (!outgoing.write(text())) outgoing.once('drain', () => outgoing.write(headEvent(watch.head())))
  }

  return {
    open(outgoing, onBeat) {
      outgoing.writeHead(
        200,
        securityHeadersFor({
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        }),
      )
      outgoing.write(`retry: 2000\n\n${headEvent(watch.head())}`)
      beatByStream.set(outgoing, onBeat)
      outgoing.once('close', () => beatByStream.delete(outgoing))
    },
    close() {
      clearInterval(timer)
      stopListening()
      for (const outgoing of beatByStream.keys()) outgoing.end()
      beatByStream.clear()
    },
  }
}

function headEvent({ seq, documentVersion }: Head): string {
  return `event: head\ndata: ${JSON.stringify({ head: seq, documentVersion })}\n\n`
}

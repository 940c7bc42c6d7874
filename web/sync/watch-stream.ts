import * as v from 'valibot'
import { readLines } from './read-lines.ts'
import type { ServerClient } from './server-client.ts'

const HeadEventSchema = v.object({ head: v.number(), documentVersion: v.optional(v.number()) })
export type HeadEvent = v.InferOutput<typeof HeadEventSchema>

/**
 * Listens to the server's hints until the stream ends or is stopped: an EventSource could not carry the device's token.
 * A hint is never the data.
 */
export async function watchStream(
  server: ServerClient,
  onHead: (event: HeadEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const answer = await server.get('/api/sync/stream', signal)
  if (!answer.ok) return
  try {
    for await (const lines of readLines(answer.value)) {
      for (const line of lines) {
        const event = line.startsWith('data:') && v.safeParse(HeadEventSchema, JSON.parse(line.slice(5)))
        if (event && event.success) onHead(event.output)
      }
    }
  } catch {
    // Broken off, stopped, or not our server's: listening starts anew after a while.
  }
}

import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './app-env.ts'

export interface DropLimits {
  readonly bytesMax: number
  readonly timeoutMs: number
}

const LIMITS: DropLimits = { bytesMax: 67_108_864, timeoutMs: 30_000 }

/**
 * Who is still sending does not look for an answer, and a connection closed in the middle throws away the one that was
 * written: whatever of a body a refusal left unread is read and dropped before it is answered. Who sends more than that,
 * or stalls, is answered and cut off.
 */
export function dropUnreadBody(limits: DropLimits = LIMITS) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next()
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.env.incoming.complete) return
    const { body } = c.req.raw
    const isRead = !body || body.locked || (await drop(body.getReader(), limits))
    if (!isRead) c.header('connection', 'close')
  })
}

/** Whether it came to its end within the limits. */
async function drop(reader: ReadableStreamDefaultReader<Uint8Array>, limits: DropLimits): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limits.timeoutMs)
  })
  try {
    for (let bytes = 0; bytes <= limits.bytesMax;) {
      const part = await Promise.race([reader.read(), tooLate])
      if (part === undefined) return false
      if (part.done) return true
      bytes += part.value.byteLength
    }
    return false
  } catch {
    // The sender went away: there is nobody left to answer.
    return false
  } finally {
    clearTimeout(timer)
    reader.releaseLock()
  }
}

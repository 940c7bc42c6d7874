import type { IncomingMessage } from 'node:http'

/**
 * Whose connection it is. Behind a proxy on the same machine it is what the proxy adds last; a proxy that adds nothing
 * makes everyone look alike, so then nobody is counted.
 */
export function viewerAddress({ socket, headers }: IncomingMessage): string | undefined {
  const peer = socket.remoteAddress
  if (peer === undefined || !/^(::1|(::ffff:)?127\.)/.test(peer)) return peer
  const forwarded = headers['x-forwarded-for']
  return (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim() || undefined
}

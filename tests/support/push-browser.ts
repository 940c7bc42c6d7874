import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Pushed {
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** A push service of its own on this machine: what reached it, and what it answers. */
export async function startPushService() {
  const received: Pushed[] = []
  const state = { status: 201 }
  const server = createServer((request, answer) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
      answer.writeHead(state.status).end()
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, received, state, close: () => server.close() }
}

/** A browser as a server sees it: an endpoint, and keys that alone open what is sent there. */
export function createPushBrowser(endpoint: string) {
  const ecdh = createECDH('prime256v1')
  ecdh.generateKeys()
  const auth = randomBytes(16)
  const text = (bytes: Buffer) => bytes.toString('base64url')
  return {
    subscription: {
      endpoint,
      expirationTime: null,
      keys: { p256dh: text(ecdh.getPublicKey()), auth: text(auth) },
    },
    open: (body: Buffer) =>
      JSON.parse(openPush(body, { privateKey: ecdh.getPrivateKey(), auth }).toString()) as Record<
        string,
        string
      >,
  }
}

/** RFC 8291, the browser's side. */
export function openPush(
  body: Buffer,
  { privateKey, auth }: { readonly privateKey: Buffer; readonly auth: Buffer },
): Buffer {
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(privateKey)
  const salt = body.subarray(0, 16)
  const keyEnd = 21 + body.readUInt8(20)
  const serverKey = body.subarray(21, keyEnd)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), serverKey])
  const secret = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(serverKey), auth, info, 32))
  const derive = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${name}\0`, length))
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
  const record = body.subarray(keyEnd)
  if (record.length > body.readUInt32BE(16)) throw new Error('more than one record')
  decipher.setAuthTag(record.subarray(-16))
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  const end = plain.findLastIndex((byte) => byte !== 0)
  if (plain[end] !== 2) throw new Error('not the last record')
  return plain.subarray(0, end)
}

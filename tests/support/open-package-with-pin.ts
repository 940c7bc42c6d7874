import { hashRaw } from '@node-rs/argon2'
import { createDecipheriv, createECDH, createPrivateKey, hkdfSync } from 'node:crypto'
import type { PackageContent } from '#shared/trip/trip-package'
import type { TestServer } from './test-server.ts'

/** As the phone does it, from the PIN alone; written here once more, so that both sides are held to the same form. */
export async function openPackageWithPin(
  { reader }: TestServer,
  staffId: string,
  pin: string,
  sealed: string,
): Promise<PackageContent> {
  const { keyBox } = JSON.parse(
    reader.get(
      reader.query
        .selectFrom('document')
        .select('body')
        .where('collection', '=', 'staff')
        .where('id', '=', staffId),
    )!.body,
  ) as { keyBox: { publicKey: string; wrapped: string } }
  const wrapped = Buffer.from(keyBox.wrapped, 'base64url')
  const hash = await hashRaw(pin, {
    algorithm: 2,
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
    outputLen: 32,
    salt: wrapped.subarray(1, 17),
  })
  const pkcs8 = decrypt(hash, wrapped.subarray(17, 29), wrapped.subarray(29))
  const ecdh = createECDH('prime256v1')
  const { d } = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' })
  ecdh.setPrivateKey(Buffer.from(d!, 'base64url'))
  const box = Buffer.from(sealed, 'base64url')
  const ephemeral = box.subarray(1, 66)
  const salt = Buffer.concat([ephemeral, Buffer.from(keyBox.publicKey, 'base64url')])
  const key = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(ephemeral), salt, 'kho4d-box-1', 32))
  return JSON.parse(decrypt(key, box.subarray(66, 78), box.subarray(78)).toString()) as PackageContent
}

function decrypt(key: Buffer, iv: Buffer, text: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, iv).setAuthTag(text.subarray(-16))
  return Buffer.concat([decipher.update(text.subarray(0, -16)), decipher.final()])
}

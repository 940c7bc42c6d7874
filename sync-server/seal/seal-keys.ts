import { createECDH, createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  closeSync,
  fsyncSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import { StartRefusal } from '../status/start-refusal.ts'
import { CURVE } from './box.ts'

/** What opens everything about persons. It lies in one file beside the database, never in it, and in no backup of it. */
export interface SealKeys {
  /** AES-256. */
  readonly sealKey: Uint8Array
  /** The secret of the marks; devices have it too. */
  readonly markKey: Uint8Array
  readonly markSalt: Uint8Array
  /** P-256: what devices seal to. The public key as 65 raw bytes. */
  readonly box: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array }
}

const BytesSchema = v.pipe(
  v.string(),
  v.regex(/^[\w-]+$/),
  v.transform((text) => new Uint8Array(Buffer.from(text, 'base64url'))),
)
const KeyFileSchema = v.object({
  version: v.literal(1),
  sealKey: BytesSchema,
  markKey: BytesSchema,
  markSalt: BytesSchema,
  boxPrivate: BytesSchema,
})

export function keyFileOf(dataFolder: string, keyFile: string | undefined): string {
  return keyFile ?? join(dataFolder, 'person.key')
}

/**
 * Reads the key file, or makes it for a database that has none yet. A database that belongs to a key file is not opened
 * without exactly that one: whatever is written meanwhile could not be read together with the rest.
 */
export async function openSealKeys(
  keyFile: string,
  { reader, writer }: { readonly reader: Reader; readonly writer: Pick<Writer, 'write'> },
): Promise<SealKeys> {
  const known = reader.get(reader.query.selectFrom('sealKey').select('fingerprint'))?.fingerprint
  if (!existsSync(keyFile)) {
    if (known !== undefined) throw keyMissing(keyFile)
    writeKeyFile(keyFile)
  }
  const keys = readKeyFile(keyFile)
  const fingerprint = fingerprintOf(keys)
  const noted = known ?? (await writer.write('noteSealKey', { fingerprint }))
  if (noted !== fingerprint) throw keyWrong(keyFile)
  return keys
}

function readKeyFile(keyFile: string): SealKeys {
  try {
    const file = v.parse(KeyFileSchema, JSON.parse(readFileSync(keyFile, 'utf8')))
    const ecdh = createECDH(CURVE)
    ecdh.setPrivateKey(file.boxPrivate)
    const { sealKey, markKey, markSalt, boxPrivate } = file
    return {
      sealKey,
      markKey,
      markSalt,
      box: { publicKey: new Uint8Array(ecdh.getPublicKey()), privateKey: boxPrivate },
    }
  } catch {
    throw keyWrong(keyFile)
  }
}

/** Whole or not at all, and never over another one: two processes may start at once. */
function writeKeyFile(keyFile: string): void {
  const ecdh = createECDH(CURVE)
  ecdh.generateKeys()
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const content = {
    version: 1,
    sealKey: text(randomBytes(32)),
    markKey: text(randomBytes(32)),
    markSalt: text(randomBytes(16)),
    boxPrivate: text(ecdh.getPrivateKey()),
  }
  mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 })
  const begun = `${keyFile}.${randomBytes(6).toString('hex')}`
  const file = openSync(begun, 'wx', 0o600)
  try {
    writeSync(file, `${JSON.stringify(content)}\n`)
    fsyncSync(file)
    closeSync(file)
    linkSync(begun, keyFile)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(begun, { force: true })
  }
}

/** Tells key files apart and says nothing about the keys. */
function fingerprintOf({ sealKey, markKey }: SealKeys): string {
  return createHash('sha256').update('kho4d-key').update(sealKey).update(markKey).digest('base64url')
}

function keyMissing(keyFile: string): StartRefusal {
  return new StartRefusal({
    vi: `Không thấy tệp khóa ${keyFile}. Dữ liệu về người nhận được niêm phong bằng tệp này, thiếu nó thì không mở được. Hãy chép tệp khóa về đúng chỗ, hoặc chỉ chỗ của nó bằng KHO4D_KEY_FILE.`,
    en: `The key file ${keyFile} is not there. What is known about persons is sealed with it and cannot be opened without. Put it back, or name its place with KHO4D_KEY_FILE.`,
  })
}

function keyWrong(keyFile: string): StartRefusal {
  return new StartRefusal({
    vi: `Tệp khóa ${keyFile} không phải của cơ sở dữ liệu này. Hãy dùng đúng tệp khóa đã đi cùng nó; đừng xóa tệp nào.`,
    en: `The key file ${keyFile} does not belong to this database. Use the one that goes with it, and delete neither.`,
  })
}

import { createHash } from 'node:crypto'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { PartHash } from '#shared/part/part'
import { openSealed } from '../../sync-server/seal/seal.ts'
import { checkPicture } from '../../sync-server/part/picture/check-picture.ts'
import { openPartPhone, type PartPhone } from '../support/part-phone.ts'
import { makeJpeg } from '../support/pictures.ts'
import type { Figure } from './figure.ts'

const PICTURES = 200
const BYTES = 300_000
const SECONDS_MAX = 180

/** A day's pictures over a line that drops every third request: how long, with how many requests, and whether all are there. */
export async function benchParts(): Promise<Figure[]> {
  const phone = await openPartPhone()
  try {
    const plainByHash = await keepAll(phone)
    let asked = 0
    phone.proxy.faultFor = ({ path }) =>
      path.includes('/parts/') && ++asked % 3 === 0 ? { kind: 'lost-on-the-way' } : undefined
    const seconds = await sendAll(phone)
    const arrived = await countArrived(phone, plainByHash)
    return [
      {
        name: `${PICTURES} pictures of ${BYTES / 1000} kB, every third request dropped`,
        value: seconds,
        unit: 's',
        target: `≤ ${SECONDS_MAX} s`,
        met: seconds <= SECONDS_MAX,
      },
      {
        name: 'requests, those dropped included',
        value: asked,
        unit: 'requests',
        reference: { name: 'pieces sent once', value: PICTURES * 2, unit: 'requests' },
        ratio: asked / (PICTURES * 2),
        target: '≤ 3 × pieces',
        met: asked <= PICTURES * 6,
      },
      {
        name: 'lost',
        value: PICTURES - arrived.right,
        unit: 'pictures',
        target: '0',
        met: arrived.right === PICTURES,
      },
      {
        name: 'doubled',
        value: arrived.rows - PICTURES,
        unit: 'pictures',
        target: '0',
        met: arrived.rows === PICTURES,
      },
    ]
  } finally {
    await phone.close()
  }
}

async function keepAll(phone: PartPhone): Promise<ReadonlyMap<PartHash, Buffer>> {
  const page = await phone.open()
  const plainByHash = new Map<PartHash, Buffer>()
  for (let i = 0; i < PICTURES; i++) {
    const plain = makeJpeg(BYTES, i)
    const hash = await page.evaluate(
      async ({ base64, caseFileId }) => {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
        const part = { kind: 'picture' as const, subjectId: 'survey-1', caseFileId, plain: bytes }
        const kept = await window.core.keepPart(window.db, part)
        if (!kept.ok) throw new Error(kept.error.kind)
        return kept.value
      },
      { base64: plain.toString('base64'), caseFileId: 'case-1' as CaseFileId },
    )
    plainByHash.set(hash, plain)
  }
  await page.close()
  return plainByHash
}

/** By itself, with the waits of a real device. */
async function sendAll(phone: PartPhone): Promise<number> {
  const page = await phone.open()
  const startedMs = performance.now()
  await page.evaluate(() => {
    window.sync = window.core.createSync({ db: window.db })
    window.sync.start()
  })
  await page.evaluate(async () => {
    while ((await window.core.readPartsState(window.db)).unsent > 0) {
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  })
  return (performance.now() - startedMs) / 1000
}

async function countArrived(
  { server }: PartPhone,
  plainByHash: ReadonlyMap<PartHash, Buffer>,
): Promise<{ readonly rows: number; readonly right: number }> {
  const rows = server.reader.all(server.reader.query.selectFrom('part').select(['hash', 'refusal']))
  let right = 0
  for (const [hash, plain] of plainByHash) {
    const file = await server.parts.files.read('kept', hash)
    const opened = file && openSealed(server.keys, file, `part:${hash}`)
    const cleaned = await checkPicture(plain)
    if (opened?.ok && cleaned.ok && hashOf(opened.value) === hashOf(cleaned.value.bytes)) right++
  }
  return { rows: rows.length, right }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

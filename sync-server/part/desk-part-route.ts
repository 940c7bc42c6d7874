import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { Hono } from 'hono'
import * as v from 'valibot'
import type { CaseFileId } from '#shared/case-file/case-file'
import {
  BlurredCopySchema,
  PICTURE_ADD_BYTES_MAX,
  PictureAddSchema,
  type PictureListSchema,
  type PictureRow,
  type RefusedPartListSchema,
} from '#shared/desk/desk-part-wire'
import { PartHashSchema, type PartHash } from '#shared/part/part'
import { sentenceForPart, type PartRefusal } from '#shared/part/part-refusal'
import { BLURRED_EDGE_MAX_PX } from '#shared/part/picture'
import type { DeskEnv } from '../access/desk-env.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { invalidField } from '../desk/desk-refusal.ts'
import { parseBody } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { isCaseKnown } from '../person/read-persons.ts'
import { checkPicture } from './picture/check-picture.ts'
import type { PartStore } from './part-store.ts'
import { isPublicPicture, readPartRow, readPictures, readRefusedParts, type PartRow } from './read-parts.ts'

export interface DeskPartDeps extends DeskDeps {
  readonly parts: PartStore
}

/** A picture stays what it is wherever it is opened: it runs nothing and asks nobody for anything. */
const AS_PICTURE = { 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store' }

/** In base64, with the field around it. */
const BODY_BYTES_MAX = Math.ceil(PICTURE_ADD_BYTES_MAX / 3) * 4 + 1_000

/** What devices brought beside their facts, for those who may see whom it is about. Each look at one is noted. */
export function deskPartRoute({ reader, writer, persons, parts, newId }: DeskPartDeps) {
  return new Hono<DeskEnv>()
    .get('/case-files/:id/pictures', (c) => {
      const rows = readPictures(reader, c.req.param('id') as CaseFileId)
      return c.json({ pictures: rows.map(pictureRow) } satisfies v.InferOutput<typeof PictureListSchema>)
    })
    .post('/case-files/:id/pictures', async (c) => {
      const body = await parseBody(c, PictureAddSchema, BODY_BYTES_MAX)
      if (!body.ok) return refuseDesk(c, body.error)
      const caseFileId = c.req.param('id') as CaseFileId
      if (!isCaseKnown(reader, caseFileId)) return refuseDesk(c, { kind: 'not-found' })
      const bytes = Buffer.from(body.value.base64, 'base64')
      const added = await parts.addPicture({ caseFileId, subjectId: newId(), bytes })
      if (added.ok) return c.json(pictureRow(readPartRow(reader, added.value)!), 201)
      if (added.error.kind === 'erased') return refuseDesk(c, { kind: 'not-found' })
      return refuseDesk(c, invalidField('base64', sentenceForPart(added.error)))
    })
    .get('/refused-parts', (c) => {
      const rows = readRefusedParts(reader).map(({ deviceName, refusal, ...row }) => ({
        hash: row.hash,
        kind: row.kind,
        caseFileId: row.caseFileId,
        deviceId: row.deviceId,
        deviceName: deviceName ?? row.deviceId,
        receivedAt: row.receivedAt,
        sentence: sentenceForPart(JSON.parse(refusal!) as PartRefusal),
      }))
      return c.json({ parts: rows } satisfies v.InferOutput<typeof RefusedPartListSchema>)
    })
    .get('/parts/:hash', async (c) => {
      const row = rowOf(c)
      if (!row || row.erasedAt !== null) return refuseDesk(c, { kind: 'not-found' })
      await persons.note([row.caseFileId], { by: { staffId: c.var.session.me.id }, why: row.kind })
      if (row.refusal !== null) return sendAsItCame(c, row)
      const opened = await parts.open(row.hash)
      if (!opened.ok) return refuseDesk(c, { kind: 'not-found' })
      const type = row.type ?? 'application/json'
      return c.body(Uint8Array.from(opened.value), 200, { ...AS_PICTURE, 'content-type': type })
    })
    .post('/parts/:hash/public', async (c) => {
      const row = rowOf(c)
      if (!row) return refuseDesk(c, { kind: 'not-found' })
      const body = await parseBody(c, BlurredCopySchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const picture = await checkPicture(Buffer.from(body.value.base64, 'base64'))
      if (!picture.ok) return refuseDesk(c, invalidField('base64', sentenceForPart(picture.error)))
      const { width, height, bytes, type } = picture.value
      if (Math.max(width, height) > BLURRED_EDGE_MAX_PX || type !== 'image/jpeg') {
        const refusal = { kind: 'picture-too-large', edgeMaxPx: BLURRED_EDGE_MAX_PX } as const
        return refuseDesk(c, invalidField('base64', sentenceForPart(refusal)))
      }
      const publicHash = createHash('sha256').update(bytes).digest('hex') as PartHash
      await parts.files.write('public', publicHash, bytes)
      return setPublic(c, row, publicHash)
    })
    .delete('/parts/:hash/public', (c) => {
      const row = rowOf(c)
      return row ? setPublic(c, row, null) : refuseDesk(c, { kind: 'not-found' })
    })

  function rowOf(c: Context): PartRow | undefined {
    const hash = v.safeParse(PartHashSchema, c.req.param('hash'))
    return hash.success ? readPartRow(reader, hash.output) : undefined
  }

  async function setPublic(
    c: Context<DeskEnv>,
    row: PartRow,
    publicHash: PartHash | null,
  ): Promise<Response> {
    const by = c.var.session.me.id
    const isSet = await writer.write('setPublicPicture', { hash: row.hash, publicHash, by })
    for (const copy of [row.publicHash, publicHash]) {
      if (copy !== null && !isPublicPicture(reader, copy)) await parts.files.remove('public', copy)
    }
    return isSet ? c.json({ publicHash }) : refuseDesk(c, { kind: 'not-found' })
  }

  /** It could not be taken, so nobody knows what it is: it is handed out as a file and never shown. */
  async function sendAsItCame(c: Context, { hash }: PartRow): Promise<Response> {
    const raw = await parts.openRefused(hash)
    if (!raw.ok) return refuseDesk(c, { kind: 'not-found' })
    return c.body(Uint8Array.from(raw.value), 200, {
      ...AS_PICTURE,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${hash}.part"`,
    })
  }
}

function pictureRow({ hash, subjectId, receivedAt, width, height, publicHash }: PartRow): PictureRow {
  return { hash, subjectId, receivedAt, width: width ?? 0, height: height ?? 0, publicHash }
}

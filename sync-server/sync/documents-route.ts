import { Hono } from 'hono'
import { DOCUMENTS_PER_PULL_MAX } from '#shared/sync/limits'
import { COLLECTIONS, type Collection } from '#shared/sync/wire'
import { readHead } from '../database/change-watch.ts'
import type { Reader } from '../database/open-reader.ts'
import type { DeviceEnv } from '../http/app-env.ts'
import { refuse } from '../http/refuse.ts'
import { sendText } from '../http/send-text.ts'
import { readDigest, readDocuments } from './read-documents.ts'
import { readNumber } from './read-number.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** Documents changed since a version, and a digest by which a device notices drift. */
export function documentsRoute({ reader }: { readonly reader: Reader }) {
  const digests = new Map<string, { readonly version: number; readonly text: string }>()
  return new Hono<DeviceEnv>()
    .get('/documents/:collection', (c) => {
      const collection = readCollection(c.req.param('collection'))
      if (!collection) return refuse(c, { kind: 'not-found' })
      const max = DOCUMENTS_PER_PULL_MAX
      const after = readNumber(c, 'after', { otherwise: 0, min: 0, max: Number.MAX_SAFE_INTEGER })
      const limit = readNumber(c, 'limit', { otherwise: max, min: 1, max: Number.MAX_SAFE_INTEGER })
      if (after === undefined) return refuse(c, { kind: 'malformed', field: 'after' })
      if (limit === undefined) return refuse(c, { kind: 'malformed', field: 'limit' })
      const { warehouseId } = c.var.device
      return sendText(
        c,
        readDocuments(reader, { collection, warehouseId, after, limit: Math.min(limit, max) }),
        JSON_TYPE,
      )
    })
    .get('/documents/:collection/digest', (c) => {
      const collection = readCollection(c.req.param('collection'))
      if (!collection) return refuse(c, { kind: 'not-found' })
      const { warehouseId } = c.var.device
      const { documentVersion } = readHead(reader)
      const key = `${collection}|${warehouseId}`
      let known = digests.get(key)
      if (known?.version !== documentVersion) {
        known = { version: documentVersion, text: readDigest(reader, collection, warehouseId) }
        digests.set(key, known)
      }
      return sendText(c, known.text, JSON_TYPE)
    })
}

function readCollection(text: string): Collection | undefined {
  return COLLECTIONS.find((collection) => collection === text)
}

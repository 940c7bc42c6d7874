import { Hono } from 'hono'
import {
  IMPORT_BYTES_MAX,
  IMPORT_KINDS,
  ImportRequestSchema,
  type ImportKind,
} from '#shared/desk/desk-import-wire'
import type { DeskEnv } from '../access/desk-env.ts'
import type { Writer } from '../database/writer.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { invalidField } from '../desk/desk-refusal.ts'
import { SENTENCE_BY_FIELD } from '../desk/field-sentences.ts'
import { parseBody } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { CASE_FILE_COLUMNS, CASE_FILE_EXAMPLES } from './case-file-columns.ts'
import type { ImportArgs } from './import-jobs.ts'
import { ITEM_COLUMNS, ITEM_EXAMPLES } from './item-columns.ts'
import { REQUEST_COLUMNS, requestExamples } from './plan-requests.ts'
import { templateCsv } from './read-csv.ts'

/** CSV files of the catalogue and of case files: looked at first, then taken in whole. */
export function importRoute({ writer, keys, markKeeper, preChecker, now }: DeskDeps) {
  return new Hono<DeskEnv>()
    .get('/imports/:kind/template', (c) => {
      const kind = importKind(c.req.param('kind'))
      if (!kind) return refuseDesk(c, { kind: 'not-found' })
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', `attachment; filename="${kind}.csv"`)
      return c.body(importTemplate(kind))
    })
    .post('/imports/:kind', async (c) => {
      const kind = importKind(c.req.param('kind'))
      if (!kind) return refuseDesk(c, { kind: 'not-found' })
      const body = await parseBody(c, ImportRequestSchema, IMPORT_BYTES_MAX)
      if (!body.ok) return refuseDesk(c, body.error)
      const { text, base64, commit, skipBad } = body.value
      const file = base64 === undefined ? text : bytesOf(base64)
      if (file === undefined || file.length === 0) {
        return refuseDesk(c, invalidField('text', SENTENCE_BY_FIELD['text']!))
      }
      const { id } = c.var.session.me
      const args = { file, commit, skipBad, importedBy: id, changedBy: id, at: now() }
      const imported = await importInto(writer, kind, args, async () => keys)
      if (commit) void markKeeper.look()
      if (commit && kind === 'requests') void preChecker.look()
      return imported.ok ? c.json(imported.value) : refuseDesk(c, imported.error)
    })
}

/** Only case files are about persons, so only they ask for the key. */
export async function importInto(
  writer: Pick<Writer, 'write'>,
  kind: ImportKind,
  args: ImportArgs,
  openKeys: () => Promise<Pick<SealKeys, 'sealKey'>>,
) {
  if (kind === 'items') return writer.write('importItems', args)
  const { sealKey } = await openKeys()
  const job = kind === 'requests' ? 'importRequests' : 'importCaseFiles'
  return writer.write(job, { ...args, keys: { sealKey } })
}

export function importTemplate(kind: ImportKind): string {
  switch (kind) {
    case 'items':
      return templateCsv(ITEM_COLUMNS, ITEM_EXAMPLES)
    case 'case-files':
      return templateCsv(CASE_FILE_COLUMNS, CASE_FILE_EXAMPLES)
    case 'requests':
      return templateCsv(REQUEST_COLUMNS, requestExamples())
  }
}

function importKind(text: string): ImportKind | undefined {
  return IMPORT_KINDS.find((kind) => kind === text)
}

/** A plain array: a Buffer may be a window on memory that is not ours to hand to another thread. */
function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

import { expect, test } from 'vitest'
import { createChangeWatch } from '../../../sync-server/database/change-watch.ts'
import { backupDatabase } from '../../../sync-server/database/backup.ts'
import { openReader } from '../../../sync-server/database/open-reader.ts'
import { createWriter, openWriterInProcess } from '../../../sync-server/database/writer.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

const AT = '2026-11-21T02:00:00.000Z'

function item(id: string) {
  const body = {
    id,
    name: 'Gạo',
    category: 'staple',
    baseUnit: 'gram',
    unit: 'kg',
    packs: [],
    dates: 'none',
  } as never
  return { collection: 'items', id, body, changedBy: 'desk', at: AT } as const
}

test('a job that throws takes back only its own work, and rejects only its own caller', async () => {
  const temp = makeTempFolder()
  const writer = createWriter(temp.folder)
  const reader = openReader(temp.folder)
  const broken = { ...item('item:broken'), changedBy: null as never }
  const outcomes = await Promise.allSettled([
    writer.write('putDocument', item('item:a')),
    writer.write('putDocument', broken),
    writer.write('putDocument', item('item:b')),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  const rows = reader.all(reader.query.selectFrom('document').select(['id', 'version']).orderBy('version'))
  expect(rows).toEqual([
    { id: 'item:a', version: 1 },
    { id: 'item:b', version: 2 },
  ])
  reader.close()
  await writer.close()
  temp.remove()
})

test('the same content makes no new version; a change is a version with who and when', async () => {
  const temp = makeTempFolder()
  const writer = openWriterInProcess(temp.folder)
  const reader = openReader(temp.folder)
  await writer.write('putDocument', item('item:a'))
  await writer.write('putDocument', { ...item('item:a'), changedBy: 'another' })
  await writer.write('deleteDocument', { collection: 'items', id: 'item:a', changedBy: 'admin', at: AT })
  const history = reader.all(
    reader.query.selectFrom('documentHistory').select(['version', 'deleted', 'changedBy']).orderBy('version'),
  )
  expect(history).toEqual([
    { version: 1, deleted: 0, changedBy: 'desk' },
    { version: 2, deleted: 1, changedBy: 'admin' },
  ])
  reader.close()
  await writer.close()
  temp.remove()
})

test('what another process commits is noticed', async () => {
  const temp = makeTempFolder()
  const server = createWriter(temp.folder)
  const reader = openReader(temp.folder)
  const watch = createChangeWatch(reader)
  const noticed = new Promise((resolve) => watch.listen(resolve))
  const commandLine = openWriterInProcess(temp.folder)
  await commandLine.write('putDocument', item('item:a'))
  expect(await noticed).toEqual({ seq: 0, documentVersion: 1 })
  // The server's own writer sees it too, although it had read before.
  expect(await server.write('putDocument', item('item:b'))).toEqual({ version: 2 })
  watch.close()
  reader.close()
  await commandLine.close()
  await server.close()
  temp.remove()
})

test('a backup beside a running server opens as a database with everything committed', async () => {
  const temp = makeTempFolder()
  const writer = createWriter(temp.folder)
  await writer.write('putDocument', item('item:a'))
  const copy = join(temp.folder, 'copy')
  mkdirSync(copy)
  await backupDatabase(temp.folder, join(copy, 'backup.sqlite'))
  renameSync(join(copy, 'backup.sqlite'), join(copy, 'kho4d.sqlite'))
  await openWriterInProcess(copy).close()
  const reader = openReader(copy)
  expect(reader.all(reader.query.selectFrom('document').select('id'))).toEqual([{ id: 'item:a' }])
  reader.close()
  await writer.close()
  temp.remove()
})

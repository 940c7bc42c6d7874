import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startServer } from '../../../sync-server/main.ts'
import { openSealed, openSealedJson, seal, sealJson } from '../../../sync-server/seal/seal.ts'
import { StartRefusal } from '../../../sync-server/status/start-refusal.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

const start = (dataFolder: string) => startServer({ port: 0, host: '127.0.0.1', dataFolder })

test('a database opens with its own key file and with no other, and says which is missing', async () => {
  const [here, elsewhere] = [makeTempFolder(), makeTempFolder()]
  const first = await start(here.folder)
  const sealed = seal(first.keys, Buffer.from('Bà Năm'), 'case-1')
  await first.close()
  await start(elsewhere.folder).then((it) => it.close())

  const again = await start(here.folder)
  expect(openSealed(again.keys, sealed, 'case-1').ok).toBe(true)
  await again.close()

  const keyFile = join(here.folder, 'person.key')
  const own = readFileSync(keyFile)
  writeFileSync(keyFile, readFileSync(join(elsewhere.folder, 'person.key')))
  await expect(start(here.folder)).rejects.toThrow(StartRefusal)
  rmSync(keyFile)
  await expect(start(here.folder)).rejects.toThrow(/person\.key is not there/)
  writeFileSync(keyFile, own)
  await start(here.folder).then((it) => it.close())
  here.remove()
  elsewhere.remove()
})

test.skipIf(process.platform === 'win32')('nobody else on the machine may read the key file', async () => {
  const temp = makeTempFolder()
  await start(temp.folder).then((it) => it.close())
  expect(statSync(join(temp.folder, 'person.key')).mode & 0o077).toBe(0)
  temp.remove()
})

test('sealed bytes open unchanged, whole, and for the case file they belong to alone', () => {
  const keys = { sealKey: new Uint8Array(32).fill(7) }
  const value = { name: 'Bà Năm' }
  const sealed = sealJson(keys, value, 'case-1')
  expect(openSealedJson(keys, sealed, 'case-1')).toEqual({ ok: true, value })
  const unreadable = { ok: false, error: { kind: 'sealed-unreadable' } }
  expect(openSealed(keys, sealed, 'case-2')).toEqual(unreadable)
  expect(openSealed({ sealKey: new Uint8Array(32) }, sealed, 'case-1')).toEqual(unreadable)
  expect(openSealed(keys, sealed.slice(0, -1), 'case-1')).toEqual(unreadable)
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.slice()
    changed[at]! ^= 1
    expect(openSealed(keys, changed, 'case-1')).toEqual(unreadable)
  }
})

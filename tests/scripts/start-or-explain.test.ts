import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { whyNotStarted } from '../../scripts/why-not-started.ts'
import { readConfig } from '../../sync-server/config.ts'
import { startServer } from '../../sync-server/main.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { startTestServer } from '../support/test-server.ts'

const start = (dataFolder: string, port = 0) =>
  startServer({ port, host: '127.0.0.1', dataFolder }).then(
    () => new Error('it started'),
    (reason: unknown) => reason,
  )

test('a port that is taken is told in words, with the way out', async () => {
  const first = await startTestServer()
  const temp = makeTempFolder()
  const { port } = first
  const why = whyNotStarted(await start(temp.folder, port), { port, dataFolder: temp.folder })
  for (const sentence of [why?.vi, why?.en]) {
    expect(sentence).toContain(String(port))
    expect(sentence).toContain('PORT=')
  }
  await first.close()
  temp.remove()
})

test('a database that is damaged, and a folder that is none, are told in words that name it', async () => {
  const temp = makeTempFolder()
  const dataFolder = join(temp.folder, 'damaged')
  await startServer({ port: 0, host: '127.0.0.1', dataFolder }).then((it) => it.close())
  writeFileSync(join(dataFolder, 'kho4d.sqlite'), 'x'.repeat(40_000))
  const damaged = whyNotStarted(await start(dataFolder), { port: 4040, dataFolder })
  expect(damaged?.vi).toContain(`kho4d.sqlite trong ${dataFolder} đã hỏng`)

  const file = join(temp.folder, 'file')
  writeFileSync(file, '')
  const noFolder = whyNotStarted(await start(file), { port: 4040, dataFolder: file })
  expect(noFolder?.en).toContain(`The data folder ${file} cannot be written to`)
  temp.remove()
})

test('a right that the data folder lacks is not told as one of the port', () => {
  const denied = (syscall: string) => Object.assign(new Error('denied'), { code: 'EACCES', syscall })
  const why = (syscall: string) => whyNotStarted(denied(syscall), { port: 80, dataFolder: '/srv/kho' })?.en
  expect(why('listen')).toContain('port 80')
  expect(why('mkdir')).toContain('data folder /srv/kho')
})

test('what nobody at the keyboard can mend stays what it is', () => {
  expect(whyNotStarted(new Error('disk'), { port: 4040, dataFolder: '/srv/kho' })).toBeUndefined()
})

test('a variable that is left empty is left out', () => {
  const empty = { PORT: '', KHO4D_DATA: '', KHO4D_KEY_FILE: '', KHO4D_MESSAGE_URL: '', KHO4D_PUBLIC_URL: '' }
  expect(readConfig(empty)).toEqual({ port: 4040, dataFolder: resolve('data') })
})

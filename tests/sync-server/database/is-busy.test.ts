import { expect, test } from 'vitest'
import { isBusy } from '../../../sync-server/database/is-busy.ts'
import { openForWriting } from '../../../sync-server/database/open-database.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

test('a database that another process holds is told as busy, also from another thread', () => {
  const temp = makeTempFolder()
  const [holder, other] = [openForWriting(temp.folder), openForWriting(temp.folder)]
  other.pragma('busy_timeout = 0')
  holder.exec('BEGIN IMMEDIATE')
  const error = errorOf(() => other.exec('BEGIN IMMEDIATE'))
  expect([isBusy(error), isBusy(structuredClone(error))]).toEqual([true, true])
  expect(isBusy(errorOf(() => other.exec('SELECT nothing')))).toBe(false)
  for (const sqlite of [holder, other]) sqlite.close()
  temp.remove()
})

function errorOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

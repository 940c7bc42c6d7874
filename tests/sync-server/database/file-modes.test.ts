import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backupDatabase } from '../../../sync-server/database/backup.ts'
import { openForWriting } from '../../../sync-server/database/open-database.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

test.skipIf(process.platform === 'win32')(
  'nobody else on the machine may look into the data or a backup of it',
  async () => {
    const temp = makeTempFolder()
    const folder = join(temp.folder, 'data')
    const backup = join(temp.folder, 'backup.sqlite')
    openForWriting(folder).close()
    await backupDatabase(folder, backup)
    const openToOthers = [folder, backup].map((path) => statSync(path).mode & 0o077)
    expect(openToOthers).toEqual([0, 0])
    temp.remove()
  },
)

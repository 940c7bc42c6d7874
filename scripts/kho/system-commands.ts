import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { err, ok } from '#shared/result'
import { backupDatabase } from '../../sync-server/database/backup.ts'
import { ensureSetupCode } from '../../sync-server/staff/ensure-setup-code.ts'
import { setupUrl } from '../../sync-server/staff/setup-url.ts'
import { usageRefusal, type Command } from './command.ts'

export const SYSTEM_COMMANDS: readonly Command[] = [
  {
    name: 'setup-code',
    usage: '',
    summary:
      'Mã thiết lập dùng một lần, khi chưa có quản trị · a one-time set-up code while there is no administrator',
    options: {},
    begins: true,
    async run({ writer, origin }) {
      const code = await ensureSetupCode(writer)
      if (code !== undefined) return ok({ code, url: setupUrl(origin, code) })
      return err(
        usageRefusal(
          'Đã có người quản trị, nên không có mã thiết lập. Hãy đăng nhập hoặc đổi mật khẩu bằng staff set-password.',
          'There is an administrator already, so there is no set-up code. Sign in, or use staff set-password.',
        ),
      )
    },
  },
  {
    name: 'rebuild',
    usage: '',
    summary: 'Tính lại tồn kho từ sổ cái và so · build stock anew from the ledger and compare',
    options: {},
    run: async ({ writer, now }) => ok(await writer.write('rebuild', { at: now() })),
  },
  {
    name: 'backup',
    usage: 'FILE',
    summary: 'Chép cơ sở dữ liệu ra một tệp mới · copy the database into a new file',
    wordsMax: 1,
    options: {},
    async run({ dataFolder, path }, { positionals }) {
      const [typed] = positionals
      if (typed === undefined) return err(usageRefusal('Thiếu tên tệp.', 'The name of the file is missing.'))
      const target = path(typed)
      if (existsSync(target)) {
        return err(
          usageRefusal('Tệp này đã có. Hãy chọn tên khác.', 'This file exists. Choose another name.'),
        )
      }
      mkdirSync(dirname(target), { recursive: true })
      await backupDatabase(dataFolder, target)
      return ok({ file: target })
    },
  },
]

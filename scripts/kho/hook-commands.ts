import { randomBytes } from 'node:crypto'
import { err, ok } from '#shared/result'
import { sealHookSecret } from '../../sync-server/request/hook-jobs.ts'
import { usageRefusal, type Command } from './command.ts'

const NAME_WRONG = usageRefusal(
  'Tên gồm chữ thường không dấu, số và dấu -, ví dụ zalo hoặc tong-dai-1022.',
  'A name has small plain letters, digits and -, such as zalo or hotline-1022.',
)

/** Other systems that hand in requests: docs/web-hook.md. */
export const HOOK_COMMANDS: readonly Command[] = [
  {
    name: 'hook add',
    usage: 'NAME',
    summary:
      'Thêm nơi được gửi yêu cầu vào, in khóa bí mật một lần · let another system hand in requests; prints its secret once',
    wordsMax: 1,
    options: {},
    async run({ writer, openKeys, origin, now }, { positionals }) {
      const name = positionals[0] ?? ''
      if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(name)) return err(NAME_WRONG)
      const secret = randomBytes(32).toString('base64url')
      const sealed = sealHookSecret(await openKeys(), name, secret)
      await writer.write('putHook', { name, sealed, createdAt: now() })
      return ok({ name, secret, url: `${origin}/api/hooks/${name}` })
    },
  },
  {
    name: 'hook revoke',
    usage: 'NAME',
    summary: 'Không nhận từ nơi này nữa · take no more requests from it',
    wordsMax: 1,
    options: {},
    async run({ writer, now }, { positionals }) {
      const name = positionals[0] ?? ''
      const isRevoked = await writer.write('revokeHook', { name, at: now() })
      return isRevoked ? ok({ name, revoked: true }) : err({ kind: 'not-found' })
    },
  },
  {
    name: 'hook list',
    usage: '',
    summary: 'Những nơi được gửi yêu cầu vào · the systems that may hand in requests',
    options: {},
    run: async ({ reader }) =>
      ok({
        hooks: reader.all(
          reader.query.selectFrom('hook').select(['name', 'createdAt', 'revokedAt']).orderBy('name'),
        ),
      }),
  },
]

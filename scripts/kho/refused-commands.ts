import { ok } from '#shared/result'
import { sentenceForFact, type FactRefusal } from '#shared/sync/refusal'
import { readRefused } from '../../sync-server/movement/read-refused.ts'
import type { Command } from './command.ts'

const ROWS_MAX = 200

/** What devices sent that was not taken: it is kept as it came, also for the day a tablet is lost with its quarantine. */
export const REFUSED_COMMANDS: readonly Command[] = [
  {
    name: 'refused list',
    usage: '',
    summary:
      'Ghi nhận máy chủ không nhận, mới nhất trước · records that were refused, with the reason and as they came, newest first',
    options: {},
    async run({ reader }) {
      const { rows, total } = readRefused(reader, { page: 1, limit: ROWS_MAX })
      return ok({
        refused: rows.map(({ refusal, raw, ...row }) => ({
          ...row,
          ...reasonOf(refusal),
          fact: JSON.parse(raw) as unknown,
        })),
        total,
      })
    },
  },
]

function reasonOf(text: string) {
  const refusal = JSON.parse(text) as FactRefusal
  return { refusal, message: sentenceForFact(refusal) }
}

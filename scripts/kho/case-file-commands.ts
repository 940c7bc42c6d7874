import { tickUntilFrom } from '#shared/case-file/tick-until'
import type { CaseFile } from '#shared/case-file/case-file'
import { TickRequestSchema } from '#shared/desk/desk-case-file-wire'
import { FindingQuerySchema } from '#shared/desk/desk-finding-wire'
import { err, ok } from '#shared/result'
import type { StaffId } from '#shared/staff/staff'
import type { Collection, DocumentBody } from '#shared/sync/wire'
import { POLICY } from '../../sync-server/access/policy.ts'
import type { Reader } from '../../sync-server/database/open-reader.ts'
import { DAY_OVER } from '../../sync-server/case-file/case-file-route.ts'
import { refuseTick } from '../../sync-server/case-file/refuse-case-file.ts'
import { readCaseFile } from '../../sync-server/case-file/read-case-file.ts'
import { invalidField } from '../../sync-server/desk/desk-refusal.ts'
import { parseFields } from '../../sync-server/desk/parse-desk.ts'
import { readFindings } from '../../sync-server/finding/read-findings.ts'
import { daysOf, readTickDays } from '../../sync-server/setting/settings.ts'
import { parseDay } from '../../sync-server/import/case-file-from-line.ts'
import { COMMAND_LINE, STRING, usageRefusal, valueOf, type Command } from './command.ts'
import { findStaff } from './find-by-name.ts'

const NOBODY_ANSWERS = usageRefusal(
  'Tích xanh cần có người đứng tên: --by TÊN.',
  'A green tick names who answers for it: --by NAME.',
)

const NO_VERIFIER = usageRefusal(
  'Tích xanh phải do người xác minh, điều phối hoặc quản trị đứng tên (--by).',
  'A verifier, coordinator or administrator answers for a green tick (--by).',
)

export const CASE_FILE_COMMANDS: readonly Command[] = [
  {
    name: 'tick set',
    usage: 'CODE green|yellow|red [--until 2026-12-31] [--by STAFF] [--reason TEXT]',
    summary:
      'Đặt tích cho hồ sơ · set the tick of a case file; green names the verifier who answers for it (--by) and lasts as many days as the rules say',
    wordsMax: 2,
    options: { until: STRING, by: STRING, reason: STRING },
    async run(context, input) {
      const [code, tick] = input.positionals
      const until = valueOf(input, 'until')
      const given = parseFields(
        {
          tick,
          reason: valueOf(input, 'reason') ?? '',
          ...(until !== undefined && { until: parseDay(until) ?? until }),
        },
        TickRequestSchema,
      )
      if (!given.ok) return given
      const by = valueOf(input, 'by')
      if (by === undefined && tick === 'green') return err(NOBODY_ANSWERS)
      const staffId = by === undefined ? ok(COMMAND_LINE) : findStaff(context, by)
      if (!staffId.ok) return staffId
      if (tick === 'green' && !mayVerify(context.reader, staffId.value)) return err(NO_VERIFIER)
      const caseFile = readAll(context.reader, 'caseFiles').find(
        (it) => it.code.toUpperCase() === code?.toUpperCase() || it.id === code,
      )
      if (!caseFile) return err(usageRefusal('Không có hồ sơ này.', 'There is no such case file.'))
      const at = context.now()
      const days = daysOf(readTickDays(context.reader), caseFile.category)
      const tickUntil = tickUntilFrom(given.value.tick, given.value.until, at, days)
      if (tickUntil !== null && tickUntil < at) return err(invalidField('until', DAY_OVER))
      const set = await context.writer.write('setVerifiedTick', {
        id: caseFile.id,
        isDecidedElsewhere: true,
        tick: given.value.tick,
        tickUntil,
        reason: given.value.reason,
        changedBy: staffId.value,
        at,
      })
      if (!set.ok) return err(refuseTick(set.error))
      return ok(readCaseFile(context.reader, set.value)!.body satisfies CaseFile)
    },
  },
  {
    name: 'case-files list',
    usage: '',
    summary: 'Các hồ sơ, không có tên người · the case files, without persons',
    options: {},
    run: async ({ reader }) => ok({ caseFiles: readAll(reader, 'caseFiles') }),
  },
  {
    name: 'items list',
    usage: '',
    summary: 'Danh mục hàng · the catalogue',
    options: {},
    run: async ({ reader }) => ok({ items: readAll(reader, 'items') }),
  },
  {
    name: 'findings list',
    usage: '[--state open|closed|all] [--kind KIND] [--page 1] [--limit 200]',
    summary: 'Điểm cần kiểm tra · findings',
    options: { state: STRING, kind: STRING, page: STRING, limit: STRING },
    async run({ reader }, { values }) {
      const query = parseFields({ limit: '200', ...values }, FindingQuerySchema)
      return query.ok ? ok(readFindings(reader, query.value)) : query
    },
  },
]

function mayVerify(reader: Reader, staffId: string): boolean {
  const row = reader.get(
    reader.query
      .selectFrom('staffMember')
      .select('role')
      .where('id', '=', staffId as StaffId),
  )
  return row !== undefined && POLICY['POST /api/desk/case-files/:id/tick'].includes(row.role)
}

function readAll<C extends Collection>(reader: Reader, collection: C): DocumentBody<C>[] {
  return reader
    .all(
      reader.query
        .selectFrom('document')
        .select('body')
        .where('collection', '=', collection)
        .where('deleted', '=', 0)
        .orderBy('version'),
    )
    .map(({ body }) => JSON.parse(body) as DocumentBody<C>)
}

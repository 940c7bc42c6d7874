import { randomUUID } from 'node:crypto'
import type { CaseFileId } from '#shared/case-file/case-file'
import { CONSENT_VERSION } from '#shared/request/request'
import { ok } from '#shared/result'
import { hashSecret } from '../access/secret.ts'
import { lifeBody } from '../case-file/follow-case-file.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { sealHousehold } from '../person/persons.ts'
import { readSent, receiveRequest } from '../request/receive-request.ts'
import { sealContact } from '../request/request-contact.ts'
import { trackCodeFor, trackHashOf } from '../request/track-codes.ts'
import { CASE_FILE_COLUMNS, CASE_FILE_EXAMPLES, type CaseFileColumn } from './case-file-columns.ts'
import { caseFileFromLine } from './case-file-from-line.ts'
import type { CaseFileImportArgs, LinePlanner } from './import-jobs.ts'
import { createLookup, mergeHousehold } from './plan-case-files.ts'

export type RequestColumn = Exclude<CaseFileColumn, 'code' | 'tick' | 'tickUntil'>

/** As for case files, but nobody has given them a code or a tick yet. */
export const REQUEST_COLUMNS = CASE_FILE_COLUMNS.filter(
  ({ key }) => key !== 'code' && key !== 'tick' && key !== 'tickUntil',
) as {
  readonly key: RequestColumn
  readonly title: string
  readonly names: readonly string[]
  readonly required: boolean
}[]

/** The examples of case files without what requests do not have. */
export function requestExamples(): string[][] {
  const isTaken = CASE_FILE_COLUMNS.map(({ key }) => REQUEST_COLUMNS.some((it) => it.key === key))
  return CASE_FILE_EXAMPLES.map((cells) => cells.filter((_, i) => isTaken[i]))
}

const SENDER = 'csv'

/** Each line is a request; the same line again, in this file or the next, is the same request. */
export function planRequests(
  db: WriterDb,
  { keys, changedBy, at }: Pick<CaseFileImportArgs, 'keys' | 'changedBy' | 'at'>,
): LinePlanner<RequestColumn> {
  const lookup = createLookup(db)
  const seen = new Set<string>()
  return ({ cells }) => {
    const parsed = caseFileFromLine({ ...cells, code: 'YC' }, lookup)
    if (!parsed.ok) return parsed
    const { written, householdSize = 1, needs = [], ...kind } = parsed.value
    const idHash = hashSecret(JSON.stringify(REQUEST_COLUMNS.map(({ key }) => cells[key] ?? '')))
    const sent = { sender: SENDER, idHash }
    if (seen.has(idHash) || readSent(db, sent)) return ok({ kind: 'unchanged' })
    seen.add(idHash)
    return ok({
      kind: 'new',
      assumed: [],
      store() {
        const caseFileId = randomUUID() as string as CaseFileId
        const household = mergeHousehold(written, undefined) ?? {
          persons: [{ name: '' }],
          address: '',
          howToFind: '',
        }
        receiveRequest(db, {
          caseFileId,
          source: 'csv',
          by: changedBy,
          at,
          body: lifeBody({ ...kind, householdSize, needs }),
          household: sealHousehold(keys, caseFileId, household),
          contact: sealContact(keys, caseFileId, { words: '' }),
          tell: false,
          trackHash: trackHashOf(trackCodeFor(keys, caseFileId)),
          // Whoever made the list has asked; the desk says so when it takes the list in.
          consent: CONSENT_VERSION,
          forOther: true,
          sent,
        })
      },
    })
  }
}

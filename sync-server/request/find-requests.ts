import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { CaseFileId } from '#shared/case-file/case-file'
import { matchesFolded } from '#shared/i18n/fold'
import { searchWords } from '#shared/i18n/search-words'
import { normaliseNumber } from '#shared/person/mark'
import type { Reader } from '../database/open-reader.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { openContact } from './request-contact.ts'

const AT_ONCE = 200

/** Requests that somebody of this name or number handed in for another: opened in memory and closed again. */
export async function findRequests(
  { reader, keys }: { readonly reader: Reader; readonly keys: Pick<SealKeys, 'sealKey'> },
  { name, phone }: { readonly name: string; readonly phone: string },
  limit: number,
): Promise<CaseFileId[]> {
  const words = searchWords(name).join(' ')
  const number = normaliseNumber('phone', phone)
  const found: CaseFileId[] = []
  if (words === '' && number === undefined) return found
  let last = ''
  for (;;) {
    const rows = reader.all(
      reader.query
        .selectFrom('requestContact')
        .select(['caseFileId', 'sealed', 'tell'])
        .where('caseFileId', '>', last as CaseFileId)
        .orderBy('caseFileId')
        .limit(AT_ONCE),
    )
    for (const row of rows) {
      const requester = openContact(keys, row)?.requester
      if (!requester) continue
      const isNamed = words !== '' && matchesFolded(searchWords(requester.name).join(' '), words)
      const isCalled = number !== undefined && normaliseNumber('phone', requester.phone) === number
      if (isNamed || isCalled) found.push(row.caseFileId)
      if (found.length === limit) return found
    }
    if (rows.length < AT_ONCE) return found
    last = rows.at(-1)!.caseFileId
    await letOthersRun()
  }
}

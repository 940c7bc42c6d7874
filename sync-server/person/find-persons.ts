import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { CaseFileId } from '#shared/case-file/case-file'
import { matchesFolded } from '#shared/i18n/fold'
import { searchWords } from '#shared/i18n/search-words'
import type { Household } from '#shared/person/person'
import { sql } from 'kysely'
import type { Reader } from '../database/open-reader.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { markOf } from './mark-of.ts'
import { openHousehold } from './persons.ts'

const AT_ONCE = 200

/** Who has this number, exactly: its mark is looked up, and nothing is opened. */
export async function findByNumber(
  { reader, keys }: { readonly reader: Reader; readonly keys: SealKeys },
  kind: 'id' | 'phone',
  value: string,
): Promise<CaseFileId[]> {
  const mark = await markOf(keys, kind, value)
  if (mark === undefined) return []
  const rows = reader.all(
    reader.query
      .selectFrom('householdMark')
      .select('caseFileId')
      .where('mark', '=', mark)
      .orderBy('caseFileId'),
  )
  return rows.map(({ caseFileId }) => caseFileId)
}

/** Who has this name: every household is opened in memory and closed again, some at a time, so that others are answered. */
export async function findByName(
  { reader, keys }: { readonly reader: Reader; readonly keys: Pick<SealKeys, 'sealKey'> },
  name: string,
  limit: number,
): Promise<CaseFileId[]> {
  const words = searchWords(name).join(' ')
  const found: CaseFileId[] = []
  if (words === '') return found
  let last = ''
  for (;;) {
    const rows = reader.all(
      reader.query
        .selectFrom('household')
        .select(['caseFileId', 'sealed'])
        .where('caseFileId', '>', last as CaseFileId)
        .orderBy('caseFileId')
        .limit(AT_ONCE),
    )
    for (const { caseFileId, sealed } of rows) {
      const opened = openHousehold(keys, caseFileId, sealed)
      if (!opened.ok || !isNamed(opened.value, words)) continue
      found.push(caseFileId)
      if (found.length === limit) return found
    }
    if (rows.length < AT_ONCE) return found
    last = rows.at(-1)!.caseFileId
    await letOthersRun()
  }
}

export function countUnmarked(reader: Reader): number {
  const row = reader.get(
    reader.query
      .selectFrom('household')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('marked', '=', sql.lit(0)),
  )
  return row?.count ?? 0
}

function isNamed({ persons }: Household, words: string): boolean {
  return persons.some(({ name }) => matchesFolded(searchWords(name).join(' '), words))
}

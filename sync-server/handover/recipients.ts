import { setImmediate as letOthersRun } from 'node:timers/promises'
import * as v from 'valibot'
import type { CaseFileId } from '#shared/case-file/case-file'
import { RecipientPartSchema, type RecipientPart } from '#shared/handover/handover-parts'
import { matchesFolded } from '#shared/i18n/fold'
import { searchWords } from '#shared/i18n/search-words'
import type { PartHash } from '#shared/part/part'
import { normaliseNumber } from '#shared/person/mark'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { PartStore } from '../part/part-store.ts'

interface RecipientDeps {
  readonly reader: Reader
  readonly parts: Pick<PartStore, 'open'>
}

/** Who took goods for a household or saw it, with the numbers that were written down at the door; oldest first. */
export async function readRecipients(
  deps: RecipientDeps,
  caseFileId: CaseFileId,
): Promise<{ readonly at: Instant; readonly part: RecipientPart }[]> {
  const rows = deps.reader.all(selectRecipients(deps.reader).where('caseFileId', '=', caseFileId))
  const opened = await Promise.all(
    rows.map(async ({ hash, receivedAt }) => ({ at: receivedAt, part: await openRecipient(deps, hash) })),
  )
  return opened.flatMap(({ at, part }) => (part ? [{ at, part }] : [])).sort((a, b) => (a.at < b.at ? -1 : 1))
}

const AT_ONCE = 200

/** Case files whose goods somebody of this name or number took or saw: each paper is opened in memory and closed again. */
export async function findRecipients(
  deps: RecipientDeps,
  typed: { readonly name: string; readonly phone: string; readonly idNumber: string },
  limit: number,
): Promise<CaseFileId[]> {
  const words = searchWords(typed.name).join(' ')
  const phone = normaliseNumber('phone', typed.phone)
  const idNumber = normaliseNumber('id', typed.idNumber)
  const found = new Set<CaseFileId>()
  if (words === '' && phone === undefined && idNumber === undefined) return []
  const isAsked = (part: RecipientPart) =>
    (phone !== undefined && normaliseNumber('phone', part.phone ?? '') === phone) ||
    (idNumber !== undefined && normaliseNumber('id', part.idNumber ?? '') === idNumber) ||
    (words !== '' && namesIn(part).some((name) => matchesFolded(searchWords(name).join(' '), words)))
  let last = '' as PartHash
  for (;;) {
    const rows = deps.reader.all(
      selectRecipients(deps.reader).where('hash', '>', last).orderBy('hash').limit(AT_ONCE),
    )
    for (const { hash, caseFileId } of rows) {
      if (found.has(caseFileId)) continue
      const part = await openRecipient(deps, hash)
      if (part && isAsked(part)) found.add(caseFileId)
      if (found.size === limit) return [...found]
    }
    if (rows.length < AT_ONCE) return [...found]
    last = rows.at(-1)!.hash
    await letOthersRun()
  }
}

function selectRecipients({ query }: Reader) {
  return query
    .selectFrom('part')
    .select(['hash', 'caseFileId', 'receivedAt'])
    .where('kind', '=', 'recipient')
    .where('erasedAt', 'is', null)
    .where('refusal', 'is', null)
}

async function openRecipient({ parts }: RecipientDeps, hash: PartHash): Promise<RecipientPart | undefined> {
  const opened = await parts.open(hash)
  if (!opened.ok) return undefined
  const part = v.safeParse(RecipientPartSchema, JSON.parse(Buffer.from(opened.value).toString()))
  return part.success ? part.output : undefined
}

function namesIn({ proxy, card, witnessName }: RecipientPart): string[] {
  return [proxy?.name, card?.name, witnessName].filter((name) => name !== undefined)
}

import type { CaseFileId } from '#shared/case-file/case-file'
import type { PersonExtract } from '#shared/desk/desk-data-request-wire'
import type { Household } from '#shared/person/person'
import type { Instant } from '#shared/time/time'
import { factsOfCaseFile } from '../case-file/case-file-facts.ts'
import type { Reader } from '../database/open-reader.ts'
import { readBody } from '../document/read-document.ts'
import { readTicks } from '../case-file/read-case-file.ts'
import { readPlaceNames } from '../place/places.ts'
import { readContact } from '../request/request-contact.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { countSubscriptions } from '../web-push/push-subscription.ts'
import { readCaseFileBody, readChangedAt, readReadsOf } from './read-persons.ts'

/** All that is held about the persons of a case file: what a person is told who asks what we know. */
export function readExtract(
  { reader, keys }: { readonly reader: Reader; readonly keys: Pick<SealKeys, 'sealKey'> },
  caseFileId: CaseFileId,
  household: Household | null,
  madeAt: Instant,
): Omit<PersonExtract, 'recipients'> {
  const caseFile = readCaseFileBody(reader, caseFileId) ?? null
  return {
    madeAt,
    caseFileId,
    caseFile,
    placeName: placeName(caseFile?.communeCode),
    household,
    contact: readContact({ reader, keys }, caseFileId),
    toldBrowsers: countSubscriptions(reader, caseFileId),
    publication: readPublished(reader, caseFileId) ?? null,
    changedAt: readChangedAt(reader, caseFileId),
    ticks: readTicks(reader, caseFileId),
    events: readEvents(reader, caseFileId),
    help: readHelp(reader, caseFileId),
    pictures: reader.all(
      reader.query
        .selectFrom('part')
        .select(['kind', 'receivedAt'])
        .where('caseFileId', '=', caseFileId)
        .where('erasedAt', 'is', null)
        .orderBy('receivedAt'),
    ),
    reads: readReadsOf(reader, caseFileId),
  }
}

function readPublished(reader: Reader, caseFileId: CaseFileId): PersonExtract['publication'] | undefined {
  return reader.get(
    reader.query
      .selectFrom('publication')
      .select(['words', 'withdrawnAt'])
      .where('caseFileId', '=', caseFileId),
  )
}

export function placeName(communeCode: string | undefined): string {
  if (communeCode === undefined) return ''
  const { communeName, provinceName } = readPlaceNames(communeCode)
  return [communeName, provinceName].filter((it) => it !== '').join(', ')
}

function readEvents(reader: Reader, caseFileId: CaseFileId): PersonExtract['events'] {
  return reader.all(
    reader.query
      .selectFrom('caseEvent')
      .select(['at', 'kind'])
      .where('caseFileId', '=', caseFileId)
      .orderBy('seq'),
  )
}

/** What left for the household and what reached it, by the ledger. */
function readHelp(reader: Reader, caseFileId: CaseFileId): PersonExtract['help'] {
  return factsOfCaseFile(reader, caseFileId).map(({ body }) => {
    const movement = JSON.parse(body) as HelpMovement
    const goods = movement.lines.map(({ itemId, quantity }) => {
      const item = readBody(reader, 'items', itemId)
      return { name: item?.name ?? itemId, quantity, unit: item?.baseUnit ?? '' }
    })
    return { at: movement.occurredAt, kind: movement.kind, goods }
  })
}

interface HelpMovement {
  readonly kind: string
  readonly occurredAt: Instant
  readonly lines: readonly { readonly itemId: string; readonly quantity: number }[]
}

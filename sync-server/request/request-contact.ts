import * as v from 'valibot'
import type { CaseFileId } from '#shared/case-file/case-file'
import { RequesterSchema, type HelpRequest } from '#shared/request/request'
import type { Reader } from '../database/open-reader.ts'
import type { RequestTables } from '../database/request-tables.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { openSealedJson, sealJson } from '../seal/seal.ts'

const ContactSchema = v.object({ requester: v.nullable(RequesterSchema), words: v.string() })
export interface RequestContact extends v.InferOutput<typeof ContactSchema> {
  readonly tell: boolean
}

/** Who asked and in what words: apart from the household, since a neighbour's number is not the household's. */
export function sealContact(
  keys: Pick<SealKeys, 'sealKey'>,
  caseFileId: CaseFileId,
  { requester, words }: Pick<HelpRequest, 'requester' | 'words'>,
): Uint8Array {
  return sealJson(keys, { requester: requester ?? null, words }, contextOf(caseFileId))
}

/** Null when nobody asked, or when it cannot be opened. */
export function readContact(
  { reader, keys }: { readonly reader: Reader; readonly keys: Pick<SealKeys, 'sealKey'> },
  caseFileId: CaseFileId,
): RequestContact | null {
  const row = reader.get(
    reader.query.selectFrom('requestContact').select(['sealed', 'tell']).where('caseFileId', '=', caseFileId),
  )
  return row ? openContact(keys, { caseFileId, ...row }) : null
}

export function openContact(
  keys: Pick<SealKeys, 'sealKey'>,
  { caseFileId, sealed, tell }: RequestTables['requestContact'],
): RequestContact | null {
  const opened = openSealedJson(keys, sealed, contextOf(caseFileId))
  const contact = opened.ok ? v.safeParse(ContactSchema, opened.value) : undefined
  return contact?.success ? { ...contact.output, tell: tell === 1 } : null
}

function contextOf(caseFileId: CaseFileId): string {
  return `request-contact:${caseFileId}`
}

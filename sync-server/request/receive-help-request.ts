import { createHmac } from 'node:crypto'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { RequestSource } from '#shared/case-file/life'
import { err, ok, type Result } from '#shared/result'
import type { RequestReceipt } from '#shared/desk/desk-request-wire'
import type { HelpRequest } from '#shared/request/request'
import type { Instant } from '#shared/time/time'
import { hashSecret } from '../access/secret.ts'
import { lifeBody } from '../case-file/follow-case-file.ts'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import type { MarkKeeper } from '../person/mark-keeper.ts'
import { sealHousehold, type Persons } from '../person/persons.ts'
import { findCommune } from '../place/places.ts'
import { keyFor } from '../seal/key-for.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { sealContact } from './request-contact.ts'
import { preCheck } from './pre-check.ts'
import { trackCodeFor, trackHashOf } from './track-codes.ts'

export interface RequestDeps {
  readonly reader: Reader
  readonly writer: Pick<Writer, 'write'>
  readonly keys: SealKeys
  readonly persons: Pick<Persons, 'openUnseen'>
  readonly markKeeper: Pick<MarkKeeper, 'look'>
  readonly now: () => Instant
  readonly newId: () => string
  readonly publicUrl: string | undefined
}

export interface RequestOrigin {
  readonly source: RequestSource
  /** Staff, `public`, or `hook:<name>`. */
  readonly by: string
  /** Its sender's own id for it, and what it says unless the id is made of that. */
  readonly sent?: { readonly id: string; readonly content?: string }
}

export type HelpRequestRefusal =
  | { readonly kind: 'commune-wrong' }
  /** Its sender used the id for a request that says something else. */
  | { readonly kind: 'id-reused' }

/** Takes a request in through any door: sealed, looked over, and with the code for whoever asked. */
export async function receiveHelpRequest(
  deps: RequestDeps,
  request: HelpRequest,
  { source, by, sent }: RequestOrigin,
): Promise<Result<RequestReceipt & { readonly isKnown: boolean }, HelpRequestRefusal>> {
  const { keys, writer, markKeeper } = deps
  if (findCommune(request.communeCode)?.provinceCode !== request.provinceCode)
    return err({ kind: 'commune-wrong' })
  const caseFileId = deps.newId() as CaseFileId
  const received = await writer.write('receiveRequest', {
    caseFileId,
    source,
    by,
    at: deps.now(),
    body: lifeBody(request),
    household: sealHousehold(keys, caseFileId, request.household),
    contact: sealContact(keys, caseFileId, request),
    tell: request.tell,
    trackHash: trackHashOf(trackCodeFor(keys, caseFileId)),
    consent: request.consent,
    forOther: request.requester !== undefined,
    ...(sent && {
      sent: {
        sender: by,
        idHash: hashSecret(sent.id),
        ...(sent.content !== undefined && { contentMac: contentMacOf(keys, sent.content) }),
      },
    }),
  })
  if (!received.ok) return received
  if (!received.value.isKnown) {
    void markKeeper.look()
    await preCheck(deps, received.value.caseFileId, null)
  }
  return ok({ ...received.value, trackCode: trackCodeFor(keys, received.value.caseFileId) })
}

/** Tells the same request from another one, and without the key nothing of what is in it. */
function contentMacOf(keys: Pick<SealKeys, 'sealKey'>, content: string): string {
  return createHmac('sha256', keyFor(keys, 'kho4d-sent')).update(content).digest('base64url')
}

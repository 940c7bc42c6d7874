import type { CaseFileId } from '#shared/case-file/case-file'
import type { PublicationAnswer } from '#shared/desk/desk-publication-wire'
import type { RequestReceipt } from '#shared/desk/desk-request-wire'
import type { DeskClient } from './desk-client.ts'
import { helpRequest } from './help-request.ts'

export const PUBLIC_WORDS = 'Một cụ già sống một mình, nhà dột, cần gạo và chăn ấm.'

/** Somebody asked, somebody verified: ready to be published. */
export async function verifiedCase(
  desk: DeskClient,
  asked: Parameters<typeof helpRequest>[0] = {},
): Promise<RequestReceipt> {
  const { status, body } = await desk.call<RequestReceipt>('POST', '/requests?by=phone', helpRequest(asked))
  if (status !== 201) throw new Error(JSON.stringify(body))
  await desk.call('POST', `/requests/${body.caseFileId}/assign`, { staffId: desk.me.id })
  await desk.call('POST', `/case-files/${body.caseFileId}/tick`, { tick: 'green', reason: 'UBND xã' })
  return body
}

export function publish(desk: DeskClient, caseFileId: CaseFileId, words = PUBLIC_WORDS, more: object = {}) {
  return desk.call<PublicationAnswer>('PUT', `/case-files/${caseFileId}/publication`, { words, ...more })
}

/** Verified and published; answers what its page is called by. */
export async function publishedCase(
  desk: DeskClient,
  asked: Parameters<typeof helpRequest>[0] = {},
): Promise<RequestReceipt & { readonly publicCode: string }> {
  const receipt = await verifiedCase(desk, asked)
  const { body } = await publish(desk, receipt.caseFileId)
  if (!body.publicCode) throw new Error(JSON.stringify(body))
  return { ...receipt, publicCode: body.publicCode }
}

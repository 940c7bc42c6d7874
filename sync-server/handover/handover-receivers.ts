import { RecipientPartSchema, SignaturePartSchema } from '#shared/handover/handover-parts'
import type { PartReceivers } from '../part/part-receivers.ts'

const kept = () => Promise.resolve()

/** What came beside a handover is checked, kept sealed, and opened only for who may see the person. */
export const HANDOVER_RECEIVERS: PartReceivers = {
  recipient: { schema: RecipientPartSchema, receive: kept },
  signature: { schema: SignaturePartSchema, receive: kept },
}

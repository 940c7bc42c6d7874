import type { RequestTables } from '../database/request-tables.ts'

export type DueMessage = Pick<RequestTables['message'], 'id' | 'caseFileId' | 'step' | 'at' | 'pushId'>

/** One way by which messages leave. */
export interface MessageWay {
  readonly kind: 'gateway' | 'push'
  /** True when it was taken, and also when there is nobody to tell and nothing to say; false to try again later. */
  send(message: DueMessage, stopped: AbortSignal): Promise<boolean>
}

/** How long somebody may take to take one. */
export const TIMEOUT_MS = 10_000
/** What waited longer, as while there was no way to send it, is no news any more. */
export const NEWS_DAYS = 3

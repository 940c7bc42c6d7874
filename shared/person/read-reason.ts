/** Why somebody, or a device for them, was shown what is known about persons. Goes into the log; names nobody. */
export const READ_REASONS = [
  'case-file',
  'id-numbers',
  'personal-data',
  'hand-out',
  'trip',
  'visit',
  'picture',
  'signature',
  'survey',
  'recipient',
  'merge',
  'message',
] as const
export type ReadReason = (typeof READ_REASONS)[number]

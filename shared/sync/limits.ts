/** Goes up when an old client and a new server could misread each other; a golden test hashes the wire beside it. */
export const PROTOCOL_VERSION = 1
export const PROTOCOL_VERSION_MIN = 1

export const FACTS_PER_PUSH_MAX = 200
export const PUSH_BYTES_MAX = 1_048_576
export const MOVEMENTS_PER_PULL_MAX = 5_000
export const DOCUMENTS_PER_PULL_MAX = 5_000
/** A device not heard from for this long counts as silent on the public page. */
export const SILENT_AFTER_MS = 3_600_000
/** A clock further off than this makes a finding. */
export const CLOCK_SKEW_MAX_MS = 3_600_000
/** Movements older than this are pruned from a tablet, never an unsent one. */
export const WINDOW_DAYS = 30

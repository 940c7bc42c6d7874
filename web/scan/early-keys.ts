declare global {
  interface Window {
    /** Set by the first script of the page, `web/public/early-keys.js`. */
    takeEarlyKeys?: () => readonly KeyboardEvent[]
  }
}

/** Older than this when the screen comes up, a scan was meant for something else. */
const FRESH_MS = 15_000

/** What was typed since the page was opened, for the first that listens; with the times at which the keys went down. */
export function takeEarlyKeys(nowMs: number): readonly KeyboardEvent[] {
  const keys = window.takeEarlyKeys?.() ?? []
  return keys.filter(({ timeStamp }) => nowMs - timeStamp < FRESH_MS)
}

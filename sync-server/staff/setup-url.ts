/** The one-time set-up address; the code stands behind `#`, so it is in no server's log. */
export function setupUrl(origin: string, code: string): string {
  return `${origin}/app/setup#${code}`
}

/** "0:30", "16:00": what is left to wait, rounded up so that it never says zero too early. */
export function countDown(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

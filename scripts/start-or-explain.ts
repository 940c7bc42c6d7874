import { whyNotStarted, type StartPlace } from './why-not-started.ts'

/** Starts a server; what a person can do something about is told in words, not as a stack. */
export async function startOrExplain<Started>(
  place: StartPlace,
  start: () => Promise<Started>,
): Promise<Started> {
  try {
    return await start()
  } catch (error) {
    const why = whyNotStarted(error, place)
    if (!why) throw error
    console.error(`${why.vi}\n${why.en}`)
    process.exit(1)
  }
}

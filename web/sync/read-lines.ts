import type { ServerAnswer } from './server-client.ts'

/** The lines of an answer as they arrive, in groups: one for each piece of the body. Throws when the body breaks off. */
export async function* readLines({ response, keepWaiting, finish }: ServerAnswer): AsyncGenerator<string[]> {
  if (!response.body) throw new Error('an answer without a body')
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      keepWaiting()
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      if (lines.length > 0) yield lines.filter((line) => line !== '')
    }
    if (rest !== '') yield [rest]
  } finally {
    finish()
    void reader.cancel().catch(() => undefined)
  }
}

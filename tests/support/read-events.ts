export interface StreamEvent {
  readonly event: string
  readonly id?: string
  readonly data: string
}

/** Reads server-sent events one after another; `close` ends the connection. */
export async function openEvents(url: string, headers: Record<string, string> = {}) {
  const abort = new AbortController()
  const answer = await fetch(url, { headers, signal: abort.signal })
  if (!answer.ok || !answer.body) throw new Error(`${answer.status}`)
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''

  async function next(): Promise<StreamEvent> {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end === -1) {
        const { value, done } = await reader.read()
        if (done) throw new Error('the stream has ended')
        text += value
        continue
      }
      const block = text.slice(0, end)
      text = text.slice(end + 2)
      const fields = Object.fromEntries(
        block.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]),
      )
      if (fields['event'] !== undefined) return fields as unknown as StreamEvent
    }
  }

  return {
    answer,
    next,
    /** Leaves out events of other kinds. */
    async nextOf(kind: string): Promise<StreamEvent> {
      for (;;) {
        const event = await next()
        if (event.event === kind) return event
      }
    },
    close: () => abort.abort(),
  }
}

/** Runs work for one key after the other, in the order asked for; other keys do not wait. */
export function createOneAtATime(): <Value>(key: string, work: () => Promise<Value>) => Promise<Value> {
  const lastByKey = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = lastByKey.get(key)
    const mine = (before ?? Promise.resolve()).then(work, work)
    lastByKey.set(key, mine)
    try {
      return await mine
    } finally {
      if (lastByKey.get(key) === mine) lastByKey.delete(key)
    }
  }
}

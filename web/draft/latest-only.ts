/** While one save is under way, of those that wait only the newest is made; all who waited are told of that one. */
export function latestOnly<Value, Saved>(
  save: (value: Value) => Promise<Saved>,
): (value: Value) => Promise<Saved> {
  let running: Promise<unknown> | undefined
  let next: { value: Value; readonly saved: Promise<Saved> } | undefined

  function begin(value: Value): Promise<Saved> {
    const saved = save(value)
    const done: Promise<void> = saved.then(ended, ended)
    function ended(): void {
      if (running === done) running = undefined
    }
    running = done
    return saved
  }

  return (value) => {
    if (next) {
      next.value = value
      return next.saved
    }
    if (!running) return begin(value)
    const waiting = running.then(() => {
      const newest = next!.value
      next = undefined
      return begin(newest)
    })
    next = { value, saved: waiting }
    return waiting
  }
}

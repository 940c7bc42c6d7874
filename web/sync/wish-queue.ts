import type { Wish } from './contact-server.ts'

/**
 * One contact at a time; wishes that come during one are put together into the next. What is returned resolves when a
 * contact that began after the wish is over.
 */
export function createWishQueue(run: (wish: Wish) => Promise<void>): (wish: Wish) => Promise<void> {
  let current: Promise<void> | undefined
  let next: { wish: Wish; readonly done: Promise<void> } | undefined

  function begin(wish: Wish): Promise<void> {
    const done = run(wish).finally(() => {
      if (current === done) current = undefined
    })
    current = done
    return done
  }

  return (wish) => {
    if (next) {
      next.wish = join(next.wish, wish)
      return next.done
    }
    if (!current) return begin(wish)
    const done = current
      .catch(() => undefined)
      .then(() => {
        const joined = next!.wish
        next = undefined
        return begin(joined)
      })
    next = { wish, done }
    return done
  }
}

function join(a: Wish, b: Wish): Wish {
  const head = Math.max(a.head ?? 0, b.head ?? 0)
  return {
    pull: a.pull || b.pull,
    documents: a.documents || b.documents,
    atStart: a.atStart || b.atStart,
    ...(head > 0 && { head }),
  }
}

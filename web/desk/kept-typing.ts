/** Where half-typed forms wait, by the form's name. */
export interface KeptTyping {
  read(form: string): unknown
  /** `alsoAfterReload` is what may lie on the disk of the desk's computer: never a password, a PIN, a name or a phone. */
  keep(form: string, typed: unknown, alsoAfterReload: unknown): void
  forget(form: string): void
}

/** In memory until the tab closes; what is not secret outlives a reload too, in the tab's own storage. */
export function createKeptTyping(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): KeptTyping {
  const typedByForm = new Map<string, unknown>()
  const name = (form: string) => `kho4d-desk-typed:${form}`

  return {
    read(form) {
      if (typedByForm.has(form)) return typedByForm.get(form)
      try {
        const text = storage.getItem(name(form))
        return text === null ? undefined : (JSON.parse(text) as unknown)
      } catch {
        return undefined
      }
    },
    keep(form, typed, alsoAfterReload) {
      typedByForm.set(form, typed)
      try {
        storage.setItem(name(form), JSON.stringify(alsoAfterReload))
      } catch {
        // A full or forbidden storage costs only what a reload would lose.
      }
    },
    forget(form) {
      typedByForm.delete(form)
      try {
        storage.removeItem(name(form))
      } catch {
        // Nothing was kept there, then.
      }
    },
  }
}

export interface SplitWords {
  /** `--data DIR` and `--origin URL` that stand before the name of the command. */
  readonly leading: readonly string[]
  readonly words: readonly string[]
}

/** What holds for every command may be written before its name as well as after it. */
export function splitWords(typed: readonly string[], names: readonly string[]): SplitWords {
  let end = 0
  for (;;) {
    const word = typed[end] ?? ''
    if (names.some((name) => word === `--${name}`)) end += 2
    else if (names.some((name) => word.startsWith(`--${name}=`))) end += 1
    else return { leading: typed.slice(0, end), words: typed.slice(end) }
  }
}

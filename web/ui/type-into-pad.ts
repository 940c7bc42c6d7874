interface PadKeyEvent {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** A digit typed while a key of the pad has the focus goes into the pad's field, which takes the focus for it. */
export function typeIntoPad(event: PadKeyEvent, field: HTMLInputElement | null): void {
  if (!field || field === document.activeElement || event.ctrlKey || event.altKey || event.metaKey) return
  if (!/^([\d.,]|Backspace)$/.test(event.key)) return
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
}

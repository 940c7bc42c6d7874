import { takeEarlyKeys } from './early-keys.ts'
import {
  addKey,
  endBurst,
  isUnderWay,
  PAUSE_MS_MAX,
  SILENCE_MS,
  type Burst,
  type BurstOutcome,
} from './wedge-burst.ts'
import { characterFromAltCode, meaningOf, type KeyMeaning } from './wedge-key.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * Listens for a hand scanner that types. Fields keep what a person types into them; a field marked
 * `data-wedge="take"` gives a scan away and gets back what stood in it before. What was scanned while the page was
 * still opening comes first. Returns how to stop.
 */
export function listenToWedge(onOutcome: (outcome: BurstOutcome) => void): () => void {
  let burst: Burst | undefined
  let altDigits = ''
  let silence: ReturnType<typeof setTimeout> | undefined
  let before: { readonly field: Field; readonly value: string } | undefined
  let ended: { readonly atMs: number; readonly focus: Element | null } | undefined

  function take(meaning: KeyMeaning, event: Event): void {
    // When the key went down, not when a busy page got round to it.
    const now = event.timeStamp
    const field = focusedField()
    clearTimeout(silence)
    if (meaning.kind === 'end') {
      if (isUnderWay(burst, now)) finish('end-key', event)
      // Carriage return and line feed: the second must not press what has the focus either, unless a person moved it.
      else if (ended && now - ended.atMs <= PAUSE_MS_MAX && ended.focus === document.activeElement) {
        swallow(event)
      }
      burst = undefined
      return
    }
    const grown = addKey(burst, meaning, now)
    if (grown?.keys === 1) before = field && { field, value: field.value }
    // The first key went elsewhere and gave this field the focus, as the keys of a pad do.
    else if (burst && field && !before) before = { field, value: withoutEnd(field.value, burst.text) }
    else if (grown && !field && meaning.kind === 'character') event.preventDefault()
    burst = grown
    if (burst) silence = setTimeout(() => finish('silence'), SILENCE_MS)
  }

  function finish(by: 'end-key' | 'silence', event?: Event): void {
    const outcome = endBurst(burst, by)
    burst = undefined
    if (!outcome) return
    if (event) {
      swallow(event)
      ended = { atMs: event.timeStamp, focus: document.activeElement }
    }
    if (before && before.field === focusedField()) writeValue(before.field, before.value)
    before = undefined
    onOutcome(outcome)
  }

  function swallow(event: Event): void {
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!listens()) return
    if (event.repeat) burst = undefined
    else if (event.altKey && /^Numpad\d$/.test(event.code)) altDigits += event.code.slice(-1)
    else take(meaningOf(event), event)
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (event.key !== 'Alt' || altDigits === '' || !listens()) return
    const character = characterFromAltCode(altDigits)
    altDigits = ''
    if (character !== undefined) take({ kind: 'character', character }, event)
  }

  function onComposition(event: Event): void {
    if (burst && listens()) take({ kind: 'input-method', arrived: '' }, event)
  }

  function onPaste(event: ClipboardEvent): void {
    if (focusedElement()) return
    const text = event.clipboardData?.getData('text').trim() ?? ''
    if (text === '') return
    event.preventDefault()
    const pasted = addKey(undefined, { kind: 'character', character: text }, event.timeStamp)
    const outcome = endBurst(pasted && { ...pasted, keys: text.length }, 'end-key')
    if (outcome) onOutcome(outcome)
  }

  const capture = { capture: true }
  addEventListener('keydown', onKeyDown, capture)
  addEventListener('keyup', onKeyUp, capture)
  addEventListener('compositionstart', onComposition, capture)
  addEventListener('paste', onPaste, capture)
  for (const event of takeEarlyKeys(performance.now())) {
    if (event.type === 'keydown') onKeyDown(event)
    else onKeyUp(event)
  }
  return () => {
    clearTimeout(silence)
    removeEventListener('keydown', onKeyDown, capture)
    removeEventListener('keyup', onKeyUp, capture)
    removeEventListener('compositionstart', onComposition, capture)
    removeEventListener('paste', onPaste, capture)
  }
}

/** Anywhere but in a field that wants to keep its keys. */
function listens(): boolean {
  const element = focusedElement()
  return !element || element.closest('[data-wedge="take"]') !== null
}

function focusedElement(): Element | undefined {
  const element = document.activeElement
  const typable =
    element?.matches(
      'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select',
    ) ||
    (element instanceof HTMLElement && element.isContentEditable)
  return element && typable ? element : undefined
}

function focusedField(): Field | undefined {
  const element = focusedElement()
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : undefined
}

/** Through the prototype and with an event, so that whoever renders the field hears of it. */
function writeValue(field: Field, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function withoutEnd(value: string, end: string): string {
  return value.endsWith(end) ? value.slice(0, value.length - end.length) : value
}

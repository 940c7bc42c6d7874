/** What the wedge needs of a KeyboardEvent. */
export interface WedgeKey {
  readonly code: string
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly isComposing: boolean
  readonly repeat: boolean
  getModifierState?(modifier: 'CapsLock'): boolean
}

/** What a key means when a scanner pressed it. `input-method` marks a keyboard that rewrites what is typed. */
export type KeyMeaning =
  | { readonly kind: 'character'; readonly character: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'input-method'; readonly arrived: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'other' }

const SEPARATOR = '\u001d'

/**
 * Scanners press the keys of an American keyboard, so the key's place (`code`) tells the character and the
 * layout of the system does not matter; `key` helps only where there is no place. The separator of GS1
 * comes as F8 or as Ctrl+], which is what it is called in ASCII; line feed and carriage return are Ctrl+J and Ctrl+M.
 */
export function meaningOf(event: WedgeKey): KeyMeaning {
  const { code, key } = event
  if (code === 'Enter' || code === 'NumpadEnter' || code === 'Tab' || key === 'Enter' || key === 'Tab') {
    return { kind: 'end' }
  }
  if (event.ctrlKey && (code === 'KeyJ' || code === 'KeyM')) return { kind: 'end' }
  if (event.isComposing || key === 'Process' || key === 'Unidentified') {
    return { kind: 'input-method', arrived: '' }
  }
  if (code === 'Backspace' || key === 'Backspace') return { kind: 'input-method', arrived: '⌫' }
  if (MODIFIERS.has(key)) return { kind: 'nothing' }
  if (code === 'F8' || key === SEPARATOR || (event.ctrlKey && code === 'BracketRight')) {
    return { kind: 'character', character: SEPARATOR }
  }
  if (event.ctrlKey || event.altKey || event.metaKey) return { kind: 'other' }
  const single = Array.from(key).length === 1
  // Letters with marks on the keys of digits and signs come from the layout, elsewhere from an input method.
  if (single && key > '~' && /^(Key|$)/.test(code)) return { kind: 'input-method', arrived: key }
  const character =
    characterAt(code, event.shiftKey || isShiftedAnyway(event)) ??
    (single && key >= ' ' && key <= '~' ? key : undefined)
  return character === undefined ? { kind: 'other' } : { kind: 'character', character }
}

/** Alt with digits on the number pad types a character by its number, `Alt+029` the separator. */
export function characterFromAltCode(digits: string): string | undefined {
  const number = Number(digits)
  const printable = number === 29 || (number >= 32 && number <= 126)
  return digits !== '' && printable ? String.fromCharCode(number) : undefined
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock'])

const PUNCTUATION: Readonly<Record<string, string>> = {
  Space: '  ',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  NumpadAdd: '++',
  NumpadSubtract: '--',
  NumpadMultiply: '**',
  NumpadDivide: '//',
  NumpadDecimal: '..',
}

/**
 * Programs that type for a scanner may send the shifted character without the shift key: `(` from the place of
 * the 9. Letters that the caps lock made large stay what their place says.
 */
function isShiftedAnyway(event: WedgeKey): boolean {
  const { code, key } = event
  if (key !== characterAt(code, true) || key === characterAt(code, false)) return false
  return !code.startsWith('Key') || event.getModifierState?.('CapsLock') !== true
}

function characterAt(code: string, shift: boolean): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return shift ? letter : letter.toLowerCase()
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit) return shift ? ')!@#$%^&*('[Number(digit)] : digit
  return /^Numpad(\d)$/.exec(code)?.[1] ?? PUNCTUATION[code]?.[shift ? 1 : 0]
}

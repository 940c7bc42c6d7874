import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addKey, endBurst, type Burst } from '../../../web/scan/wedge-burst.ts'
import { characterFromAltCode, meaningOf, type WedgeKey } from '../../../web/scan/wedge-key.ts'
import { sentenceForScanRefusal } from '../../../web/scan/scan-text.ts'

const NO_KEY: WedgeKey = {
  code: '',
  key: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  repeat: false,
}
const GS = '\u001d'

/** The keys of an American keyboard that type a text, as a scanner presses them. */
function keysFor(text: string): WedgeKey[] {
  return text.split('').map((character) => {
    if (character === GS) return { ...NO_KEY, code: 'F8', key: 'F8' }
    for (const code of CODES) {
      for (const shiftKey of [false, true]) {
        const event = { ...NO_KEY, code, key: 'x', shiftKey }
        const meaning = meaningOf(event)
        if (meaning.kind === 'character' && meaning.character === character) return event
      }
    }
    throw new Error(`no key for ${character}`)
  })
}

const CODES = [
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `Key${letter}`),
  ...Array.from('0123456789', (digit) => `Digit${digit}`),
  ...'Space Minus Equal BracketLeft BracketRight Backslash Semicolon Quote Backquote Comma Period Slash'.split(
    ' ',
  ),
]

function burstOf(keys: readonly WedgeKey[], msApart: number): Burst | undefined {
  let burst: Burst | undefined
  for (const [i, key] of keys.entries()) burst = addKey(burst, meaningOf(key), i * msApart)
  return burst
}

describe('a hand scanner', () => {
  test('gets every printable character and the separator across', () => {
    const printable = fc.string({ unit: 'grapheme-ascii', minLength: 4, maxLength: 60 })
    fc.assert(
      fc.property(printable, (text) => {
        expect(endBurst(burstOf(keysFor(text), 10), 'end-key')).toEqual({ kind: 'scan', text })
      }),
    )
  })

  test.each(['KeyJ', 'KeyM'])('ends by a control character that is called Ctrl+%s', (code) => {
    expect(meaningOf({ ...NO_KEY, code, key: code.slice(-1).toLowerCase(), ctrlKey: true })).toEqual({
      kind: 'end',
    })
  })

  test('keeps large letters and brackets of a program that presses no shift', () => {
    const typed = [
      { ...NO_KEY, code: 'Digit9', key: '(' },
      { ...NO_KEY, code: 'KeyL', key: 'L' },
      { ...NO_KEY, code: 'KeyL', key: 'l' },
      { ...NO_KEY, code: 'KeyL', key: 'L', getModifierState: () => true },
    ]
    expect(typed.map(meaningOf)).toEqual(
      ['(', 'L', 'l', 'l'].map((character) => ({ kind: 'character', character })),
    )
  })

  test('is read by the place of the keys, whatever the layout makes of them', () => {
    const azerty = keysFor('3-0012').map((key, i) => ({ ...key, key: 'àé"\'(-'.charAt(i) }))
    expect(endBurst(burstOf(azerty, 5), 'end-key')).toEqual({ kind: 'scan', text: '3-0012' })
  })

  test.each([
    { ...NO_KEY, code: 'F8', key: 'F8' },
    { ...NO_KEY, code: 'BracketRight', key: ']', ctrlKey: true },
    { ...NO_KEY, code: '', key: GS },
  ])('may send the separator as %o', (event) => {
    expect(meaningOf(event)).toEqual({ kind: 'character', character: GS })
  })

  test.each([
    ['029', GS],
    ['0029', GS],
    ['065', 'A'],
  ])('may send Alt+%s', (digits, character) => {
    expect(characterFromAltCode(digits)).toBe(character)
  })

  test.each(['', '7', '300'])('may not send Alt+%s', (digits) => {
    expect(characterFromAltCode(digits)).toBeUndefined()
  })

  test('without Enter has finished when nothing more comes', () => {
    expect(endBurst(burstOf(keysFor('8938505974194'), 20), 'silence')).toEqual({
      kind: 'scan',
      text: '8938505974194',
    })
  })

  test('may pause once and is not cut in two', () => {
    let burst: Burst | undefined
    for (const [i, key] of keysFor('8938505974194').entries()) {
      burst = addKey(burst, meaningOf(key), i * 10 + (i > 0 ? 140 : 0))
    }
    expect(endBurst(burst, 'end-key')).toEqual({ kind: 'scan', text: '8938505974194' })
  })

  test('that sends 4,000 characters is refused with their beginning', () => {
    const outcome = endBurst(burstOf(keysFor('7'.repeat(4_000)), 2), 'end-key')
    expect(outcome).toEqual({ kind: 'too-long', arrived: '7'.repeat(60), length: 4_000 })
  })
})

describe('a person who types', () => {
  test('is slower than a scanner and is left alone', () => {
    expect(endBurst(burstOf(keysFor('8938505974194'), 90), 'end-key')).toBeUndefined()
  })

  test('and rolls over two keys is left alone', () => {
    expect(endBurst(burstOf(keysFor('th'), 20), 'silence')).toBeUndefined()
  })

  test('and presses a shortcut in between is left alone', () => {
    const copy = { ...NO_KEY, code: 'KeyC', key: 'c', ctrlKey: true }
    expect(endBurst(burstOf([...keysFor('12345'), copy], 10), 'end-key')).toBeUndefined()
  })
})

describe('a Vietnamese input method', () => {
  const inTheWay: readonly (readonly [string, WedgeKey])[] = [
    ['takes a letter back', { ...NO_KEY, code: 'Backspace', key: 'Backspace' }],
    ['puts a letter with a mark', { ...NO_KEY, key: 'ố' }],
    ['composes', { ...NO_KEY, code: 'KeyA', key: 'a', isComposing: true }],
    ['processes the key', { ...NO_KEY, code: 'KeyA', key: 'Process' }],
    ['hides the key', { ...NO_KEY, key: 'Unidentified' }],
  ]

  test.each(inTheWay)('that %s is refused with what arrived', (_what, key) => {
    const outcome = endBurst(burstOf([...keysFor('LOOS'), key, ...keysFor('7')], 10), 'end-key')
    expect(outcome).toMatchObject({ kind: 'input-method' })
    if (outcome?.kind !== 'input-method') return
    expect(outcome.arrived).toContain('LOOS')
    const { vi } = sentenceForScanRefusal(outcome)
    expect(vi).toContain('Tắt bộ gõ tiếng Việt (Telex/VNI) rồi quét lại')
    expect(vi).toContain(outcome.arrived)
  })
})

import { describe, expect, test } from 'vitest'
import type { Variant } from '../../../web/scan/decode-plan.ts'
import { EMPTY_GATE, judgeFrame } from '../../../web/scan/gate.ts'
import { judgeStill } from '../../../web/scan/judge-still.ts'
import type { DecodedSymbol } from '../../../web/scan/scan.ts'

const ean: DecodedSymbol = { text: '8938505974194', symbology: ']E0', name: 'EAN13', lineCount: 30 }
const misread: DecodedSymbol = { ...ean, text: '7034759003930', lineCount: 2 }
const qr: DecodedSymbol = { text: 'https://a.vn', symbology: ']Q1', name: 'QRCode', lineCount: 0 }

/** The times at which something passed. */
function passedAt(frames: readonly (readonly [number, (DecodedSymbol | undefined)?, Variant?])[]): number[] {
  let state = EMPTY_GATE
  return frames.flatMap(([atMs, symbol, variant = 'plain']) => {
    const judged = judgeFrame(state, { symbols: symbol ? [symbol] : [], variant, atMs })
    state = judged.state
    return judged.passed.map(() => atMs)
  })
}

describe('the gate of the camera', () => {
  test('lets a retail code pass with the second frame that agrees', () => {
    expect(
      passedAt([
        [0, ean],
        [100, ean],
      ]),
    ).toEqual([100])
  })

  test.each(['EAN8', 'UPCA', 'Code39', 'DataBar'] as const)('wants two frames of %s too', (name) => {
    const symbol = { ...ean, name, text: name === 'EAN8' ? '96385074' : ean.text }
    expect(
      passedAt([
        [0, symbol],
        [100, symbol],
      ]),
    ).toEqual([100])
  })

  test.each(['QRCode', 'DataMatrix', 'Code128'] as const)('lets %s pass with one frame', (name) => {
    expect(passedAt([[0, { ...qr, name }]])).toEqual([0])
  })

  test('does not take two different readings for agreement', () => {
    expect(
      passedAt([
        [0, ean],
        [100, misread],
        [3_000, ean],
      ]),
    ).toEqual([])
  })

  test('wants a third frame where few rows agreed', () => {
    expect(
      passedAt([
        [0, misread],
        [100, misread],
        [200, misread],
      ]),
    ).toEqual([200])
  })

  test('stops a wrong check digit, however often it is read', () => {
    const wrong = { ...ean, text: '8938505974195' }
    expect(
      passedAt([
        [0, wrong],
        [100, wrong],
        [200, wrong],
      ]),
    ).toEqual([])
  })

  test('counts a code that stays in sight once', () => {
    expect(passedAt(Array.from({ length: 100 }, (_, i) => [i * 100, qr] as const))).toEqual([0])
  })

  test('counts the same code again once it was away and 1.5 seconds have passed', () => {
    const away = [[700], [800], [900]] as const
    expect(passedAt([[0, qr], [100, qr], ...away, [1_400, qr], [1_500, qr]])).toEqual([0, 1_500])
  })

  test('does not take a moment of blur for a second pack', () => {
    expect(passedAt([[0, qr], [100], [200], [300, qr], [1_700, qr], [1_800, qr]])).toEqual([0])
  })

  test('does not miss a code in ways of looking that never saw it', () => {
    const looks = [600, 700, 800, 900].map((atMs) => [atMs, undefined, 'turned-45'] as const)
    expect(passedAt([[0, qr], ...looks, [1_600, qr]])).toEqual([0])
  })

  test('counts another code at once', () => {
    expect(
      passedAt([
        [0, qr],
        [50, { ...qr, text: 'other' }],
      ]),
    ).toEqual([0, 50])
  })
})

describe('the gate of a still picture', () => {
  test('believes what many rows say in one look', () => {
    expect(judgeStill([[ean]], 'certain')).toEqual([ean])
  })

  test('does not believe two rows of one look', () => {
    expect(judgeStill([[misread]], 'likely')).toEqual([])
  })

  test('believes what two looks agree on', () => {
    const weak = { ...ean, lineCount: 3 }
    expect(judgeStill([[weak], [], [weak]], 'likely')).toEqual([weak])
  })

  test('drops a misreading beside the right one', () => {
    const repeated = { ...misread, lineCount: 3 }
    expect(
      judgeStill(
        [
          [ean, repeated],
          [ean, repeated],
        ],
        'likely',
      ),
    ).toEqual([ean])
  })

  test('wants more of UPC-E, which parts of other codes pass for', () => {
    const upce: DecodedSymbol = { text: '0012345000065', symbology: ']E0', name: 'UPCE', lineCount: 3 }
    expect(judgeStill([[upce], [upce]], 'likely')).toEqual([])
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTrackCode, trackCodeOf } from '#shared/request/track-code'

const bits = fc.uint8Array({ minLength: 9, maxLength: 9 })

test('a code is read however it was typed', () => {
  fc.assert(
    fc.property(bits, (it) => {
      const code = trackCodeOf(it)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$/)
      const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
      expect(parseTrackCode(typed)).toBe(code)
    }),
  )
})

test('one wrong character, or two that changed places, are no code', () => {
  fc.assert(
    fc.property(
      bits,
      fc.nat({ max: 14 }),
      fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')),
      (it, at, other) => {
        const plain = trackCodeOf(it).replaceAll('-', '')
        const wrong = plain.slice(0, at) + other + plain.slice(at + 1)
        if (wrong !== plain) expect(parseTrackCode(wrong)).toBeUndefined()
        const [a, b] = [plain[at], plain[at + 1]]
        if (at < 12 && a !== b) {
          expect(parseTrackCode(plain.slice(0, at) + b + a + plain.slice(at + 2))).toBeUndefined()
        }
      },
    ),
  )
})

test('65 bits make the code: all but what fills the last byte', () => {
  const first = trackCodeOf(new Uint8Array(9))
  for (let bit = 0; bit < 65; bit++) {
    const one = new Uint8Array(9)
    one[8 - (bit >> 3)] = 1 << (bit & 7)
    expect(trackCodeOf(one)).not.toBe(first)
  }
})

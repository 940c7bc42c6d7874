import { expect, test } from 'vitest'
import { enrolCodeFromText } from '../../../web/enrol/code-from-text.ts'

test('a code is read alone, from the QR code of the desk and from the address, and nothing else is one', () => {
  const code = '6-4528-9385-2425-07'
  for (const text of [
    code,
    ` ${code} `,
    `https://kho.example/app/enrol#${code}`,
    `#${encodeURIComponent(code)}`,
  ]) {
    expect(enrolCodeFromText(text), text).toBe(code)
  }
  for (const text of ['', '#', 'https://example.org/', 'abc', '#%E0%A4%A', '-1234']) {
    expect(enrolCodeFromText(text), text).toBeUndefined()
  }
})

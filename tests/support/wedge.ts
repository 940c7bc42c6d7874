import type { Page } from 'playwright'

/** A hand scanner: all keys in one turn of the page, faster than any person, ended by Enter. */
export async function wedge(page: Page, text: string): Promise<void> {
  const keys = Array.from(text, (letter) => [codeOf(letter), letter] as const)
  await page.evaluate(
    (pressed) => {
      for (const [code, key] of pressed) {
        const target = document.activeElement ?? document.body
        const shiftKey = /[A-Z]/.test(key) && key.length === 1
        const options = { code, key, shiftKey, bubbles: true, cancelable: true }
        const goesOn = target.dispatchEvent(new KeyboardEvent('keydown', options))
        if (goesOn && target instanceof HTMLInputElement && key.length === 1) {
          const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
          value?.set?.call(target, target.value + key)
          target.dispatchEvent(new Event('input', { bubbles: true }))
        }
        target.dispatchEvent(new KeyboardEvent('keyup', options))
      }
    },
    [...keys, ['Enter', 'Enter'] as const],
  )
}

function codeOf(letter: string): string {
  if (/\d/.test(letter)) return `Digit${letter}`
  if (/[a-z]/i.test(letter)) return `Key${letter.toUpperCase()}`
  return letter === '-' ? 'Minus' : ''
}

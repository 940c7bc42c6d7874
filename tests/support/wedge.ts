import type { Page } from 'playwright'

/**
 * A hand scanner: all keys in one turn of the page, faster than any person by the keys' own clock, however busy the
 * machine is; ended by Enter.
 */
export async function wedge(page: Page, text: string): Promise<void> {
  const keys = Array.from(text, (letter) => [codeOf(letter), letter] as const)
  await page.evaluate(
    (pressed) => {
      const from = performance.now()
      for (const [i, [code, key]] of pressed.entries()) {
        const target = document.activeElement ?? document.body
        const shiftKey = /[A-Z]/.test(key) && key.length === 1
        const options = { code, key, shiftKey, bubbles: true, cancelable: true }
        const down = new KeyboardEvent('keydown', options)
        Object.defineProperty(down, 'timeStamp', { value: from + i })
        const goesOn = target.dispatchEvent(down)
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

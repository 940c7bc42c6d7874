import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'

/** What axe finds wrong with what is shown now, by rule and place; empty when nothing. */
export async function findAxeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Everything to press that is smaller than a finger in a glove; axe's own rule passes at 28 px. */
export function findSmallTargets(page: Page, sizeMin = 56): Promise<string[]> {
  return page.evaluate((sizeMin) => {
    const pressable =
      'button, a[href], input:not([type=radio]):not([type=checkbox]), select, textarea, label.choice'
    return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      const unseen = width <= 1 || height <= 1 || getComputedStyle(element).visibility === 'hidden'
      const small = Math.round(width) < sizeMin || Math.round(height) < sizeMin
      return small && !unseen
        ? [
            `${element.textContent || element.getAttribute('aria-label')} ${Math.round(width)}×${Math.round(height)}`,
          ]
        : []
    })
  }, sizeMin)
}

/** Pictures for people to look at, only when asked for: `KHO4D_PICTURES=<folder>`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['KHO4D_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from 'playwright'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The rules of accessibility that a page breaks, with the elements that do. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** Whatever can be pressed or typed into and is smaller than a gloved finger needs, with its size. */
export function smallTargets(page: Page, leastPx: number): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role="button"]',
    )
    return [...targets].flatMap((element) => {
      // What a label holds is pressed through the label; what only a reader sees is not pressed at all.
      const pressed = element.closest<HTMLElement>('label') ?? element
      if (element.closest('.unseen') || !pressed.checkVisibility()) return []
      const { width, height } = pressed.getBoundingClientRect()
      const isSmall = Math.min(width, height) < least - 0.5
      return isSmall ? [`${pressed.outerHTML.slice(0, 120)} ${Math.round(width)}×${Math.round(height)}`] : []
    })
  }, leastPx)
}

/** Text that is cut off, lies outside of its button or of the window, or makes the page scroll sideways. */
export function cutText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const name = (element: Element) => element.outerHTML.slice(0, 120)
    for (const box of [
      document.documentElement,
      ...document.querySelectorAll<HTMLElement>('.middle, .split > *'),
    ]) {
      if (box.scrollWidth > box.clientWidth + 1) found.push(`scrolls sideways: ${name(box)}`)
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || node.nodeValue?.trim() === '' || !parent.checkVisibility()) continue
      if (parent.closest('.unseen, option, svg, textarea')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const text = range.getBoundingClientRect()
      if (text.right > innerWidth + 1 || text.left < -1) found.push(`outside of the window: ${name(parent)}`)
      const button = parent.closest('button, a')?.getBoundingClientRect()
      if (
        button &&
        (text.right > button.right + 1 || text.bottom > button.bottom + 1 || text.left < button.left - 1)
      ) {
        found.push(`outside of its button: ${name(parent)}`)
      }
      if (getComputedStyle(parent).overflow !== 'visible' && parent.scrollWidth > parent.clientWidth + 1) {
        found.push(`cut off: ${name(parent)}`)
      }
    }
    return found
  })
}

/** What there is to press or to fill in and cannot be seen without scrolling. */
export function partsOutOfSight(place: Locator): Promise<string[]> {
  return place.evaluate((box) => {
    const { top, bottom } = box.getBoundingClientRect()
    const [from, to] = [Math.max(0, top), Math.min(innerHeight, bottom)]
    return [...box.querySelectorAll<HTMLElement>('button, input, select, textarea')].flatMap((part) => {
      const seen = part.getBoundingClientRect()
      return seen.top < from - 1 || seen.bottom > to + 1 ? [part.textContent || part.outerHTML] : []
    })
  })
}

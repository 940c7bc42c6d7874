import type { Page } from 'playwright'

export interface SeenFigure {
  readonly text: string
  readonly atMs: number
}

declare global {
  interface Window {
    seenFigures?: SeenFigure[]
  }
}

/** Notes each figure of one item in stock that the public page shows, at the moment when it stands there. */
export async function watchFigure(page: Page, itemId: string): Promise<void> {
  await page.evaluate((id) => {
    const seen: SeenFigure[] = (window.seenFigures = [])
    const look = () => {
      const text = document.getElementById(id)?.querySelector('td b')?.textContent
      if (text === undefined || text === null || text === seen.at(-1)?.text) return
      seen.push({ text, atMs: performance.timeOrigin + performance.now() })
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    look()
  }, itemId)
}

/** Waits for the figure; undefined behind the dot means that the page was loaded anew meanwhile. */
export async function waitForFigure(page: Page, text: string): Promise<SeenFigure> {
  await page.waitForFunction((text) => window.seenFigures?.at(-1)?.text === text, text)
  return (await seenFigures(page)).at(-1)!
}

export function seenFigures(page: Page): Promise<readonly SeenFigure[]> {
  return page.evaluate(() => window.seenFigures ?? [])
}

import { openTablet } from '../open-tablet.ts'
import { screenLater } from '../screen-loader.tsx'
import { beginFirstLines } from './first-lines.ts'

/** The stock screen, whose list is the one part of the start that only it needs. */
export const StockScreenLater = screenLater(() => import('./stock-screen.tsx'), 'StockScreen')

/** For the page that opens with it: its code and its first lines come while the rest of the start is under way. */
export async function beginStockScreen(): Promise<void> {
  await Promise.all([StockScreenLater.load(), beginLines()])
}

async function beginLines(): Promise<void> {
  const opened = await openTablet()
  if (!('kind' in opened)) beginFirstLines(opened.db)
}

import { lazy } from 'react'
import { openTablet } from '../open-tablet.ts'
import { screenLoader } from '../screen-loader.tsx'
import { beginFirstLines } from './first-lines.ts'

let loaded: typeof import('./stock-screen.tsx') | undefined

async function loadStockScreen() {
  return (loaded = await import('./stock-screen.tsx'))
}

const ScreenOnceLoaded = lazy(screenLoader(loadStockScreen, 'StockScreen'))

/** The stock screen, whose list is the one part of the start that only it needs. */
export function StockScreenLater() {
  // What waits behind a fallback React holds back for a third of a second: what is here needs none.
  const Screen = loaded?.StockScreen ?? ScreenOnceLoaded
  return <Screen />
}

/** For the page that opens with it: its code and its first lines come while the rest of the start is under way. */
export async function beginStockScreen(): Promise<void> {
  await Promise.all([loadStockScreen(), beginLines()])
}

async function beginLines(): Promise<void> {
  const opened = await openTablet()
  if (!('kind' in opened)) beginFirstLines(opened.db)
}

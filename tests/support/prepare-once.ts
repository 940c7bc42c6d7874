import type { TestProject } from 'vitest/node'
import { buildIfStale } from '../../scripts/build.ts'
import { browserLaunchOptions } from './browser.ts'

/**
 * Before all tests, since several files run at a time: the browser is unpacked once, and the app that they look at is
 * built once, when its sources are newer.
 */
export default async function prepareOnce({ vitest }: TestProject): Promise<void> {
  await browserLaunchOptions()
  // It is called once, with whichever project comes first.
  if (vitest.projects.some(({ name }) => name === 'e2e')) buildIfStale()
}

import type { TestProject } from 'vitest/node'
import { buildIfStale } from '../../scripts/build.ts'

/** Tests in a browser look at the built app: it is built once before them, when its sources are newer. */
export default function buildOnce({ name }: TestProject): void {
  if (name === 'e2e') buildIfStale()
}

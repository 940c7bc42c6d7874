import type { ComponentType } from 'react'
import { appUpdate } from './device/app-update.ts'

/** Loads the code of a screen when it is first opened. */
export function screenLoader<Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): () => Promise<{ default: ComponentType }> {
  return async () => ({ default: (await loadOrReload(load))[name] })
}

/**
 * Where another tab has taken a new version, this tab's own code may be gone: what needs more of it is a pause anyway, so
 * the page is loaded anew there. Drafts are on disk.
 */
export async function loadOrReload<Code>(load: () => Promise<Code>): Promise<Code> {
  try {
    return await load()
  } catch (error) {
    if (appUpdate.state() !== 'replaced') throw error
    location.reload()
    return new Promise(() => {})
  }
}

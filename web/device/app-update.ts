/** `replaced`: another tab took the new version; this one still runs the old until it is loaded anew. */
export type AppUpdateState = 'none' | 'ready' | 'replaced'

const CHECK_EVERY_MS = 3_600_000

/**
 * The app's own new version. It never takes over by itself: half a form would be gone. Drafts are on disk at every
 * keystroke, so that a reload by consent loses nothing.
 */
export class AppUpdate {
  #state: AppUpdateState = 'none'
  #registration: ServiceWorkerRegistration | undefined
  #accepted = false
  readonly #listeners = new Set<() => void>()

  readonly state = (): AppUpdateState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async start(container: ServiceWorkerContainer): Promise<void> {
    const hadController = container.controller !== null
    if (hadController) markOfflineReady()
    let first = !hadController
    container.addEventListener('controllerchange', () => {
      markOfflineReady()
      if (first) first = false
      else if (this.#accepted) location.reload()
      else this.#set('replaced')
    })
    const registration = await container.register(`${import.meta.env.BASE_URL}service-worker.js`, {
      scope: import.meta.env.BASE_URL,
      updateViaCache: 'none',
    })
    this.#registration = registration
    if (registration.waiting && container.controller) this.#set('ready')
    registration.addEventListener('updatefound', () => {
      const found = registration.installing
      found?.addEventListener('statechange', () => {
        if (found.state === 'installed' && container.controller) this.#set('ready')
      })
    })
    setInterval(() => void this.check(), CHECK_EVERY_MS)
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.check()
    })
  }

  /** Asks the server for a new version; nothing happens offline. */
  async check(): Promise<void> {
    await this.#registration?.update().catch(() => undefined)
  }

  /** The consent of the person at this tab. */
  accept(): void {
    this.#accepted = true
    const waiting = this.#registration?.waiting
    if (waiting) waiting.postMessage({ kind: 'skip-waiting' })
    else location.reload()
  }

  #set(state: AppUpdateState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

export const appUpdate = new AppUpdate()

/** From now on the app opens without a network: active means that every file was put away. */
function markOfflineReady(): void {
  document.documentElement.dataset['offlineReady'] = '1'
}

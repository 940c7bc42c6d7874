import { clientsClaim } from 'workbox-core'
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (PrecacheEntry | string)[]
}

// The whole app lies on the tablet: it opens without a network, every screen of it.
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

// Only the app's own pages; the public pages and the API are always the server's.
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { allowlist: [/^\/app(\/|$|\?)/] }))

// On the first visit at once, so that the tablet may go offline right after it. A later version waits for consent.
clientsClaim()

self.addEventListener('message', ({ data }) => {
  if ((data as { kind?: unknown } | null)?.kind === 'skip-waiting') void self.skipWaiting()
})

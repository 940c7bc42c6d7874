/** The services behind the browsers' own notices. A subscription is an address we would call: no other is called. */
const HOSTS = ['fcm.googleapis.com']
const HOST_ENDINGS = ['.push.services.mozilla.com', '.push.apple.com', '.notify.windows.com']

/** `alsoOrigins`: for tests, which have a push service of their own. */
export function isKnownPushService(endpoint: string, alsoOrigins: readonly string[] = []): boolean {
  const url = URL.parse(endpoint)
  if (!url || url.username !== '' || url.password !== '') return false
  if (alsoOrigins.includes(url.origin)) return true
  if (url.protocol !== 'https:' || url.port !== '') return false
  return HOSTS.includes(url.hostname) || HOST_ENDINGS.some((ending) => url.hostname.endsWith(ending))
}

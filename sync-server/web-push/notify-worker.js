// Shows what the server sends and opens the page it is about. It keeps nothing and answers no request of a page.
self.addEventListener('push', (event) => {
  const { text, path, tag } = event.data.json()
  event.waitUntil(self.registration.showNotification('Kho 4Đ', { body: text, tag, data: path }))
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data))
})
async function open(path) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const shown = pages.find(({ url }) => new URL(url).pathname === path)
  await (shown ? shown.focus() : self.clients.openWindow(path))
}

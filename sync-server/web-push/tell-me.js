// Offers to show each new step on this device, where the browser can. Without this script the page lacks nothing else.
;(() => {
  const part = document.querySelector('[data-push-key]')
  if (!part || !('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return
  const address = `${location.pathname}/bao${location.search}`
  const language = document.documentElement.lang
  const show = (name, text) => {
    for (const it of part.querySelectorAll('[data-when]'))
      it.hidden = !it.dataset.when.split(' ').includes(name)
    if (text !== undefined) part.querySelector('[data-when~=refused]').textContent = text
  }
  async function send(method, body) {
    const headers = { 'content-type': 'application/json' }
    const request = { method, headers, body: JSON.stringify(body) }
    const answer = await fetch(address, request)
    const told = await answer.json()
    if (answer.ok) show(told.isOn ? 'on' : 'off')
    else show('refused', told.error.message[language])
  }
  const subscription = async () =>
    (await navigator.serviceWorker.getRegistration('/ho-so/'))?.pushManager.getSubscription()
  async function subscribe() {
    await navigator.serviceWorker.register('/ho-so/bao.js', { scope: '/ho-so/' })
    const { pushManager } = await navigator.serviceWorker.ready
    const options = { userVisibleOnly: true, applicationServerKey: part.dataset.pushKey }
    try {
      return await pushManager.subscribe(options)
    } catch (error) {
      // One for another key, from before this server had its own.
      const old = error.name === 'InvalidStateError' && (await pushManager.getSubscription())
      if (!old) throw error
      await old.unsubscribe()
      return pushManager.subscribe(options)
    }
  }
  async function turnOn() {
    if ((await Notification.requestPermission()) !== 'granted') return show('denied')
    let made
    try {
      made = await subscribe()
    } catch {
      return show('failed')
    }
    return send('POST', made.toJSON())
  }
  async function turnOff() {
    const made = await subscription()
    return made ? send('DELETE', { endpoint: made.endpoint }) : show('off')
  }
  const press = (name, act) => {
    for (const button of part.querySelectorAll(`[data-do=${name}]`))
      button.addEventListener('click', async () => {
        button.disabled = true
        await act().catch(() => show('offline'))
        button.disabled = false
        part.querySelector('button:not([hidden])')?.focus()
      })
  }
  press('on', turnOn)
  press('off', turnOff)
  subscription()
    .then((made) => (made ? send('POST', { endpoint: made.endpoint }) : show('off')))
    .catch(() => show('off'))
    .finally(() => (part.hidden = false))
})()

// Keeps the open page current. Without it the page is complete, only not live.
;(() => {
  const { lang } = document.documentElement
  const body = document.body
  const words = body.dataset
  const byId = (id) => document.getElementById(id)
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 3 })
  const number = (value) => format.format(value).replace('-', '−')
  const silentAfterMs = 50000
  let stock
  let stream
  let watchdog
  let redrawing
  const stale = new Set()
  // A figure that changes is tinted for a moment; one that stays is not touched.
  const put = (node, text) => {
    if (!node || node.textContent === text) return
    node.textContent = text
    const seen = node.nodeType === 3 ? node.parentNode : node
    if (!seen.classList) return
    seen.classList.remove('new')
    void seen.getBoundingClientRect()
    seen.classList.add('new')
  }
  const unitSize = ({ unit, baseUnit }) => {
    const said = unit.toLowerCase()
    const large =
      baseUnit === 'gram' ? ['kg'] : baseUnit === 'millilitre' ? ['l', 'lít', 'lit', 'litre', 'litres'] : []
    return large.includes(said) ? 1000 : 1
  }
  const amount = (row, column) => number(row[column] / unitSize(row))
  const columns = ['inStock', 'inTransit', 'received', 'dispatched', 'delivered']
  const series = ['intakes', 'dispatches', 'deliveries']
  const showItem = (item) => {
    const row = byId(item.itemId)
    if (!row) return false
    const [name, ...cells] = row.children
    columns.forEach((column, index) => put(cells[index].firstChild, amount(item, column)))
    put(name.querySelector('em'), item.inQuestion ? words.inQuestion : '')
    const expiry = item.nextExpiryOn
    const past = expiry < stock.days.at(-1).on
    put(
      name.querySelector('small'),
      expiry ? `${past ? words.pastExpiry : words.nextExpiry} ${expiry.split('-').reverse().join('/')}` : '',
    )
    return true
  }
  const showCategory = (total, places) => {
    const parts = ['inStock', 'inTransit', 'delivered'].map((column) => Math.max(0, total[column]))
    const whole = Math.max(
      total.received,
      parts.reduce((sum, part) => sum + part),
    )
    for (const place of places) {
      for (const node of place.querySelectorAll('[data-n]')) put(node, amount(total, node.dataset.n))
      let left = 0
      place.querySelectorAll('path').forEach((path, index) => {
        if (index === 0) return
        const width = whole === 0 ? 0 : Math.round((parts[index - 1] / whole) * 1000) / 10
        path.setAttribute('d', `M${left} 5h${width}`)
        left += width
      })
    }
  }
  const showDays = (days) => {
    const highest = Math.max(1, ...days.flatMap((day) => series.map((name) => day[name])))
    const sums = series.map((name) => number(days.reduce((all, day) => all + day[name], 0)))
    series.forEach((name, row) => {
      const base = 58 + row * 66
      const bars = days.map((day, index) => {
        const up = Math.round((day[name] / highest) * 380) / 10
        return up === 0 ? '' : `M${Math.round((26 + (index + 0.5) * 11.1) * 10) / 10} ${base}v-${up}`
      })
      document.querySelector(`.s${row + 1}`).setAttribute('d', bars.join(''))
      put(document.querySelectorAll('.sum')[row], words.times.replace('#', sums[row]))
      put(document.querySelectorAll('.y')[row * 2], number(highest))
    })
    byId('days-d').textContent = sums.reduce((said, sum) => said.replace('#', sum), words.days)
    const rows = document.querySelectorAll('#days tbody tr')
    days.toReversed().forEach((day, index) => {
      series.forEach((name, column) => put(rows[index].children[column + 1], number(day[name])))
    })
  }
  // What the page does not show yet (a new item, a new day) comes from the server as it would draw it.
  const redraw = async (address, parts) => {
    const answer = await fetch(address, { cache: 'no-cache' })
    if (!answer.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const part of parts) {
      const [old, now] = [byId(part), fresh.getElementById(part)]
      if (old && now) old.replaceWith(now)
      else if (old || now) return location.reload()
    }
    // What was heard while the server drew may be newer, and must not be drawn over.
    const drawn = fresh.getElementById('n-entries')?.textContent.replace(/\D/g, '')
    if (stock && stock.head >= drawn) showStock(true)
  }
  // Not all viewers at the same moment.
  const redrawLater = (part) => {
    stale.add(part)
    redrawing ??= setTimeout(
      () => {
        const parts = [...stale]
        stale.clear()
        redrawing = undefined
        redraw(location.href, parts).then(search, () => {})
      },
      100 + Math.random() * 900,
    )
  }
  const isComplete = () => 'all' in (byId('list')?.dataset ?? {})
  const showStock = (isDrawn) => {
    const redrawSoon = isDrawn ? () => {} : redrawLater
    const shown = stock.items.map(showItem)
    if (isComplete() && shown.includes(false)) redrawSoon('list')
    const { categories, days } = stock
    const sums = {
      kinds: stock.items.filter((item) => item.inStock > 0).length,
      caseFiles: stock.caseFilesHelped,
      intakes: days.reduce((sum, day) => sum + day.intakes, 0),
      deliveries: days.reduce((sum, day) => sum + day.deliveries, 0),
      entries: stock.head,
      ...stock.handovers,
    }
    for (const name in sums) put(byId(`n-${name}`), number(sums[name]))
    const totals = categories.flatMap(({ category, units }) =>
      units.map((total) => [`${category}|${total.baseUnit}|${total.unit}`, total]),
    )
    const places = [...document.querySelectorAll('[data-c]')]
    for (const [key, total] of totals) {
      showCategory(
        total,
        places.filter((place) => place.dataset.c === key),
      )
    }
    if (!byId('days')) return
    if (byId('kinds')?.dataset.part !== (totals.map(([key]) => key).join(';') || undefined)) {
      redrawSoon('kinds')
    }
    if (byId('days').dataset.part === days[0].on) showDays(days)
    else redrawSoon('days')
  }
  const showState = (state, hint) => {
    body.className = state
    if (byId('state').textContent !== hint) byId('state').textContent = hint
  }
  const lose = () => {
    if (body.className === 'lost') return
    const clock = new Date().toLocaleTimeString('vi', {
      timeZone: 'Asia/Ho_Chi_Minh',
      hour: '2-digit',
      minute: '2-digit',
    })
    showState('lost', `${words.lost} ${clock}. ${words.lostHint} ·`)
  }
  const heard = () => {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => {
      lose()
      open()
    }, silentAfterMs)
  }
  const open = () => {
    stream?.close()
    stream = new EventSource('/api/public/stream')
    heard()
    stream.onerror = lose
    stream.addEventListener('live', ({ data }) => {
      const said = JSON.parse(data)[lang]
      heard()
      showState('live', words.live)
      byId('line').textContent = said.line
      byId('lag').textContent = said.lag
      byId('lag').hidden = said.lag === ''
    })
    stream.addEventListener('stock', ({ data }) => {
      stock = JSON.parse(data)
      heard()
      showStock()
      search()
    })
  }
  const fold = (text) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[đĐ]/g, 'd')
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .trim()
  // Rows on the page are hidden or shown at once; what is not on the page is asked from the server.
  const field = byId('q')
  const choice = document.querySelector('select')
  let asked = location.search
  let soon
  const search = () => {
    if (!stock || !isComplete()) return
    const sought = fold(field.value)
    const digits = /^\d{8,14}$/.test(sought)
    const names = (item) =>
      ` ${fold(`${item.name} ${item.nameEn ?? ''} ${choice.querySelector(`[value=${item.category}]`).textContent}`)}`
    const found = stock.items.filter(
      (item) =>
        (!choice.value || item.category === choice.value) &&
        (digits
          ? item.itemId.includes(sought)
          : sought.split(' ').every((word) => names(item).includes(` ${word}`))),
    )
    const ids = new Set(found.map((item) => item.itemId))
    for (const row of document.querySelectorAll('.items tr[id]')) row.hidden = !ids.has(row.id)
    for (const group of document.querySelectorAll('.items tbody')) {
      group.hidden = !group.querySelector('tr[id]:not([hidden])')
    }
    if (stock.items.length === 0) return
    byId('found').textContent = found.length
      ? words.found.replace('#', number(found.length))
      : words.foundNone
  }
  const ask = () => {
    const parameters = new URLSearchParams(new FormData(field.form))
    for (const name of ['q', 'category']) if (!parameters.get(name)) parameters.delete(name)
    history.replaceState(null, '', `/?${parameters}`)
    if (isComplete() || asked === location.search) return search()
    asked = location.search
    clearTimeout(soon)
    soon = setTimeout(() => redraw(location.href, ['list']).then(search, () => {}), 200)
  }
  field?.addEventListener('input', ask)
  choice?.addEventListener('change', ask)
  // A page nobody looks at costs neither the phone nor the server anything.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      stream.close()
      clearTimeout(watchdog)
    } else open()
  })
  open()
})()

// Finds the number that goes with the form's ticket while the person types, in slices that no finger notices.
;(() => {
  const form = document.querySelector('form[data-bits]')
  if (!form) return
  const ticket = form.elements.form.value
  const bits = Number(form.dataset.bits)
  const words = new Uint32Array(64)
  const K = []
  const H = []
  for (let n = 2, primes = 0; primes < 64; n++) {
    let prime = true
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false
    if (!prime) continue
    if (primes < 8) H.push(((Math.sqrt(n) % 1) * 4294967296) | 0)
    K.push(((Math.cbrt(n) % 1) * 4294967296) | 0)
    primes++
  }
  const turn = (x, n) => (x >>> n) | (x << (32 - n))
  function firstWord(text) {
    const length = text.length
    const blocks = Math.ceil((length + 9) / 64)
    const bytes = new DataView(new ArrayBuffer(blocks * 64))
    for (let i = 0; i < length; i++) bytes.setUint8(i, text.charCodeAt(i))
    bytes.setUint8(length, 128)
    bytes.setUint32(blocks * 64 - 4, length * 8)
    let hash = H.slice()
    for (let block = 0; block < blocks; block++) {
      for (let i = 0; i < 64; i++) {
        if (i < 16) words[i] = bytes.getUint32(block * 64 + i * 4)
        else {
          const a = words[i - 15]
          const b = words[i - 2]
          words[i] =
            words[i - 16] +
            (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) +
            words[i - 7] +
            (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))
        }
      }
      let [a, b, c, d, e, f, g, h] = hash
      for (let i = 0; i < 64; i++) {
        const one =
          (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + words[i]) | 0
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
        h = g
        g = f
        f = e
        e = (d + one) | 0
        d = c
        c = b
        b = a
        a = (one + two) | 0
      }
      hash = [a, b, c, d, e, f, g, h].map((it, i) => (it + hash[i]) | 0)
    }
    return hash[0] >>> 0
  }
  let tried = 0
  function look() {
    const until = performance.now() + 12
    while (performance.now() < until) {
      if (firstWord(`${ticket}:${tried}`) >>> (32 - bits) === 0) {
        form.elements.proof.value = String(tried)
        form.dataset.ready = ''
        return
      }
      tried++
    }
    setTimeout(look, 4)
  }
  look()
  form.addEventListener('submit', (event) => {
    if (form.elements.proof.value !== '' || form.dataset.waits === '') return
    event.preventDefault()
    form.dataset.waits = ''
    const button = event.submitter
    const wait = () =>
      'ready' in form.dataset ? form.requestSubmit(button ?? undefined) : setTimeout(wait, 50)
    wait()
  })
})()

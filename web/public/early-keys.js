// The first script of all: keeps what a hand scanner types before the screen that listens is there. Whoever listens
// first takes it (web/scan/early-keys.ts). A person's touch ends it, and so does time: by then a screen has answered.
;(() => {
  const kept = []
  const keep = (event) => {
    if (event.timeStamp > 30000) stop()
    // What goes into a field, a password above all, is the field's.
    else if (!event.target?.closest?.('input, textarea, select')) kept.push(event)
  }
  const stop = () => {
    kept.length = 0
    for (const type of ['keydown', 'keyup']) removeEventListener(type, keep, true)
    removeEventListener('pointerdown', stop, true)
  }
  for (const type of ['keydown', 'keyup']) addEventListener(type, keep, true)
  addEventListener('pointerdown', stop, true)
  window.takeEarlyKeys = () => {
    const taken = [...kept]
    stop()
    return taken
  }
})()

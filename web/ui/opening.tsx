import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

const TOO_LONG_MS = 8_000

/** For the moment in which a screen comes from the disk. Where it does not come, nobody is left without a way on. */
export function Opening() {
  const text = useText(uiText)
  const [tooLong, setTooLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setTooLong(true), TOO_LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="opening">
      <output>{tooLong ? text.loadingLong : text.loading}</output>
      {tooLong && (
        <Button icon="refresh" onClick={() => location.reload()}>
          {text.loadAnew}
        </Button>
      )}
    </div>
  )
}

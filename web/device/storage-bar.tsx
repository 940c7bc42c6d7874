import { useState } from 'react'
import { Button, LinkButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.tsx'
import { deviceText } from './device-text.ts'

const SEEN_KEY = 'kho4d.storage-seen'

/** Said once; after that the state of the device goes on saying it. */
export function StorageBar() {
  const text = useText(deviceText).bar
  const [seen, setSeen] = useState(() => localStorage.getItem(SEEN_KEY) === '1')
  if (seen) return null
  return (
    <output className="bar yellow">
      <Icon name="alert" />
      <span>{text.storageWeak}</span>
      <LinkButton href="/device">{text.seeDevice}</LinkButton>
      <Button
        onClick={() => {
          localStorage.setItem(SEEN_KEY, '1')
          setSeen(true)
        }}
      >
        {text.seen}
      </Button>
    </output>
  )
}

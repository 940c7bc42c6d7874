import type { ReactNode } from 'react'
import { useLanguage, useText } from '../ui/language.tsx'
import { Button } from '../ui/button.tsx'
import { deskText } from './desk-text.ts'
import './desk.css'

/** The page around sign-in and set-up: one card in the middle, the language within reach. */
export function Entrance({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const text = useText(deskText)
  const { language, setLanguage } = useLanguage()
  return (
    <div className="desk entrance">
      <header>
        <strong>{text.product}</strong>
        <Button
          kind="quiet"
          icon="language"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {text.language}
        </Button>
      </header>
      <main>
        <div className="card">
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  )
}

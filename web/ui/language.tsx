import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Language } from '#shared/i18n/text'

const KEY = 'kho4d.language'

interface LanguageChoice {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice>({ language: 'vi', setLanguage: () => {} })

/** Remembers the language of this device; Vietnamese until somebody chooses otherwise. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(KEY) === 'en' ? 'en' : 'vi'))
  useEffect(() => {
    document.documentElement.lang = language
    localStorage.setItem(KEY, language)
  }, [language])
  const choice = useMemo(() => ({ language, setLanguage }), [language])
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext)
}

/** The texts of one job in the language of the person who looks. */
export function useText<Shape>(text: { readonly vi: Shape; readonly en: Shape }): Shape {
  return text[useLanguage().language]
}

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'

const SUNLIGHT_KEY = 'kho4d.sunlight'
const TEXT_SIZE_KEY = 'kho4d.text-size'

export const TEXT_SIZES = ['100', '150', '200'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

interface Appearance {
  readonly sunlight: boolean
  readonly setSunlight: (sunlight: boolean) => void
  readonly textSize: TextSize
  readonly setTextSize: (size: TextSize) => void
}

const AppearanceContext = createContext<Appearance>({
  sunlight: false,
  setSunlight: () => {},
  textSize: '100',
  setTextSize: () => {},
})

/** High contrast for the sun and larger text, remembered on this device. */
export function AppearanceProvider({ children }: { readonly children: ReactNode }) {
  const [sunlight, setSunlight] = useState(() => localStorage.getItem(SUNLIGHT_KEY) === '1')
  const [textSize, setTextSize] = useState<TextSize>(
    () => TEXT_SIZES.find((size) => size === localStorage.getItem(TEXT_SIZE_KEY)) ?? '100',
  )
  useEffect(() => {
    document.documentElement.classList.toggle('sunlight', sunlight)
    localStorage.setItem(SUNLIGHT_KEY, sunlight ? '1' : '0')
  }, [sunlight])
  useEffect(() => {
    document.documentElement.dataset['text'] = textSize
    localStorage.setItem(TEXT_SIZE_KEY, textSize)
  }, [textSize])
  const appearance = useMemo(() => ({ sunlight, setSunlight, textSize, setTextSize }), [sunlight, textSize])
  return <AppearanceContext value={appearance}>{children}</AppearanceContext>
}

export function useAppearance(): Appearance {
  return useContext(AppearanceContext)
}

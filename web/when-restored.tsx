import { use, type ReactNode } from 'react'
import { useTablet } from './tablet-context.tsx'

/** What records waits until the store has all that the journal knows; what only reads is shown before. */
export function WhenRestored({ children }: { readonly children: ReactNode }) {
  const refusal = use(useTablet().restored())
  return refusal ? null : children
}

import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react'

const SHOWN_MS = 5_000

type ShowToast = (sentence: string) => void
const ToastContext = createContext<ShowToast>(() => {})

/** Says that something was done. Nothing that must be read stands here alone. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly { id: number; sentence: string }[]>([])
  const lastId = useRef(0)
  const showToast = useCallback((sentence: string) => {
    const id = ++lastId.current
    setToasts((shown) => [...shown.slice(-2), { id, sentence }])
    setTimeout(() => setToasts((shown) => shown.filter((toast) => toast.id !== id)), SHOWN_MS)
  }, [])
  return (
    <ToastContext value={showToast}>
      {children}
      <output className="toasts">
        {toasts.map((toast) => (
          <span key={toast.id} className="toast">
            {toast.sentence}
          </span>
        ))}
      </output>
    </ToastContext>
  )
}

export function useToast(): ShowToast {
  return useContext(ToastContext)
}

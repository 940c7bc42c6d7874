import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { appUpdate } from './device/app-update.ts'
import { openTablet } from './open-tablet.ts'
import { beginStockScreen } from './stock/load-stock-screen.tsx'
import { AppearanceProvider } from './ui/appearance.tsx'
import './ui/base.css'
import { LanguageProvider } from './ui/language.tsx'
import { ToastProvider } from './ui/toast.tsx'

// Beside the first drawing. The desk opens no store.
if (!/^\/app\/(desk|setup)(\/|$)/.test(location.pathname)) void openTablet()
// Where it fails, the screen says so.
if (location.pathname === '/app/stock') beginStockScreen().catch(() => {})

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <LanguageProvider>
      <AppearanceProvider>
        <ToastProvider>
          <App />
        </ToastProvider>
      </AppearanceProvider>
    </LanguageProvider>
  </StrictMode>,
)

// The build has a service worker, the development server has none. Without one the app works, only not offline.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  appUpdate.start(navigator.serviceWorker).catch(() => undefined)
}

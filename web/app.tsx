import { lazy, Suspense } from 'react'
import { Route, Router, Switch } from 'wouter'
import { screenLoader } from './screen-loader.tsx'
import { TabletRoom } from './tablet-room.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { Opening } from './ui/opening.tsx'

const BASE = '/app'

const Desk = lazy(screenLoader(() => import('./desk/desk.tsx'), 'Desk'))
const SetupScreen = lazy(screenLoader(() => import('./desk/setup-screen.tsx'), 'SetupScreen'))

/** The desk works online and opens no store; everything else is the tablet's. */
export function App() {
  return (
    <Router base={BASE}>
      <ErrorBoundary onHome={() => location.assign(`${BASE}/`)}>
        <Suspense fallback={<Opening />}>
          <Switch>
            <Route path="/desk/*?">
              <Desk />
            </Route>
            <Route path="/setup">
              <SetupScreen />
            </Route>
            <Route>
              <TabletRoom />
            </Route>
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </Router>
  )
}

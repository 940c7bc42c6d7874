import { Route, Router, Switch } from 'wouter'
import { screenLater } from './screen-loader.tsx'
import { TabletRoom } from './tablet-room.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'

const BASE = '/app'

const Desk = screenLater(() => import('./desk/desk.tsx'), 'Desk')
const SetupScreen = screenLater(() => import('./desk/setup-screen.tsx'), 'SetupScreen')

/** The desk works online and opens no store; everything else is the tablet's. */
export function App() {
  return (
    <Router base={BASE}>
      <ErrorBoundary onHome={() => location.assign(`${BASE}/`)}>
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
      </ErrorBoundary>
    </Router>
  )
}

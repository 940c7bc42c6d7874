import { Suspense, type ReactNode } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { DeviceBadge } from './device/device-badge.tsx'
import { DeviceBars } from './device/device-bars.tsx'
import { WhileAllowed } from './device/while-allowed.tsx'
import { HomeScreen } from './home/home-screen.tsx'
import { screenLater } from './screen-loader.tsx'
import { SignedIn } from './sign-in/signed-in.tsx'
import { TripGate } from './sign-in/trip-gate.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { CornerProvider } from './ui/job-shell.tsx'
import { StockScreenLater } from './stock/load-stock-screen.tsx'
import { Opening } from './ui/opening.tsx'
import { WhenRestored } from './when-restored.tsx'

const AroundScreen = screenLater(() => import('./deliver/around-screen.tsx'), 'AroundScreen')
const DeviceScreen = screenLater(() => import('./device/device-screen.tsx'), 'DeviceScreen')
const DispatchScreen = screenLater(() => import('./dispatch/dispatch-screen.tsx'), 'DispatchScreen')
const EnrolScreen = screenLater(() => import('./enrol/enrol-screen.tsx'), 'EnrolScreen')
const FindHandoverScreen = screenLater(
  () => import('./handover/find-handover-screen.tsx'),
  'FindHandoverScreen',
)
const GiveBackScreen = screenLater(() => import('./give-back/give-back-screen.tsx'), 'GiveBackScreen')
const HandoverScreen = screenLater(() => import('./handover/handover-screen.tsx'), 'HandoverScreen')
const HistoryScreen = screenLater(() => import('./history/history-screen.tsx'), 'HistoryScreen')
const IntakeScreen = screenLater(() => import('./intake/intake-screen.tsx'), 'IntakeScreen')
const LoadingScreen = screenLater(() => import('./deliver/loading-screen.tsx'), 'LoadingScreen')
const SampleCodesScreen = screenLater(
  () => import('./sample-codes/sample-codes-screen.tsx'),
  'SampleCodesScreen',
)
const SlipScreen = screenLater(() => import('./slip/slip-screen.tsx'), 'SlipScreen')
const StopScreen = screenLater(() => import('./deliver/stop-screen.tsx'), 'StopScreen')
const SurveyScreen = screenLater(() => import('./survey/survey-screen.tsx'), 'SurveyScreen')
const SurveysScreen = screenLater(() => import('./survey/surveys-screen.tsx'), 'SurveysScreen')
const TripScreen = screenLater(() => import('./deliver/trip-screen.tsx'), 'TripScreen')
const TripsScreen = screenLater(() => import('./deliver/trips-screen.tsx'), 'TripsScreen')
const UnsentScreen = screenLater(() => import('./unsent/unsent-screen.tsx'), 'UnsentScreen')
const VisitScreen = screenLater(() => import('./survey/visit-screen.tsx'), 'VisitScreen')

/** While these are open nothing may move under a finger. */
const BUSY = ['/intake', '/dispatch', '/handover', '/surveys/']

export function TabletRoutes() {
  const [path, navigate] = useLocation()
  return (
    <div className="app">
      <DeviceBars busy={BUSY.some((job) => path.startsWith(job))} />
      <CornerProvider corner={<DeviceBadge />}>
        <ErrorBoundary key={path} onHome={() => navigate('/')}>
          <Suspense fallback={<Opening />}>
            <Switch>
              <Route path="/">
                <HomeScreen />
              </Route>
              {job('/stock', <StockScreenLater />)}
              <Route>
                <WhenRestored>
                  <RecordingRoutes />
                </WhenRestored>
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </CornerProvider>
    </div>
  )
}

function RecordingRoutes() {
  return (
    <Switch>
      <Route path="/enrol">
        <EnrolScreen />
      </Route>
      <Route path="/device">
        <DeviceScreen />
      </Route>
      <Route path="/sample-codes">
        <SampleCodesScreen />
      </Route>
      {job('/sign-in', <Redirect to="/" replace />)}
      {job(
        '/intake',
        <WhileAllowed job="intake">
          <IntakeScreen />
        </WhileAllowed>,
      )}
      {job(
        '/dispatch',
        <WhileAllowed job="dispatch">
          <DispatchScreen />
        </WhileAllowed>,
      )}
      {trip('/trips', <TripsScreen />)}
      {trip('/trips/:id', <TripScreen />)}
      {trip('/trips/:id/loading', <LoadingScreen />)}
      {trip('/trips/:id/around', <AroundScreen />)}
      {trip('/trips/:id/stops/:consignmentId', <StopScreen />)}
      {trip('/handover', <FindHandoverScreen />)}
      {trip('/handover/:consignmentId', <HandoverScreen />)}
      {job('/surveys', <SurveysScreen />)}
      {job('/surveys/:surveyId', <SurveyScreen />)}
      {job('/visits/:caseFileId', <VisitScreen />)}
      {job('/give-back', <GiveBackScreen />)}
      {job('/history', <HistoryScreen />)}
      {job('/unsent', <UnsentScreen />)}
      {job('/slip/:id', <SlipScreen />)}
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  )
}

/** Behind the gate of trips, which opens without a PIN too. */
function trip(path: string, screen: ReactNode) {
  return (
    <Route path={path}>
      <TripGate>{screen}</TripGate>
    </Route>
  )
}

/** Behind the gate: the address stays, so that a person comes back to where they were. */
function job(path: string, screen: ReactNode) {
  return (
    <Route path={path}>
      <SignedIn>{screen}</SignedIn>
    </Route>
  )
}

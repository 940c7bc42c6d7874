import { Route, Router, Switch } from 'wouter'
import { useBrowserLocation } from 'wouter/use-browser-location'
import { EmptyState } from '../ui/empty-state.tsx'
import { useText } from '../ui/language.tsx'
import { CaseFileScreen } from './case-file-screen.tsx'
import { CaseFilesScreen } from './case-files-screen.tsx'
import { DataRequestScreen } from './data-request-screen.tsx'
import { DeskFrame } from './desk-frame.tsx'
import { DeskSession } from './desk-session.tsx'
import { deskText } from './desk-text.ts'
import { DevicesScreen } from './devices-screen.tsx'
import { FindingsScreen } from './findings-screen.tsx'
import { ImportScreen } from './import-screen.tsx'
import { ItemsScreen } from './items-screen.tsx'
import { NewCaseFileScreen } from './new-case-file-screen.tsx'
import { PersonalDataScreen } from './personal-data-screen.tsx'
import { NewRequestScreen } from './new-request-screen.tsx'
import { RequestScreen } from './request-screen.tsx'
import { RequestsScreen } from './requests-screen.tsx'
import { RulesScreen } from './rules-screen.tsx'
import { ShelfLabelsScreen } from './shelf-labels-screen.tsx'
import { StaffScreen } from './staff-screen.tsx'
import { StartScreen } from './start-screen.tsx'
import { SupervisionScreen } from './supervision-screen.tsx'
import { SurveyScreen } from './survey-screen.tsx'
import { TripScreen } from './trip-screen.tsx'
import { TripsScreen } from './trips-screen.tsx'
import { WarehousesScreen } from './warehouses-screen.tsx'
import { WaybillScreen } from './waybill-screen.tsx'
import './desk.css'

/** Everything below /app/desk. Its own router, so that it does not matter where the app mounts it. */
export function Desk() {
  return (
    // The router takes the hook itself.
    // oxlint-disable-next-line react/hooks
    <Router hook={useBrowserLocation} base="/app/desk">
      <DeskSession>
        {(signOut) => (
          <DeskFrame onSignOut={signOut}>
            <Switch>
              <Route path="/" component={StartScreen} />
              <Route path="/findings" component={FindingsScreen} />
              <Route path="/requests" component={RequestsScreen} />
              <Route path="/requests/new" component={NewRequestScreen} />
              <Route path="/requests/:id">
                {({ id }) => <RequestScreen key={id} caseFileId={decodeURIComponent(id)} />}
              </Route>
              <Route path="/requests/:id/survey">
                {({ id }) => <SurveyScreen key={id} caseFileId={decodeURIComponent(id)} />}
              </Route>
              <Route path="/case-files" component={CaseFilesScreen} />
              <Route path="/case-files/new" component={NewCaseFileScreen} />
              <Route path="/case-files/:id">
                {({ id }) => <CaseFileScreen key={id} caseFileId={decodeURIComponent(id)} />}
              </Route>
              <Route path="/trips" component={TripsScreen} />
              <Route path="/trips/:id">
                {({ id }) => <TripScreen key={id} tripId={decodeURIComponent(id)} />}
              </Route>
              <Route path="/trips/:id/waybill">
                {({ id }) => <WaybillScreen tripId={decodeURIComponent(id)} />}
              </Route>
              <Route path="/items" component={ItemsScreen} />
              <Route path="/import" component={ImportScreen} />
              <Route path="/warehouses" component={WarehousesScreen} />
              <Route path="/warehouses/:id/labels">
                {({ id }) => <ShelfLabelsScreen warehouseId={decodeURIComponent(id)} />}
              </Route>
              <Route path="/staff" component={StaffScreen} />
              <Route path="/devices" component={DevicesScreen} />
              <Route path="/supervision" component={SupervisionScreen} />
              <Route path="/personal-data" component={PersonalDataScreen} />
              <Route path="/personal-data/:id">
                {({ id }) => <DataRequestScreen key={id} requestId={decodeURIComponent(id)} />}
              </Route>
              <Route path="/rules" component={RulesScreen} />
              <Route component={NotFound} />
            </Switch>
          </DeskFrame>
        )}
      </DeskSession>
    </Router>
  )
}

function NotFound() {
  const text = useText(deskText)
  return (
    <EmptyState icon="info" title={text.notFound}>
      <p>{text.notFoundHint}</p>
    </EmptyState>
  )
}

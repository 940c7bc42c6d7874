import { useDeviceState } from '../device/use-device-state.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useText } from '../ui/language.tsx'
import { homeText } from './home-text.ts'
import { Jobs } from './jobs.tsx'
import { LookButtons } from './look-buttons.tsx'
import { Welcome } from './welcome.tsx'
import './home.css'

/** The first screen: four jobs, what is open, and the state of this tablet. */
export function HomeScreen() {
  const text = useText(homeText)
  const state = useDeviceState()
  return (
    <JobShell colour="brand" title={text.title} subtitle={state?.enrolled?.warehouseName} back={false}>
      {state && (
        <div className="column">
          {state.enrolled ? <Jobs state={state} /> : <Welcome />}
          <LookButtons />
        </div>
      )}
    </JobShell>
  )
}

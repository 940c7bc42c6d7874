import { useState, type ReactNode } from 'react'
import { codesOfNamesakes } from '#shared/i18n/short-code'
import { fold, matchesFolded } from '#shared/i18n/fold'
import type { StaffMember } from '#shared/staff/staff'
import { staffText } from '#shared/staff/staff-text'
import { useLive } from '../database/use-live.tsx'
import { FetchButton } from '../device/fetch-button.tsx'
import { listStaff } from '../staff/sign-in.ts'
import { useTablet } from '../tablet-context.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { PinStep } from './pin-step.tsx'
import { signInText } from './sign-in-text.ts'

const SEARCH_FROM = 9

/** Who is at the tablet: a name, then six digits. Works without a network. Other ways on stand below. */
export function SignInScreen({ children }: { readonly children?: ReactNode }) {
  const text = useText(signInText)
  const { db } = useTablet()
  const staff = useLive(() => listStaff(db), [db])
  const [chosen, setChosen] = useState<StaffMember>()
  return (
    <JobShell colour="brand" title={text.title}>
      <div className="column narrow">
        {staff && staff.length === 0 && <NoStaff />}
        {staff && staff.length > 0 && !chosen && <StaffList staff={staff} onChoose={setChosen} />}
        {chosen && <PinStep key={chosen.id} staff={chosen} onOther={() => setChosen(undefined)} />}
        {children}
      </div>
    </JobShell>
  )
}

interface StaffListProps {
  readonly staff: readonly StaffMember[]
  readonly onChoose: (staff: StaffMember) => void
}

function StaffList({ staff, onChoose }: StaffListProps) {
  const text = useText(signInText)
  const roles = useText(staffText).role
  const [query, setQuery] = useState('')
  const codes = codesOfNamesakes(staff)
  const found = staff.filter(({ name }) => matchesFolded(fold(name), fold(query)))
  return (
    <>
      <h2>{text.who}</h2>
      {staff.length >= SEARCH_FROM && <SearchField label={text.search} value={query} onChange={setQuery} />}
      {found.length === 0 && <p>{text.nobodyFound}</p>}
      <List label={text.who}>
        {found.map((one) => (
          <ListRow
            key={one.id}
            title={one.name}
            figureDetail={[roles[one.role], codes.get(one.id)]
              .filter((part) => part !== undefined)
              .join(' · ')}
            onPress={() => onChoose(one)}
          />
        ))}
      </List>
    </>
  )
}

function NoStaff() {
  const text = useText(signInText)
  return (
    <EmptyState icon="users" title={text.noStaff}>
      <p>{text.noStaffWhat}</p>
      <FetchButton label={text.fetch} busyLabel={text.fetching} />
    </EmptyState>
  )
}

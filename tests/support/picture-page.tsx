import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { PartHash } from '#shared/part/part'
import { PictureField } from '../../web/part/picture-field.tsx'
import { TabletContext, type Tablet } from '../../web/tablet-context.tsx'
import '../../web/ui/base.css'
import { JobShell } from '../../web/ui/job-shell.tsx'
import { LanguageProvider } from '../../web/ui/language.tsx'
import './tablet-page.ts'

/** Draws the field for the pictures of one survey, over the opened tablet. */
export type ShowPictures = (about: { readonly subjectId: string; readonly caseFileId: CaseFileId }) => void

function Pictures({
  subjectId,
  caseFileId,
}: {
  readonly subjectId: string
  readonly caseFileId: CaseFileId
}) {
  const [hashes, setHashes] = useState<readonly PartHash[]>([])
  useEffect(() => {
    window.pictureHashes = hashes
  }, [hashes])
  return (
    <JobShell colour="deliver" title="Khảo sát">
      <div className="column">
        <PictureField subjectId={subjectId} caseFileId={caseFileId} hashes={hashes} onChange={setHashes} />
      </div>
    </JobShell>
  )
}

const showPictures: ShowPictures = (about) => {
  const root = document.createElement('div')
  root.id = 'root'
  document.body.append(root)
  const tablet = { db: window.db, sync: window.sync, now: () => window.db.now() } as Partial<Tablet> as Tablet
  createRoot(root).render(
    <LanguageProvider>
      <TabletContext value={tablet}>
        <div className="app">
          <Pictures {...about} />
        </div>
      </TabletContext>
    </LanguageProvider>,
  )
}
window.showPictures = showPictures

import { defineText } from '#shared/i18n/text'
import { Button } from './ui/button.tsx'
import { JobShell } from './ui/job-shell.tsx'
import { useText } from './ui/language.tsx'
import { Notice } from './ui/refusal.tsx'

const storeMissingText = defineText(
  {
    title: 'Chưa mở được chỗ lưu',
    what: 'Trình duyệt không cho lưu trên máy này, nên chưa ghi được gì. Hãy thoát cửa sổ ẩn danh, kiểm tra máy còn chỗ trống, rồi mở lại.',
    again: 'Mở lại',
    detail: (name: string) => `Báo cho người phụ trách: ${name}`,
  },
  {
    title: 'The store does not open',
    what: 'The browser does not let the app keep anything on this device, so nothing can be recorded. Leave the private window, check that the device has room, then open again.',
    again: 'Open again',
    detail: (name: string) => `For the person in charge: ${name}`,
  },
)

export function StoreMissing({ detail }: { readonly detail: string }) {
  const text = useText(storeMissingText)
  return (
    <JobShell colour="brand" title={text.title} back={false}>
      <div className="column narrow">
        <Notice tone="red">{text.what}</Notice>
        <p className="quiet small">{text.detail(detail)}</p>
        <Button kind="primary" icon="refresh" onClick={() => location.reload()}>
          {text.again}
        </Button>
      </div>
    </JobShell>
  )
}

import type { Sentence } from '#shared/i18n/text'
import { invalidField, type DeskRefusal } from '../desk/desk-refusal.ts'
import type { Personal } from './find-personal.ts'
import type { PublicationRefusal } from './publication-jobs.ts'

/** Why a case file was not published, beside the words that have to change. */
export function refusePublication(refusal: PublicationRefusal): DeskRefusal {
  switch (refusal.kind) {
    case 'not-found':
      return refusal
    case 'not-green':
      return invalidField('tick', {
        vi: 'Chỉ đăng được hồ sơ đang có tích xanh còn hạn. Hãy xác minh trước.',
        en: 'Only a case file with a green tick that has not run out can be published. Verify it first.',
      })
    case 'refused':
      return invalidField('tick', {
        vi: 'Hồ sơ này đã bị từ chối nên không đăng được.',
        en: 'This case file was refused, so it cannot be published.',
      })
    case 'merged':
      return invalidField('tick', {
        vi: 'Hồ sơ này đã gộp vào hồ sơ khác. Hãy mở hồ sơ đó để đăng.',
        en: 'This case file was joined with another. Open that one to publish it.',
      })
  }
}

/** Says what kind of thing has to go, and never which. */
export const PERSONAL_SENTENCES: Readonly<Record<Personal, Sentence>> = {
  number: {
    vi: 'Nội dung có số điện thoại hoặc số giấy tờ. Hãy bỏ số đó đi rồi đăng lại.',
    en: 'There is a phone or ID number in the text. Take it out, then publish.',
  },
  name: {
    vi: 'Nội dung có tên người trong hộ hoặc người yêu cầu. Hãy viết không có tên, ví dụ “một cụ già sống một mình”.',
    en: 'There is a name of the household or of whoever asked in the text. Write it without, such as “an old man who lives alone”.',
  },
  address: {
    vi: 'Nội dung có địa chỉ, đường tới nhà hoặc tên xã, phường. Trang công khai chỉ nêu tỉnh; hãy bỏ chỗ đó.',
    en: 'There is an address, the way to the house or the commune in the text. The public page tells the province alone; take it out.',
  },
  link: {
    vi: 'Nội dung có địa chỉ thư hoặc đường liên kết. Hãy bỏ đi rồi đăng lại.',
    en: 'There is an e-mail address or a link in the text. Take it out, then publish.',
  },
}

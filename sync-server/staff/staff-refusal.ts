import { invalidField, type DeskRefusal } from '../desk/desk-refusal.ts'
import type { StaffRefusal } from './staff-jobs.ts'

/** Beside which field it is shown, and what to do. */
export function refuseStaff(refusal: StaffRefusal | { readonly kind: 'pin-trivial' }): DeskRefusal {
  switch (refusal.kind) {
    case 'not-found':
      return refusal
    case 'warehouse-unknown':
      return invalidField('warehouseId', {
        vi: 'Không có kho này. Hãy chọn kho trong danh sách.',
        en: 'There is no such warehouse. Choose one of the list.',
      })
    case 'warehouse-missing':
      return invalidField('warehouseId', {
        vi: 'Thủ kho và đội giao phải thuộc một kho. Hãy chọn kho.',
        en: 'Keepers and couriers belong to a warehouse. Choose one.',
      })
    case 'user-name-taken':
      return invalidField('userName', {
        vi: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
        en: 'This user name is taken. Choose another one.',
      })
    case 'pin-missing':
      return invalidField('pin', {
        vi: 'Thủ kho và đội giao cần mã PIN 6 chữ số. Hãy đặt mã PIN.',
        en: 'Keepers and couriers need a PIN of 6 digits. Set one.',
      })
    case 'pin-trivial':
      return invalidField('pin', {
        vi: 'Mã PIN này quá dễ đoán. Hãy chọn 6 chữ số khác, không lặp và không liền nhau.',
        en: 'This PIN is too easy to guess. Choose 6 other digits that do not repeat or run in order.',
      })
    case 'sign-in-missing':
      return invalidField('userName', {
        vi: 'Người này cần tên đăng nhập và mật khẩu, hoặc một mã PIN.',
        en: 'This person needs a user name and a password, or a PIN.',
      })
    case 'last-admin':
      return invalidField('role', {
        vi: 'Đây là người quản trị cuối cùng. Hãy thêm người quản trị khác trước.',
        en: 'This is the last administrator. Add another one first.',
      })
  }
}

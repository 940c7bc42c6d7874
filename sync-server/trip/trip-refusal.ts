import { invalidField, type DeskRefusal } from '../desk/desk-refusal.ts'
import { STOPS_MAX } from '#shared/trip/trip'
import type { TripRefusal } from './trip-jobs.ts'

/** Why a trip was not changed, beside the field that has to change. */
export function refuseTrip(refusal: TripRefusal): DeskRefusal {
  switch (refusal.kind) {
    case 'not-found':
      return refusal
    case 'version-old':
      return { kind: 'conflict' }
    case 'warehouse-unknown':
      return invalidField('warehouseId', {
        vi: 'Không có kho này. Hãy chọn kho trong danh sách.',
        en: 'There is no such warehouse. Choose one of the list.',
      })
    case 'courier-wrong':
      return invalidField('courierId', {
        vi: 'Người này không thuộc đội giao của kho. Hãy chọn người khác, hoặc sửa vai trò ở phần Nhân sự.',
        en: 'This person is no courier of the warehouse. Choose somebody else, or change the role under Staff.',
      })
    case 'trip-ended':
      return invalidField('state', {
        vi: 'Chuyến đã xong nên không sửa được. Nếu bấm nhầm, hãy mở lại chuyến trước.',
        en: 'The trip has ended and cannot change. If that was a mistake, open it again first.',
      })
    case 'trip-empty':
      return invalidField('state', {
        vi: 'Chuyến chưa có kiện nào. Hãy xếp ít nhất một kiện rồi cho đi.',
        en: 'The trip has no consignment yet. Put at least one on it, then let it leave.',
      })
    case 'too-many-stops':
      return invalidField('stops', {
        vi: `Một chuyến chỉ được ${STOPS_MAX} điểm giao. Hãy chia thành hai chuyến.`,
        en: `A trip may have ${STOPS_MAX} stops. Make two trips of it.`,
      })
    case 'stop-repeated':
      return invalidField('stops', {
        vi: 'Có kiện được xếp hai lần trong chuyến. Hãy bỏ bớt một lần.',
        en: 'A consignment is on the trip twice. Take one of them off.',
      })
    case 'consignment-unknown':
      return invalidField('stops', {
        vi: `Chưa có kiện ${refusal.consignmentId}. Máy xuất kho có thể chưa gửi lên; hãy thử lại sau.`,
        en: `There is no consignment ${refusal.consignmentId} yet. The tablet may not have sent it; try again later.`,
      })
    case 'consignment-elsewhere':
      return invalidField('stops', {
        vi: `Kiện ${refusal.consignmentId} thuộc kho khác. Hãy xếp vào chuyến của kho đó.`,
        en: `The consignment ${refusal.consignmentId} belongs to another warehouse. Put it on a trip of that one.`,
      })
    case 'no-case-file':
      return invalidField('stops', {
        vi: `Kiện ${refusal.consignmentId} không ghi cho hồ sơ nào. Hãy hỏi lại người xuất kho.`,
        en: `The consignment ${refusal.consignmentId} names no case file. Ask whoever dispatched it.`,
      })
    case 'on-other-trip':
      return invalidField('stops', {
        vi: `Kiện ${refusal.consignmentId} đang xếp ở chuyến ${refusal.tripCode}. Hãy mở chuyến đó và bấm “Chuyến khác”.`,
        en: `The consignment ${refusal.consignmentId} is on the trip ${refusal.tripCode}. Open that trip and move it from there.`,
      })
    case 'other-trip-wrong':
      return invalidField('toId', {
        vi: 'Hãy chọn một chuyến khác của cùng kho và chưa xong.',
        en: 'Choose another trip of the same warehouse that has not ended.',
      })
  }
}

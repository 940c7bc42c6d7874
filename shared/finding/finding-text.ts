import { defineText } from '../i18n/text.ts'
import type { ReversalFault } from './judge-reversals.ts'

/** What a finding's sentence is made of: ids already turned into what people call them. */
interface Moved {
  /** The staff member who recorded the movement, and on which device. */
  readonly who: string
  readonly device: string
  /** "21/11/2026 09:41", in Vietnam. */
  readonly when: string
}

/** What came in from a device after it had been shut out; moments as people write them. */
interface AfterRevocation {
  readonly revoked: string
  readonly count: string
  readonly first: string
  readonly last: string
}

export const findingText = defineText(
  {
    kind: {
      'below-zero': 'Tồn kho dưới không',
      'unknown-item': 'Mặt hàng chưa khai báo',
      'unknown-location': 'Vị trí chưa khai báo',
      'no-case-file': 'Xuất không có hồ sơ',
      'unknown-case-file': 'Hồ sơ không có',
      'tick-not-green': 'Xuất khi chưa có tích xanh',
      'expired-when-dispatched': 'Xuất hàng quá hạn',
      'clock-off': 'Đồng hồ máy sai',
      'missing-numbers': 'Thiếu ghi nhận',
      'false-reversal': 'Phiếu đảo không khớp',
      'after-revocation': 'Máy đã thu hồi còn gửi',
    },
    sentence: {
      'below-zero': (moved: Moved, goods: string, place: string, quantity: string) =>
        `${place}: ${goods} còn ${quantity}, tức là đã lấy ra nhiều hơn số đã nhập. Lần cuối do ${moved.who} ghi trên ${moved.device} lúc ${moved.when}. Hãy đếm lại, hoặc tìm phiếu nhập còn thiếu.`,
      'unknown-item': (moved: Moved, item: string) =>
        `${moved.who} đã ghi mặt hàng ${item} trên ${moved.device} lúc ${moved.when}, nhưng danh mục chưa có. Hãy thêm mặt hàng này.`,
      'unknown-location': (moved: Moved, place: string) =>
        `${moved.who} đã ghi vị trí ${place} trên ${moved.device} lúc ${moved.when}, nhưng kho chưa có vị trí này. Hãy thêm vị trí hoặc chuyển hàng về đúng kệ.`,
      'no-case-file': (moved: Moved) =>
        `${moved.who} đã xuất hàng trên ${moved.device} lúc ${moved.when} mà không ghi cho hồ sơ nào. Hãy hỏi lại người xuất, rồi đảo phiếu và xuất lại cho đúng hồ sơ.`,
      'unknown-case-file': (moved: Moved, caseFile: string) =>
        `${moved.who} đã xuất hàng cho hồ sơ ${caseFile} trên ${moved.device} lúc ${moved.when}, nhưng không có hồ sơ này. Hãy hỏi lại người xuất và thêm hồ sơ.`,
      'tick-not-green': (moved: Moved, caseFile: string, tick: string) =>
        `${moved.who} đã xuất hàng cho hồ sơ ${caseFile} trên ${moved.device} lúc ${moved.when}, khi hồ sơ đang ${tick}. Hãy xác minh lại hồ sơ.`,
      'tick-overridden': (moved: Moved, caseFile: string, tick: string, agreedBy: string, reason: string) =>
        `${moved.who} đã xuất hàng cho hồ sơ ${caseFile} trên ${moved.device} lúc ${moved.when}, khi hồ sơ đang ${tick}. ${agreedBy} đã đồng ý, lý do: ${reason}. Hãy xác minh lại hồ sơ.`,
      'expired-when-dispatched': (moved: Moved, goods: string) =>
        `${moved.who} đã xuất ${goods} trên ${moved.device} lúc ${moved.when}, khi lô này đã quá hạn. Hãy báo người nhận không dùng và nhận lại hàng.`,
      'clock-off': (moved: Moved, hours: string) =>
        `Đồng hồ của ${moved.device} lệch ${hours} giờ khi ${moved.who} ghi lúc ${moved.when}. Hãy chỉnh lại giờ của máy.`,
      'missing-numbers': (device: string, from: number, to: number) =>
        from === to
          ? `Máy chủ chưa nhận được ghi nhận số ${from} của ${device}. Hãy mở máy đó khi có mạng.`
          : `Máy chủ chưa nhận được ghi nhận số ${from} đến ${to} của ${device}. Hãy mở máy đó khi có mạng.`,
      'false-reversal': (moved: Moved, fault: string) =>
        `${moved.who} đã ghi phiếu đảo trên ${moved.device} lúc ${moved.when}, nhưng ${fault}`,
      'after-revocation': ({ who, device }: Moved, { revoked, count, first, last }: AfterRevocation) =>
        `${device} bị thu hồi lúc ${revoked}, sau đó còn gửi lên ${count} phiếu, máy khai là ghi từ ${first} đến ${last}; phiếu đầu do ${who} ghi. Hàng vẫn được tính. Hãy hỏi người giữ máy, đếm lại kệ, và đảo phiếu nào sai.`,
    },
    reversalFault: {
      unknown:
        'máy chủ chưa nhận được phiếu bị đảo. Hãy mở máy đã ghi phiếu ấy khi có mạng; nếu không có phiếu nào như vậy, hãy đếm lại kệ.',
      'reverses-a-reversal':
        'phiếu bị đảo cũng là một phiếu đảo. Hãy hỏi người ghi, đếm lại kệ, rồi ghi lại phiếu cho đúng.',
      'other-warehouse': 'phiếu bị đảo là của kho khác. Hãy hỏi cả hai kho và đếm lại hàng.',
      'other-goods':
        'hàng trả lại không đúng như phiếu bị đảo. Hãy so hai phiếu, đếm lại kệ, rồi ghi thêm phiếu cho đúng.',
      twice:
        'phiếu ấy đã được đảo trước đó, nên hàng được tính trả lại hai lần. Hãy đếm lại kệ, rồi ghi lại phiếu như lúc đầu.',
    } satisfies Record<ReversalFault, string>,
    lot: (item: string, lotNumber: string, day: string) =>
      `${item}${lotNumber === '' ? '' : `, lô ${lotNumber}`}${day === '' ? '' : `, hạn ${day}`}`,
    someone: 'một người chưa rõ tên',
    someDevice: 'một máy chưa rõ tên',
    someTime: 'một lúc chưa rõ',
    donor: 'nhà hảo tâm',
    transit: (consignment: string) => `chuyến giao ${consignment}`,
    loss: 'hủy, thất thoát',
    adjustment: 'điều chỉnh',
  },
  {
    kind: {
      'below-zero': 'Stock below zero',
      'unknown-item': 'Unknown item',
      'unknown-location': 'Unknown place',
      'no-case-file': 'Dispatched to no case file',
      'unknown-case-file': 'Unknown case file',
      'tick-not-green': 'Dispatched without a green tick',
      'expired-when-dispatched': 'Expired goods dispatched',
      'clock-off': 'Device clock is off',
      'missing-numbers': 'Records missing',
      'false-reversal': 'Reversal does not fit',
      'after-revocation': 'Sent by a revoked device',
    },
    sentence: {
      'below-zero': (moved, goods, place, quantity) =>
        `${place}: ${goods} stands at ${quantity}: more was taken out than came in. Last recorded by ${moved.who} on ${moved.device} at ${moved.when}. Count again, or look for the missing intake.`,
      'unknown-item': (moved, item) =>
        `${moved.who} recorded the item ${item} on ${moved.device} at ${moved.when}, but the catalogue does not have it. Add this item.`,
      'unknown-location': (moved, place) =>
        `${moved.who} recorded the place ${place} on ${moved.device} at ${moved.when}, but there is no such place. Add it, or move the goods to the right shelf.`,
      'no-case-file': (moved) =>
        `${moved.who} dispatched goods on ${moved.device} at ${moved.when} without naming a case file. Ask them, then reverse the slip and dispatch to the right case file.`,
      'unknown-case-file': (moved, caseFile) =>
        `${moved.who} dispatched goods to the case file ${caseFile} on ${moved.device} at ${moved.when}, but there is no such case file. Ask them, and add the case file.`,
      'tick-not-green': (moved, caseFile, tick) =>
        `${moved.who} dispatched goods to the case file ${caseFile} on ${moved.device} at ${moved.when} while its tick was: ${tick}. Verify the case file again.`,
      'tick-overridden': (moved, caseFile, tick, agreedBy, reason) =>
        `${moved.who} dispatched goods to the case file ${caseFile} on ${moved.device} at ${moved.when} while its tick was: ${tick}. ${agreedBy} agreed, because: ${reason}. Verify the case file again.`,
      'expired-when-dispatched': (moved, goods) =>
        `${moved.who} dispatched ${goods} on ${moved.device} at ${moved.when} although the lot had expired. Tell the recipient not to use it, and take the goods back.`,
      'clock-off': (moved, hours) =>
        `The clock of ${moved.device} was off by ${hours} hours when ${moved.who} recorded at ${moved.when}. Set the time of that device.`,
      'missing-numbers': (device, from, to) =>
        from === to
          ? `Record number ${from} of ${device} has not arrived. Open that device where there is a network.`
          : `Records number ${from} to ${to} of ${device} have not arrived. Open that device where there is a network.`,
      'false-reversal': (moved, fault) =>
        `${moved.who} recorded a reversal on ${moved.device} at ${moved.when}, but ${fault}`,
      'after-revocation': ({ who, device }, { revoked, count, first, last }) =>
        `${device} was revoked at ${revoked} and has sent movements since: ${count}. It says it recorded them from ${first} to ${last}; the first one by ${who}. The goods are counted. Ask who had the device, count the shelves again, and reverse what is wrong.`,
    },
    reversalFault: {
      unknown:
        'what it undoes has not arrived. Open the device that recorded it where there is a network; if there is nothing of the kind, count the shelves again.',
      'reverses-a-reversal':
        'what it undoes is a reversal itself. Ask them, count the shelves again, and record the goods as they should be.',
      'other-warehouse': 'what it undoes belongs to another warehouse. Ask both, and count the goods again.',
      'other-goods':
        'its goods are not those of what it undoes. Compare the two, count the shelves again, and record what is missing.',
      twice:
        'that had been undone before, so the goods have come back twice. Count the shelves again, and record the goods as before.',
    },
    lot: (item, lotNumber, day) =>
      `${item}${lotNumber === '' ? '' : `, lot ${lotNumber}`}${day === '' ? '' : `, good until ${day}`}`,
    someone: 'somebody whose name is not known',
    someDevice: 'a device whose name is not known',
    someTime: 'an unknown time',
    donor: 'donor',
    transit: (consignment) => `consignment ${consignment}`,
    loss: 'destroyed or lost',
    adjustment: 'adjustment',
  },
)

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

/** Days as people write them. */
interface Repeated {
  readonly helped: string
  readonly opens: string
  readonly elsewhere: boolean
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
      'shared-phone': 'Hai hộ chung số điện thoại',
      'expired-when-dispatched': 'Xuất hàng quá hạn',
      'clock-off': 'Đồng hồ máy sai',
      'missing-numbers': 'Thiếu ghi nhận',
      'false-reversal': 'Phiếu đảo không khớp',
      'after-revocation': 'Máy đã thu hồi còn gửi',
      'delivered-twice': 'Một kiện giao trao hai lần',
      'other-trip': 'Trao hàng của chuyến khác',
      'handover-without-pin': 'Trao hàng không có mã PIN',
      'identity-mismatch': 'Giấy tờ không khớp hồ sơ',
      'place-far': 'Trao hàng xa nhà',
      'helped-elsewhere': 'Người nhận đã được giúp qua hồ sơ khác',
      'red-at-the-door': 'Trao hàng khi tích đỏ',
      'corrected-elsewhere': 'Kho khác sửa biên bản',
      'on-two-trips': 'Kiện giao nằm ở hai chuyến',
      'repeat-help': 'Giúp lại quá sớm',
      'pack-claimed-twice': 'Một mã thùng, hai mặt hàng',
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
      'shared-phone': (moved: Moved, caseFile: string) =>
        `${moved.who} đã xuất hàng cho hồ sơ ${caseFile} trên ${moved.device} lúc ${moved.when}. Hộ khác cũng dùng số điện thoại của hồ sơ này, nhưng không có người thứ hai đồng ý. Hãy hỏi người xuất, và gộp các hồ sơ nếu là một hộ.`,
      'phone-agreed': (moved: Moved, caseFile: string, agreedBy: string, reason: string) =>
        `${moved.who} đã xuất hàng cho hồ sơ ${caseFile} trên ${moved.device} lúc ${moved.when}. Hộ khác cũng dùng số điện thoại của hồ sơ này. ${agreedBy} đã đồng ý, lý do: ${reason}. Hãy gộp các hồ sơ nếu là một hộ.`,
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
      'delivered-twice': (moved: Moved, consignment: string, caseFile: string, goods: string) =>
        `${moved.who} đã ghi trao ${goods} của kiện giao ${consignment} cho hồ sơ ${caseFile} trên ${moved.device} lúc ${moved.when}, nhưng số hàng ấy đã được ghi trao trước đó. Cả hai biên bản đều được giữ. Hãy hỏi cả hai người giao, rồi sửa biên bản nào sai.`,
      'other-trip': (moved: Moved, consignment: string, caseFile: string) =>
        `${moved.who} đã trao kiện giao ${consignment} cho hồ sơ ${caseFile} trên ${moved.device} lúc ${moved.when}, dù kiện này không thuộc chuyến giao của mình. Hãy hỏi người giao và xem lại danh sách xếp xe.`,
      'handover-without-pin': (moved: Moved, caseFile: string) =>
        `Có người ghi tên ${moved.who} và trao hàng cho hồ sơ ${caseFile} trên ${moved.device} lúc ${moved.when} mà không có mã PIN. Hãy hỏi ${moved.who} có đúng là mình không, rồi đặt mã PIN mới và xác nhận bổ sung.`,
      'identity-mismatch': (moved: Moved, caseFile: string) =>
        `Giấy tờ mà ${moved.who} đã xem khi trao hàng trên ${moved.device} lúc ${moved.when} không khớp với hồ sơ ${caseFile}. Hãy hỏi người giao ai đã nhận, và kiểm tra lại số giấy tờ trong hồ sơ.`,
      'place-far': (moved: Moved, caseFile: string, distance: string) =>
        `${moved.who} đã trao hàng cho hồ sơ ${caseFile} trên ${moved.device} lúc ${moved.when} ở nơi cách nhà khoảng ${distance} km. Hãy hỏi người giao đã trao ở đâu, cho ai.`,
      'helped-elsewhere': (moved: Moved, caseFile: string, on: string, opensOn: string) =>
        `${moved.who} đã trao hàng cho hồ sơ ${caseFile} trên ${moved.device} lúc ${moved.when}, dù giấy tờ cho biết người nhận đã được giúp ngày ${on} qua một hồ sơ khác và chỉ mở lại từ ${opensOn}. Hãy hỏi người giao, và xem hai hồ sơ có phải một hộ không.`,
      'red-at-the-door': (moved: Moved, caseFile: string) =>
        `${moved.who} đã trao hàng cho hồ sơ ${caseFile} trên ${moved.device} lúc ${moved.when}, khi hồ sơ đã chuyển sang tích đỏ. Hãy hỏi người giao và xác minh lại hồ sơ.`,
      'red-agreed': (moved: Moved, caseFile: string, agreedBy: string, reason: string) =>
        `${moved.who} đã trao hàng cho hồ sơ ${caseFile} trên ${moved.device} lúc ${moved.when}, khi hồ sơ đã chuyển sang tích đỏ. ${agreedBy} đã đồng ý, lý do: ${reason}. Hãy xác minh lại hồ sơ.`,
      'corrected-elsewhere': (moved: Moved, consignment: string, caseFile: string) =>
        `${moved.who} đã sửa trên ${moved.device} lúc ${moved.when} biên bản bàn giao kiện giao ${consignment} cho hồ sơ ${caseFile}, dù biên bản ấy là của kho khác. Hãy hỏi người đã giao, rồi sửa lại nếu bản sửa không đúng.`,
      'on-two-trips': (consignment: string, trips: string) =>
        `Kiện giao ${consignment} đang nằm ở nhiều chuyến: ${trips}. Hãy hỏi những người giao xem hàng ở xe nào, rồi bỏ kiện khỏi chuyến kia.`,
      'repeat-help': (moved: Moved, caseFile: string, { helped, opens, elsewhere }: Repeated) =>
        `${moved.who} đã giao hàng cho hồ sơ ${caseFile} trên ${moved.device} lúc ${moved.when}, trong khi hộ này đã nhận ngày ${helped}${elsewhere ? ' qua một hồ sơ khác' : ''}, mở lại từ ${opens}. Hãy hỏi người giao vì sao, và gộp hai hồ sơ nếu là một hộ.`,
      'pack-claimed-twice': (number: string, items: string) =>
        `Mã ${number} đang được ghi cho nhiều mặt hàng: ${items}. Quét mã này có thể tính nhầm hàng. Hãy xem lại thùng, vào danh mục để mã ở đúng một mặt hàng, rồi đếm lại kệ.`,
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
    transit: (consignment: string) => `kiện giao ${consignment}`,
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
      'shared-phone': 'Two households on one phone',
      'expired-when-dispatched': 'Expired goods dispatched',
      'clock-off': 'Device clock is off',
      'missing-numbers': 'Records missing',
      'false-reversal': 'Reversal does not fit',
      'after-revocation': 'Sent by a revoked device',
      'delivered-twice': 'Consignment handed over twice',
      'other-trip': 'Handed over from another trip',
      'handover-without-pin': 'Handed over without a PIN',
      'identity-mismatch': 'Papers do not match',
      'place-far': 'Handed over far from home',
      'helped-elsewhere': 'Helped through another case file',
      'red-at-the-door': 'Handed over with a red tick',
      'corrected-elsewhere': 'Handover corrected by another warehouse',
      'on-two-trips': 'Consignment on two trips',
      'repeat-help': 'Helped again too soon',
      'pack-claimed-twice': 'One box number, two items',
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
      'shared-phone': (moved, caseFile) =>
        `${moved.who} dispatched goods to the case file ${caseFile} on ${moved.device} at ${moved.when}. Another household gave the same phone number, and no second person agreed. Ask them, and merge the case files if they are one household.`,
      'phone-agreed': (moved, caseFile, agreedBy, reason) =>
        `${moved.who} dispatched goods to the case file ${caseFile} on ${moved.device} at ${moved.when}. Another household gave the same phone number. ${agreedBy} agreed, because: ${reason}. Merge the case files if they are one household.`,
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
      'delivered-twice': (moved, consignment, caseFile, goods) =>
        `${moved.who} recorded handing over ${goods} of consignment ${consignment} to the case file ${caseFile} on ${moved.device} at ${moved.when}, but these goods had been handed over before. Both records are kept. Ask both couriers, and correct the one that is wrong.`,
      'other-trip': (moved, consignment, caseFile) =>
        `${moved.who} handed over consignment ${consignment} to the case file ${caseFile} on ${moved.device} at ${moved.when}, although it is not on their trip. Ask them, and look at the loading list again.`,
      'handover-without-pin': (moved, caseFile) =>
        `Somebody under the name of ${moved.who} handed over goods to the case file ${caseFile} on ${moved.device} at ${moved.when} without a PIN. Ask ${moved.who} whether it was them, set a new PIN, and let them confirm.`,
      'identity-mismatch': (moved, caseFile) =>
        `The papers that ${moved.who} saw when handing over on ${moved.device} at ${moved.when} do not match the case file ${caseFile}. Ask who took the goods, and check the number in the case file.`,
      'place-far': (moved, caseFile, distance) =>
        `${moved.who} handed over goods to the case file ${caseFile} on ${moved.device} at ${moved.when} about ${distance} km from the home. Ask where that was, and who took them.`,
      'helped-elsewhere': (moved, caseFile, on, opensOn) =>
        `${moved.who} handed over goods to the case file ${caseFile} on ${moved.device} at ${moved.when}, though by the papers whoever took them was helped on ${on} through another case file, and help is open again only from ${opensOn}. Ask them, and see whether the two case files are one household.`,
      'red-at-the-door': (moved, caseFile) =>
        `${moved.who} handed over goods to the case file ${caseFile} on ${moved.device} at ${moved.when}, when its tick had turned red. Ask them, and verify the case file again.`,
      'red-agreed': (moved, caseFile, agreedBy, reason) =>
        `${moved.who} handed over goods to the case file ${caseFile} on ${moved.device} at ${moved.when}, when its tick had turned red. ${agreedBy} agreed, because: ${reason}. Verify the case file again.`,
      'corrected-elsewhere': (moved, consignment, caseFile) =>
        `${moved.who} corrected on ${moved.device} at ${moved.when} the handover of consignment ${consignment} to the case file ${caseFile}, although it is another warehouse's. Ask whoever handed over, and correct it again if it is wrong.`,
      'on-two-trips': (consignment, trips) =>
        `The consignment ${consignment} is on several trips: ${trips}. Ask the couriers which vehicle has the goods, and take it off the other trip.`,
      'repeat-help': (moved, caseFile, { helped, opens, elsewhere }) =>
        `${moved.who} handed goods to the case file ${caseFile} on ${moved.device} at ${moved.when}, while this household had been helped on ${helped}${elsewhere ? ' through another case file' : ''}; help is open again from ${opens}. Ask why, and merge the two case files if they are one household.`,
      'pack-claimed-twice': (number, items) =>
        `The number ${number} is written down for more than one item: ${items}. A scan of it may count the wrong goods. Look at the box, leave the number with the right item alone in the catalogue, and count the shelves again.`,
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

import { defineText } from '../i18n/text.ts'
import type {
  ConfirmationKind,
  CorrectionReason,
  Identity,
  LeftReason,
  Outcome,
  Recipient,
} from './handover.ts'

interface HandoverWords {
  readonly [key: string]: unknown
  readonly outcome: Readonly<Record<Outcome, string>>
  readonly reason: Readonly<Record<LeftReason, string>>
  readonly recipient: Readonly<Record<Recipient, string>>
  readonly identity: Readonly<Record<Identity, string>>
  readonly confirmation: Readonly<Record<ConfirmationKind, string>>
  readonly correction: Readonly<Record<CorrectionReason, string>>
}

/** The phone and the desk speak of a handover in the same words. */
export const handoverWords = defineText(
  {
    outcome: { all: 'Giao đủ', part: 'Giao một phần', none: 'Chưa giao được' },
    reason: {
      absent: 'Không ai ở nhà',
      refused: 'Người nhận không lấy',
      damaged: 'Hàng hư hỏng',
      'too-many': 'Nhiều hơn cần',
      other: 'Lý do khác',
    },
    recipient: { self: 'Chính người trong hồ sơ', proxy: 'Người nhận thay', nobody: 'Không có ai nhận' },
    identity: {
      card: 'Quét thẻ căn cước',
      number: 'Gõ số giấy tờ',
      witness: 'Có người biết mặt làm chứng',
      none: 'Không kiểm tra được',
    },
    confirmation: { giver: 'Người giao', recipient: 'Người nhận', witness: 'Người làm chứng' },
    correction: {
      miscounted: 'Ghi nhầm số lượng',
      'not-handed-over': 'Thật ra chưa giao',
      'other-household': 'Giao nhầm nhà',
      other: 'Lý do khác',
    },
    complete: 'Đủ xác nhận',
    waiting: 'Chờ đủ xác nhận',
    corrected: 'Đã sửa',
  } satisfies HandoverWords,
  {
    outcome: { all: 'All handed over', part: 'Handed over in part', none: 'Not handed over' },
    reason: {
      absent: 'Nobody at home',
      refused: 'Not wanted',
      damaged: 'Damaged',
      'too-many': 'More than needed',
      other: 'Another reason',
    },
    recipient: { self: 'The person themselves', proxy: 'Somebody for them', nobody: 'Nobody' },
    identity: {
      card: 'Identity card scanned',
      number: 'Number typed',
      witness: 'Vouched for by a witness',
      none: 'Could not be checked',
    },
    confirmation: { giver: 'Who gave', recipient: 'Who received', witness: 'Witness' },
    correction: {
      miscounted: 'Counted wrong',
      'not-handed-over': 'Was not handed over',
      'other-household': 'Wrong household',
      other: 'Another reason',
    },
    complete: 'Fully confirmed',
    waiting: 'Waiting for a confirmation',
    corrected: 'Corrected',
  },
)

import { defineText, type Sentence } from '#shared/i18n/text'
import type { StorageRefusal } from './storage-refusal.ts'

interface StorageWords {
  readonly [key: string]: Readonly<Record<string, string>>
  readonly refusal: Readonly<Record<StorageRefusal['kind'], string>>
}

export const storageText = defineText(
  {
    refusal: {
      'storage-full':
        'Máy hết chỗ nên chưa ghi được. Hãy xóa bớt ảnh hoặc tệp khác trên máy rồi làm lại; những gì đã ghi vẫn còn.',
      'storage-broken': 'Máy chưa ghi được. Hãy đóng ứng dụng, mở lại rồi làm lại; những gì đã ghi vẫn còn.',
      'not-enrolled': 'Máy này chưa thuộc kho nào. Hãy ghép máy với kho trước.',
    },
  } satisfies StorageWords,
  {
    refusal: {
      'storage-full':
        'This device is full, so nothing was saved. Delete some photos or files on it and try again; what was saved before is still there.',
      'storage-broken':
        'This could not be saved. Close the app, open it and try again; what was saved before is still there.',
      'not-enrolled': 'This device belongs to no warehouse yet. Enrol it first.',
    },
  },
)

export function sentenceForStorage({ kind }: StorageRefusal): Sentence {
  return { vi: storageText.vi.refusal[kind], en: storageText.en.refusal[kind] }
}

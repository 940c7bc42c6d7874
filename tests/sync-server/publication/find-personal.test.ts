import { expect, test } from 'vitest'
import { findPersonal, type KnownOfCase } from '../../../sync-server/publication/find-personal.ts'

const KNOWN: KnownOfCase = {
  households: [
    {
      persons: [
        { name: 'Nguyễn Văn Bí', phone: '0912 345 678', idNumber: '001041000123' },
        { name: 'Lò Thị An' },
        { name: '' },
      ],
      address: 'Ngõ Kín 7, Thôn Đoài, Cao Bằng',
      howToFind: 'Nhà sàn sau cây gạo lớn. Hỏi trưởng bản',
    },
  ],
  requesters: [{ name: 'Trần Thị Lan', phone: '024 3825 1234' }],
  communeNames: ['Xã Bảo Lạc'],
  provinceName: 'Tỉnh Cao Bằng',
}

test.each([
  ['number', 'Gọi 0912345678 nhé'],
  ['number', 'Gọi +84 (912) 345-678'],
  ['number', 'Gọi ０９１２ ３４５ ６７８'],
  ['number', 'số 0.9.1.2.3.4.5.6.7.8'],
  ['number', 'CCCD 001041000123'],
  ['number', 'một người khác: 0987 000 111'],
  ['number', 'bắt đầu 912, rồi 345, rồi 678'],
  ['name', 'Cụ NGUYỄN VĂN BÍ sống một mình'],
  ['name', 'cu nguyen van bi song mot minh'],
  ['name', 'Cụ Văn Bí sống một mình'],
  ['name', 'cụ Bí sống một mình'],
  ['name', 'Cùng với An, cụ sống ở bản'],
  ['name', 'Hàng xóm là Trần Thị Lan kể lại'],
  ['name', 'cu Bi o mot minh, nha dot'],
  ['name', 'Lan 72 tuổi, sống một mình'],
  ['name', 'Nhà dột. Bí sống một mình'],
  ['name', 'Bi song mot minh'],
  ['name', 'T. T. Lan kể lại, An bị ngã'],
  ['name', 'Nhà có hai người: An, Bí'],
  ['name', 'LAN lives alone'],
  ['address', 'ở ngõ kín 7'],
  ['address', 'Một hộ ở thôn Đoài'],
  ['address', 'Nhà sàn sau cây gạo lớn'],
  ['address', 'Một hộ ở xã Bảo Lạc'],
  ['address', 'Một hộ ở Bảo Lạc, Cao Bằng'],
  ['link', 'Viết cho bi@thu.vn'],
  ['link', 'Xem https://mang.vn/bi'],
])('%s is found: %s', (personal, words) => {
  expect(findPersonal(words, KNOWN)).toBe(personal)
})

test.each([
  'Một cụ già sống một mình ở Cao Bằng, nhà dột, bị đau chân, vẫn bị ngã. Cần 10 kg gạo trước 25/12/2026.',
  'An toàn là trước hết: nhà sắp sập, cần 12 tấm tôn và 300.000 viên gạch.',
  'An old man who lives alone in Cao Bằng needs rice; his house leaks.',
  'Lan can gãy. Bí ngô mất mùa. An cư mới lạc nghiệp; cần 3 tấm tôn.',
  'Ba anh em mồ côi, em bé 3 tuổi, cần sữa và chăn.',
  '',
])('nothing personal: %s', (words) => {
  expect(findPersonal(words, KNOWN)).toBeUndefined()
})

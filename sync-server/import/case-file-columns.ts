import type { CsvColumn } from './read-csv.ts'

export type CaseFileColumn =
  | 'code'
  | 'category'
  | 'subCategory'
  | 'province'
  | 'district'
  | 'commune'
  | 'householdSize'
  | 'needs'
  | 'tick'
  | 'tickUntil'
  | 'name'
  | 'phone'
  | 'address'
  | 'idNumber'
  | 'birthYear'
  | 'howToFind'

/** What is about a person goes from its cell into the sealed household and nowhere else. */
export const CASE_FILE_COLUMNS: readonly CsvColumn<CaseFileColumn>[] = [
  {
    key: 'code',
    title: 'Mã hồ sơ',
    names: ['ma', 'ma so', 'so ho so', 'ma ho', 'case file', 'case code', 'case file code', 'case', 'id'],
    required: true,
  },
  {
    key: 'category',
    title: 'Nhóm',
    names: ['loai', 'nhom ho so', 'loai ho so', 'hoan canh', 'doi tuong', 'case category', 'kind'],
    required: true,
  },
  {
    key: 'subCategory',
    title: 'Nhóm con',
    names: ['chi tiet nhom', 'loai con', 'subcategory'],
    required: false,
  },
  {
    key: 'province',
    title: 'Tỉnh/thành',
    names: ['tinh', 'thanh pho', 'tinh thanh', 'tinh thanh pho', 'ma tinh', 'province code', 'city'],
    required: false,
  },
  {
    key: 'district',
    title: 'Quận/huyện cũ',
    names: ['quan', 'huyen', 'quan huyen', 'thi xa', 'district', 'old district'],
    required: false,
  },
  {
    key: 'commune',
    title: 'Xã/phường',
    names: [
      'xa',
      'phuong',
      'xa phuong',
      'phuong xa',
      'xa phuong dac khu',
      'xa phuong thi tran',
      'ma xa',
      'commune code',
      'ward',
    ],
    required: true,
  },
  {
    key: 'householdSize',
    title: 'Số người',
    names: ['so nhan khau', 'nhan khau', 'so khau', 'household', 'people', 'persons', 'size'],
    required: false,
  },
  { key: 'needs', title: 'Nhu cầu', names: ['can', 'can ho tro', 'need', 'do can'], required: false },
  { key: 'tick', title: 'Tích', names: ['xac minh', 'trang thai', 'tick state', 'status'], required: false },
  {
    key: 'tickUntil',
    title: 'Tích đến ngày',
    names: ['het han tich', 'den ngay', 'until', 'valid until'],
    required: false,
  },
  {
    key: 'name',
    title: 'Họ tên',
    names: ['ten', 'ho va ten', 'chu ho', 'nguoi nhan', 'full name', 'person'],
    required: false,
  },
  {
    key: 'phone',
    title: 'Điện thoại',
    names: ['so dien thoai', 'sdt', 'dt', 'phone number', 'mobile', 'tel'],
    required: false,
  },
  { key: 'address', title: 'Địa chỉ', names: ['dia chi nha', 'noi o', 'home address'], required: false },
  {
    key: 'idNumber',
    title: 'Số CCCD',
    names: [
      'cccd',
      'cmnd',
      'so cmnd',
      'so dinh danh',
      'can cuoc',
      'so can cuoc',
      'id number',
      'id card',
      'identity',
    ],
    required: false,
  },
  {
    key: 'birthYear',
    title: 'Năm sinh',
    names: ['sinh nam', 'nam sinh chu ho', 'year of birth', 'born'],
    required: false,
  },
  {
    key: 'howToFind',
    title: 'Cách tìm nhà',
    names: ['duong di', 'chi dan', 'chi duong', 'how to find', 'directions'],
    required: false,
  },
]

export const CASE_FILE_EXAMPLES: readonly string[][] = [
  [
    'HS-0001',
    'Hộ nghèo',
    '',
    'Hà Nội',
    '',
    'Phường Ba Đình',
    '4',
    'gạo:25 kg; mì gói:30 gói',
    'Đỏ',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
  ],
  [
    'HS-0002',
    'Xây dựng',
    'Nhà ở',
    '01',
    '',
    '00004',
    '3',
    'xây dựng:20 bao; gạo:10 kg',
    'Xanh',
    '31/12/2026',
    '',
    '',
    '',
    '',
    '',
    '',
  ],
]

const ENGLISH_BY_UNIT: Readonly<Record<string, string>> = {
  bao: 'sacks',
  bánh: 'bars',
  bịch: 'bags',
  bình: 'cans',
  bó: 'bundles',
  bộ: 'sets',
  cái: 'pieces',
  cây: 'pieces',
  chai: 'bottles',
  chiếc: 'pieces',
  cuốn: 'books',
  cuộn: 'rolls',
  đôi: 'pairs',
  gói: 'packs',
  hộp: 'boxes',
  hũ: 'jars',
  lít: 'l',
  lọ: 'jars',
  lon: 'cans',
  lốc: 'packs',
  miếng: 'pieces',
  quyển: 'notebooks',
  tấm: 'sheets',
  thùng: 'cartons',
  tờ: 'sheets',
  túi: 'bags',
  tuýp: 'tubes',
  vỉ: 'blisters',
  viên: 'pieces',
}

/** The everyday units in English; one that is not known stays as the warehouse wrote it. */
export function unitInEnglish(unit: string): string {
  return ENGLISH_BY_UNIT[unit.toLowerCase().normalize('NFC')] ?? unit
}

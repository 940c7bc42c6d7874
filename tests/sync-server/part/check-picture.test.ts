import { describe, expect, test } from 'vitest'
import { checkPicture } from '../../../sync-server/part/picture/check-picture.ts'
import {
  JPEG,
  jpegSegment,
  makeJpeg,
  makePng,
  plantInJpeg,
  plantInWebp,
  pngChunk,
  WEBP,
  WEBP_ALPHA,
  WEBP_LOSSLESS,
} from '../../support/pictures.ts'

const PERSON = 'Nguyễn Thị Bình 0901234567 21.0278,105.8342'
const SECRET = Buffer.from(PERSON)
const PNG = makePng(24, 16)

async function taken(bytes: Buffer) {
  const checked = await checkPicture(bytes)
  if (!checked.ok) throw new Error(checked.error.kind)
  return checked.value
}
async function refusedAs(bytes: Buffer): Promise<string> {
  const checked = await checkPicture(bytes)
  return checked.ok ? 'taken' : checked.error.kind
}

describe('a picture keeps its pixels and loses everything else', () => {
  for (const [name, bytes, type] of [
    ['JPEG', JPEG, 'image/jpeg'],
    ['PNG', PNG, 'image/png'],
    ['interlaced PNG', makePng(24, 16, { interlace: 1 }), 'image/png'],
    ['WebP', WEBP, 'image/webp'],
    ['WebP with transparency', WEBP_ALPHA, 'image/webp'],
    ['lossless WebP', WEBP_LOSSLESS, 'image/webp'],
  ] as const) {
    test(`a plain ${name} is taken with its size, and once cleaned it stays the same`, async () => {
      const picture = await taken(bytes)
      expect(picture).toMatchObject({ type, width: 24, height: 16 })
      expect((await taken(picture.bytes)).bytes.equals(picture.bytes)).toBe(true)
      expect(picture.bytes.includes('ICC')).toBe(false)
    })
  }

  const planted: readonly (readonly [string, Buffer])[] = [
    ['EXIF', plantInJpeg(jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), SECRET])))],
    [
      'XMP',
      plantInJpeg(jpegSegment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), SECRET]))),
    ],
    ['IPTC', plantInJpeg(jpegSegment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), SECRET])))],
    ['a JPEG comment', plantInJpeg(jpegSegment(0xfe, SECRET))],
    ['a JFIF thumbnail', plantInJpeg(jpegSegment(0xe0, Buffer.concat([Buffer.from('JFXX\0\x10'), SECRET])))],
    ['a too long Adobe mark', plantInJpeg(jpegSegment(0xee, Buffer.concat([Buffer.from('Adobe'), SECRET])))],
    ['PNG text', Buffer.concat([PNG.subarray(0, 33), pngChunk('tEXt', SECRET), PNG.subarray(33)])],
    ['PNG EXIF', Buffer.concat([PNG.subarray(0, 33), pngChunk('eXIf', SECRET), PNG.subarray(33)])],
    ['WebP EXIF', plantInWebp('EXIF', SECRET)],
    ['WebP XMP', plantInWebp('XMP ', SECRET, WEBP_ALPHA)],
  ]
  for (const [name, bytes] of planted) {
    test(`what is planted as ${name} is gone, and the picture is what it was`, async () => {
      expect(bytes.includes(PERSON)).toBe(true)
      const { bytes: cleaned } = await taken(bytes)
      for (const part of PERSON.split(' ')) expect(cleaned.includes(part)).toBe(false)
      const plain = name.includes('PNG')
        ? PNG
        : !name.includes('WebP')
          ? JPEG
          : name.includes('XMP')
            ? WEBP_ALPHA
            : WEBP
      expect(cleaned.equals((await taken(plain)).bytes)).toBe(true)
    })
  }
})

describe('what is not wholly and only a picture is refused', () => {
  test('by what it is, not by what it is called', async () => {
    for (const text of [
      '',
      'x',
      '%PDF-1.7',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'GIF89a',
      'RIFF0000WAVE',
      PERSON,
    ]) {
      expect(await refusedAs(Buffer.from(text))).toBe('not-a-picture')
    }
  })

  test('with something behind its end, it may be two things at once', async () => {
    const zip = Buffer.from('PK\x03\x04')
    for (const picture of [JPEG, PNG, WEBP, WEBP_LOSSLESS]) {
      expect(await refusedAs(Buffer.concat([picture, zip]))).toBe('picture-with-more')
    }
    expect(await refusedAs(plantInWebp('ZIP ', zip))).toBe('picture-with-more')
  })

  test('cut anywhere, it is broken', async () => {
    for (const picture of [JPEG, PNG, makePng(24, 16, { interlace: 1 }), WEBP, WEBP_ALPHA, WEBP_LOSSLESS]) {
      for (let length = 12; length < picture.length; length++) {
        expect([length, await refusedAs(picture.subarray(0, length))]).toEqual([length, 'picture-broken'])
      }
    }
  })

  test('with other bytes in a table, a sum or the packed rows, it is broken', async () => {
    expect(await refusedAs(plantInJpeg(jpegSegment(0xdb, SECRET)))).toBe('picture-broken')
    expect(await refusedAs(plantInJpeg(jpegSegment(0xc4, SECRET)))).toBe('picture-broken')
    const flipped = Buffer.from(PNG)
    flipped[45]! ^= 1
    expect(await refusedAs(flipped)).toBe('picture-broken')
    const rows = 16 * (1 + 3 * 24)
    expect(await refusedAs(makePng(24, 16, { data: Buffer.alloc(rows - 1) }))).toBe('picture-broken')
    expect(await refusedAs(makePng(24, 16, { data: Buffer.alloc(rows + 1) }))).toBe('picture-broken')
  })

  test('with sides beyond the limit it is refused before it is unpacked', async () => {
    expect(await refusedAs(makePng(8_193, 1))).toBe('picture-too-large')
    expect(await refusedAs(makePng(8_192, 1))).toBe('taken')
    const tall = Buffer.from(JPEG)
    const frame = tall.indexOf(Buffer.from([0xff, 0xc0]))
    tall.writeUInt16BE(9_000, frame + 5)
    expect(await refusedAs(tall)).toBe('picture-too-large')
  })

  test('a bomb that unpacks to more than its rows is given up early', async () => {
    const bomb = makePng(8_000, 8_000, { data: Buffer.alloc(1_000_000) })
    expect(await refusedAs(bomb)).toBe('picture-broken')
    expect(await refusedAs(makePng(2, 2, { data: Buffer.alloc(40_000_000) }))).toBe('picture-broken')
  })
})

test('a picture of the weight that a phone makes is taken byte for byte but for its metadata', async () => {
  const heavy = makeJpeg(400_000, 7)
  const { bytes } = await taken(heavy)
  const scan = heavy.indexOf(Buffer.from([0xff, 0xda]))
  expect(bytes.subarray(-(heavy.length - scan)).equals(heavy.subarray(scan))).toBe(true)
})

import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 240
const HEIGHT = 180
type Colour = readonly [number, number, number]
const SKY: Colour = [176, 208, 232]
const GRASS: Colour = [122, 158, 98]
const WALL: Colour = [222, 206, 176]
const DOOR: Colour = [112, 84, 62]
const ROOFS: readonly Colour[] = [
  [70, 128, 112],
  [150, 84, 66],
  [92, 102, 140],
  [134, 120, 84],
]

/** A drawn house in the place of a photograph: nobody is on it, and it is plain that nobody took it. */
export function drawHouse(number: number): Uint8Array {
  const roof = ROOFS[number % ROOFS.length]!
  const left = 60 + (number % 5) * 6
  const rows = Buffer.alloc(HEIGHT * (1 + 3 * WIDTH))
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const isRoof = y >= 50 && y < 90 && Math.abs(x - left - 60) < 30 + (y - 50)
      const isWall = y >= 90 && y < 140 && x >= left && x < left + 120
      const isDoor = isWall && y >= 104 && x >= left + 50 && x < left + 72
      const colour = isRoof ? roof : isDoor ? DOOR : isWall ? WALL : y < 132 ? SKY : GRASS
      rows.set(colour, y * (1 + 3 * WIDTH) + 1 + 3 * x)
    }
  }
  return pngOf(rows)
}

function pngOf(rows: Buffer): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  // Eight bits of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

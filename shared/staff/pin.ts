/** Why a PIN is not taken although it has six digits: these are the first that anybody tries. */
export function isTrivialPin(pin: string): boolean {
  return isRun(pin, 0) || isRun(pin, 1) || isRun(pin, -1) || isRepeated(pin, 2) || isRepeated(pin, 3)
}

/** Each digit follows from the one before by the same step: 000000, 123456, 890123, 654321. */
function isRun(pin: string, step: number): boolean {
  for (let i = 1; i < pin.length; i++) {
    if ((Number(pin[i - 1]) + step + 10) % 10 !== Number(pin[i])) return false
  }
  return true
}

/** 121212, 123123. */
function isRepeated(pin: string, length: number): boolean {
  return pin === pin.slice(0, length).repeat(pin.length / length)
}

/** The enrolment code in what was scanned or stands in the address: the code itself, or what is behind `#`. */
export function enrolCodeFromText(text: string): string | undefined {
  const code = decode(text.trim().split('#').at(-1) ?? '')?.trim()
  return code !== undefined && /^\d[\d-]{3,59}$/.test(code) ? code : undefined
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

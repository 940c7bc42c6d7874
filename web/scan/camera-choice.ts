import * as v from 'valibot'

const CameraChoiceSchema = v.object({
  deviceId: v.optional(v.string()),
  torch: v.optional(v.boolean()),
  zoom: v.optional(v.number()),
})
type CameraChoice = v.InferOutput<typeof CameraChoiceSchema>

const KEY = 'kho4d.camera'

/** What was chosen last on this device; nothing when storage is closed or was written by something else. */
export function readCameraChoice(): CameraChoice {
  try {
    const parsed = v.safeParse(CameraChoiceSchema, JSON.parse(localStorage.getItem(KEY) ?? '{}'))
    return parsed.success ? parsed.output : {}
  } catch {
    return {}
  }
}

export function rememberCameraChoice(choice: CameraChoice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readCameraChoice(), ...choice }))
  } catch {
    // A full or closed storage costs the person one tap next time, no more.
  }
}

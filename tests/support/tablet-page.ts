import { openLedgerDatabase, openLedgerForReading } from '../../web/database/open-ledger-database.ts'
import type { LedgerDatabase } from '../../web/database/ledger-database.ts'
import type { DeviceIdentity } from '../../web/database/ledger-rows.ts'
import { readMeta, writeMeta } from '../../web/database/meta-store.ts'
import { markInUse, tidyJournal } from '../../web/database/restore-from-journal.ts'
import { mayForget, readDeviceState } from '../../web/device/device-state.ts'
import { forgetWarehouse } from '../../web/device/forget-warehouse.ts'
import * as enrol from '../../web/device/enrol-device.ts'
import * as unsent from '../../web/device/unsent-store.ts'
import * as drafts from '../../web/draft/draft-store.ts'
import * as edits from '../../web/draft/edit-draft.ts'
import * as items from '../../web/item/item-store.ts'
import * as donors from '../../web/donor/donor-store.ts'
import * as caseFiles from '../../web/case-file/case-file-store.ts'
import * as stock from '../../web/lot/stock-store.ts'
import * as history from '../../web/movement/history-store.ts'
import * as parts from '../../web/part/part-store.ts'
import { takePicture } from '../../web/part/take-picture.ts'
import * as unsentParts from '../../web/part/unsent-parts-store.ts'
import { readHouseholdHelp } from '../../web/repeat/household-help.ts'
import { recordFacts } from '../../web/movement/record-facts.ts'
import { closeHandover } from '../../web/handover/close-handover.ts'
import { recordConfirmation } from '../../web/handover/record-confirmation.ts'
import { sendingOf } from '../../web/handover/handover-store.ts'
import { readDoor } from '../../web/handover/read-door.ts'
import { closeSurvey } from '../../web/survey/close-survey.ts'
import { keyOfDraft, sealPersonal } from '../../web/draft/seal-draft.ts'
import { markOf } from '../../web/person/mark-of.ts'
import { base64urlFromBytes, bytesFromBase64url } from '../../web/seal/base64url.ts'
import { openBox } from '../../web/seal/open-box.ts'
import { openStaffKey } from '../../web/seal/open-staff-key.ts'
import { sealBox } from '../../web/seal/seal-box.ts'
import * as signIn from '../../web/staff/sign-in.ts'
import * as firstLines from '../../web/stock/first-lines.ts'
import * as stockView from '../../web/stock/stock-view-store.ts'
import { applyMovements } from '../../web/sync/apply-movements.ts'
import { applyPushResults } from '../../web/sync/apply-push-results.ts'
import { createSync } from '../../web/sync/create-sync.ts'
import { pruneMovements } from '../../web/sync/prune-movements.ts'
import { applySnapshot } from '../../web/sync/take-snapshot.ts'
import { tidyPackages } from '../../web/trip/package-store.ts'
import { liveQuery } from 'dexie'

/** The tablet without its screens, as a test reaches it from outside. */
const core = {
  openLedgerDatabase,
  openLedgerForReading,
  recordFacts,
  createSync,
  readDeviceState,
  mayForget,
  forgetWarehouse,
  tidyJournal,
  pruneMovements,
  readMeta,
  writeMeta,
  markInUse,
  applyMovements,
  applyPushResults,
  applySnapshot,
  liveQuery,
  closeHandover,
  sendingOf,
  readDoor,
  tidyPackages,
  recordConfirmation,
  closeSurvey,
  keyOfDraft,
  sealPersonal,
  markOf,
  readHouseholdHelp,
  openBox,
  openStaffKey,
  sealBox,
  base64urlFromBytes,
  bytesFromBase64url,
  ...enrol,
  ...unsent,
  ...drafts,
  ...edits,
  ...items,
  ...donors,
  ...caseFiles,
  ...stock,
  ...stockView,
  ...firstLines,
  ...history,
  ...parts,
  ...unsentParts,
  takePicture,
  ...signIn,

  /** Belongs to a warehouse from now on, without asking the server. */
  async become(db: LedgerDatabase, identity: DeviceIdentity): Promise<void> {
    await db.journal.writeIdentity(identity)
    await writeMeta(db, 'identity', identity)
    markInUse(identity.deviceId)
  },
}

export type TabletCore = typeof core

window.core = core
document.documentElement.dataset['ready'] = 'yes'

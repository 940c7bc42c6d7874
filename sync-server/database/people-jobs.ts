import { countAttempt, forgiveAttempts, uncountAttempt } from '../access/attempt-jobs.ts'
import { addCaseEvent } from '../case-file/case-events.ts'
import { addCaseFile, changeCaseFile, setTick } from '../case-file/case-file-jobs.ts'
import { setVerifiedTick } from '../case-file/tick-rules.ts'
import { addEnrolCode, enrolDevice, revokeDevice } from '../device/device-jobs.ts'
import { handleFinding } from '../finding/handle-finding.ts'
import { importCaseFiles, importItems, importRequests } from '../import/import-jobs.ts'
import { countVisits, forgetVisits } from '../interest/interest-jobs.ts'
import { addItem, changeItem } from '../item/item-jobs.ts'
import { addShelf, addWarehouse } from '../location/location-jobs.ts'
import { noteSending } from '../message/message-jobs.ts'
import {
  changeHousehold,
  eraseHousehold,
  markHouseholds,
  noteReads,
  putHousehold,
} from '../person/household-jobs.ts'
import { closeDataRequest, openDataRequest, takeDataStep } from '../person/data-request-jobs.ts'
import { publish, withdrawPublication } from '../publication/publication-jobs.ts'
import { noteScrubbed, sealPrivateRows } from '../person/seal-old-persons.ts'
import { noteSealKey } from '../seal/seal-jobs.ts'
import { putHook, revokeHook } from '../request/hook-jobs.ts'
import { changeContact } from '../request/change-contact.ts'
import { receiveRequest } from '../request/receive-request.ts'
import { assignRequest, mergeRequests, refuseRequest, unmergeRequests } from '../request/request-jobs.ts'
import { putSetting } from '../setting/settings.ts'
import { setRepeatRule } from '../repeat/set-repeat-rule.ts'
import { endSession, extendSession, startSession } from '../staff/session-jobs.ts'
import { putSetupCode, setUpFirstAdmin } from '../staff/setup-jobs.ts'
import { setStaffPlaces } from '../staff/staff-places.ts'
import { addStaff, changeStaff } from '../staff/staff-jobs.ts'
import { joinSurveyed } from '../survey/join-surveyed.ts'
import { takeDeskSurvey } from '../survey/take-survey.ts'
import { keepPackages } from '../trip/package-jobs.ts'
import { addTrip, changeTrip, moveToTrip, setTripState } from '../trip/trip-jobs.ts'
import { dropPushSubscription, putPushSubscription } from '../web-push/push-subscription-jobs.ts'

/** What the desk, the command line and enrolment change. */
export const PEOPLE_JOBS = {
  addCaseEvent,
  addCaseFile,
  addEnrolCode,
  addItem,
  addShelf,
  addStaff,
  addTrip,
  addWarehouse,
  assignRequest,
  changeCaseFile,
  changeContact,
  changeHousehold,
  changeItem,
  changeStaff,
  closeDataRequest,
  changeTrip,
  countAttempt,
  countVisits,
  dropPushSubscription,
  endSession,
  enrolDevice,
  eraseHousehold,
  extendSession,
  forgetVisits,
  forgiveAttempts,
  handleFinding,
  importCaseFiles,
  importItems,
  importRequests,
  joinSurveyed,
  markHouseholds,
  mergeRequests,
  noteReads,
  noteScrubbed,
  keepPackages,
  moveToTrip,
  noteSealKey,
  openDataRequest,
  noteSending,
  publish,
  putHook,
  putHousehold,
  putPushSubscription,
  putSetting,
  putSetupCode,
  receiveRequest,
  refuseRequest,
  revokeDevice,
  revokeHook,
  sealPrivateRows,
  setRepeatRule,
  setStaffPlaces,
  setTick,
  setTripState,
  setUpFirstAdmin,
  setVerifiedTick,
  startSession,
  takeDataStep,
  takeDeskSurvey,
  uncountAttempt,
  unmergeRequests,
  withdrawPublication,
}

import * as v from 'valibot'
import {
  CaseFileAddSchema,
  CaseFileAnswerSchema,
  CaseFileChangeSchema,
  CaseFilePageSchema,
  CaseFileQuerySchema,
  CaseFileViewSchema,
  TickListSchema,
  TickRequestSchema,
} from '#shared/desk/desk-case-file-wire'
import {
  ContactCorrectionSchema,
  DataRequestAddSchema,
  DataRequestAnswerSchema,
  DataRequestCloseSchema,
  DataRequestListSchema,
  PersonCorrectionSchema,
  PersonExtractSchema,
  PersonHitsSchema,
  PersonSearchSchema,
} from '#shared/desk/desk-data-request-wire'
import {
  HouseholdAnswerSchema,
  HouseholdChangedSchema,
  HouseholdChangeSchema,
  HouseholdQuerySchema,
  PersonReadPageSchema,
  PersonReadQuerySchema,
} from '#shared/desk/desk-household-wire'
import {
  DeviceListSchema,
  DeviceRowSchema,
  EnrolCodeRequestSchema,
  EnrolCodeSchema,
} from '#shared/desk/desk-device-wire'
import {
  FindingHandleSchema,
  FindingPageSchema,
  FindingQuerySchema,
  FindingRowSchema,
} from '#shared/desk/desk-finding-wire'
import { HandoverListSchema } from '#shared/desk/desk-handover-wire'
import { ImportAnswerSchema, ImportRequestSchema } from '#shared/desk/desk-import-wire'
import {
  ItemAddSchema,
  ItemChangeSchema,
  ItemPageSchema,
  ItemQuerySchema,
  ItemRowSchema,
} from '#shared/desk/desk-item-wire'
import {
  BlurredAnswerSchema,
  BlurredCopySchema,
  PictureAddSchema,
  PictureListSchema,
  PictureRowSchema,
  RefusedPartListSchema,
} from '#shared/desk/desk-part-wire'
import {
  AssignSchema,
  ExpiringListSchema,
  MergeSchema,
  RefuseSchema,
  RequestAnswerSchema,
  RequestPageSchema,
  RequestQuerySchema,
  RequestReceiptSchema,
  UnmergeSchema,
} from '#shared/desk/desk-request-wire'
import { SurveyAddSchema, SurveyTakenSchema } from '#shared/desk/desk-survey-wire'
import { TickDaysSchema } from '#shared/desk/desk-setting-wire'
import { PublicationAnswerSchema, PublicationRequestSchema } from '#shared/desk/desk-publication-wire'
import { HelpRequestSchema } from '#shared/request/request'
import { RefusedPageSchema, RefusedQuerySchema } from '#shared/desk/desk-refused-wire'
import {
  SessionAnswerSchema,
  SetupRequestSchema,
  SetupStateSchema,
  SignInRequestSchema,
} from '#shared/desk/desk-session-wire'
import {
  StaffAddSchema,
  StaffChangeSchema,
  StaffListSchema,
  StaffRowSchema,
} from '#shared/desk/desk-staff-wire'
import {
  TripAddSchema,
  TripAnswerSchema,
  TripChangeSchema,
  TripMoveSchema,
  TripPageSchema,
  TripQuerySchema,
  TripStateRequestSchema,
  WaitingListSchema,
  WaitingQuerySchema,
  WaybillSchema,
} from '#shared/desk/desk-trip-wire'
import {
  ShelfAddSchema,
  ShelfListSchema,
  ShelfRowSchema,
  WarehouseAddSchema,
  WarehouseListSchema,
  WarehouseRowSchema,
} from '#shared/desk/desk-warehouse-wire'
import { SupervisionQuerySchema, SupervisionSchema } from '#shared/desk/desk-supervision-wire'
import { RepeatRuleSchema } from '#shared/repeat/repeat-rule'
import type { Route } from '../access/policy.ts'
import type { Operation } from './operation.ts'

const CASE_ANSWER = { answer: RequestAnswerSchema, refusals: [404] } as const

type DeskRoute = Extract<Route, `${string} /api/desk/${string}`>

/** The desk for outside programs, from the schemas that validate it. */
export const DESK_OPERATIONS: Readonly<Record<DeskRoute, Operation>> = {
  'GET /api/desk/setup': { summary: 'True while there is no administrator.', answer: SetupStateSchema },
  'POST /api/desk/setup': {
    summary: 'Make the first administrator with the one-time code, and sign them in.',
    request: SetupRequestSchema,
    answer: SessionAnswerSchema,
    status: 201,
    refusals: [404, 429],
  },
  'POST /api/desk/session': {
    summary: 'Sign in: sets the cookie, and tells the token for the header of every change.',
    request: SignInRequestSchema,
    answer: SessionAnswerSchema,
    refusals: [401, 403, 429],
  },
  'GET /api/desk/session': { summary: 'Who is signed in.', answer: SessionAnswerSchema },
  'DELETE /api/desk/session': { summary: 'Sign out.', answer: v.object({}) },

  'GET /api/desk/warehouses': { summary: 'The warehouses.', answer: WarehouseListSchema },
  'POST /api/desk/warehouses': {
    summary: 'Add a warehouse.',
    request: WarehouseAddSchema,
    answer: WarehouseRowSchema,
    status: 201,
  },
  'GET /api/desk/shelves': {
    summary: 'The shelves, of one warehouse or all.',
    query: v.object({ warehouse: v.optional(v.string()) }),
    answer: ShelfListSchema,
  },
  'POST /api/desk/shelves': {
    summary: 'Add a shelf.',
    request: ShelfAddSchema,
    answer: ShelfRowSchema,
    status: 201,
  },
  'GET /api/desk/staff': { summary: 'Who works here.', answer: StaffListSchema },
  'POST /api/desk/staff': {
    summary: 'Add a member of staff. PINs and passwords go in and never come out.',
    request: StaffAddSchema,
    answer: StaffRowSchema,
    status: 201,
  },
  'PATCH /api/desk/staff/:id': {
    summary: 'Change a member of staff; what is left out stays.',
    request: StaffChangeSchema,
    answer: StaffRowSchema,
    refusals: [404],
  },
  'GET /api/desk/devices': {
    summary: 'The devices, what they still hold and when they were heard from.',
    answer: DeviceListSchema,
  },
  'POST /api/desk/devices/enrol-codes': {
    summary: 'A one-time code for a tablet, good for ten minutes.',
    request: EnrolCodeRequestSchema,
    answer: EnrolCodeSchema,
    status: 201,
  },
  'POST /api/desk/devices/:id/revoke': {
    summary: 'Shut a device out.',
    answer: DeviceRowSchema,
    refusals: [404],
  },
  'GET /api/desk/refused': {
    summary: 'What was not taken because of its form: which record of which device and why, newest first.',
    query: RefusedQuerySchema,
    answer: RefusedPageSchema,
  },

  'GET /api/desk/items': {
    summary: 'The catalogue, page by page.',
    query: ItemQuerySchema,
    answer: ItemPageSchema,
  },
  'GET /api/desk/items/:id': { summary: 'One item.', answer: ItemRowSchema, refusals: [404] },
  'POST /api/desk/items': {
    summary: 'Add an item.',
    request: ItemAddSchema,
    answer: ItemRowSchema,
    status: 201,
  },
  'PATCH /api/desk/items/:id': {
    summary: 'Change an item; 409 when somebody else has changed it since that version.',
    request: ItemChangeSchema,
    answer: ItemRowSchema,
    refusals: [404, 409],
  },

  'GET /api/desk/case-files': {
    summary: 'Case files, page by page; nothing about a person.',
    query: CaseFileQuerySchema,
    answer: CaseFilePageSchema,
  },
  'GET /api/desk/case-files/expiring': {
    summary: 'Green ticks that run out within 30 days.',
    answer: ExpiringListSchema,
  },
  'GET /api/desk/case-files/:id': {
    query: CaseFileViewSchema,
    summary: 'One case file; with the person for those who may know.',
    answer: CaseFileAnswerSchema,
    refusals: [404],
  },
  'GET /api/desk/case-files/:id/ticks': {
    summary: 'Who set which tick, newest first.',
    answer: TickListSchema,
    refusals: [404],
  },
  'POST /api/desk/case-files': {
    summary: 'Add a case file; it is red until somebody verifies it.',
    request: CaseFileAddSchema,
    answer: CaseFileAnswerSchema,
    status: 201,
  },
  'PATCH /api/desk/case-files/:id': {
    summary: 'Change a case file; 409 when somebody else has changed it since that version.',
    request: CaseFileChangeSchema,
    answer: CaseFileAnswerSchema,
    refusals: [404, 409],
  },
  'POST /api/desk/case-files/:id/tick': {
    summary: 'Set the tick, and until when it holds.',
    request: TickRequestSchema,
    answer: CaseFileAnswerSchema,
    refusals: [404],
  },

  'GET /api/desk/supervision': {
    summary: 'How many case files wait where, in which step and for how long. Names nobody.',
    query: SupervisionQuerySchema,
    answer: SupervisionSchema,
  },
  'GET /api/desk/rules/repeat': {
    summary:
      'How many days must lie between two helps of one household, for all goods and for groups of them.',
    answer: RepeatRuleSchema,
  },
  'PUT /api/desk/rules/repeat': {
    summary: 'Set it, from now on; help given before is not judged anew.',
    request: RepeatRuleSchema,
    answer: RepeatRuleSchema,
  },

  'GET /api/desk/case-files/:id/handovers': {
    summary: 'The handovers of a case file as each stands, without any person.',
    answer: HandoverListSchema,
  },
  'GET /api/desk/case-files/:id/pictures': {
    summary: 'The pictures of a case file, without the pictures themselves.',
    answer: PictureListSchema,
  },
  'POST /api/desk/case-files/:id/pictures': {
    summary:
      'A picture that came to the desk; what is not the picture is taken out of it, and the same twice is there once.',
    request: PictureAddSchema,
    answer: PictureRowSchema,
    status: 201,
    refusals: [404, 413],
  },
  'GET /api/desk/parts/:hash': {
    summary: 'A picture or other part; the look at it is noted. What could not be taken comes as a file.',
    contentType: 'image/jpeg',
    refusals: [404],
  },
  'POST /api/desk/parts/:hash/public': {
    summary: 'Let everyone see a blurred copy of this one picture.',
    request: BlurredCopySchema,
    answer: BlurredAnswerSchema,
    refusals: [404],
  },
  'DELETE /api/desk/parts/:hash/public': {
    summary: 'Take the blurred copy back.',
    answer: BlurredAnswerSchema,
    refusals: [404],
  },
  'GET /api/desk/refused-parts': {
    summary: 'Parts that devices handed in and the server could not take, newest first.',
    answer: RefusedPartListSchema,
  },

  'GET /api/desk/case-files/:id/publication': {
    summary: 'What everyone is told of a case file, and why it cannot be published now.',
    answer: PublicationAnswerSchema,
    refusals: [404],
  },
  'PUT /api/desk/case-files/:id/publication': {
    summary: 'Publish a case file, or change the words; nothing that tells who it is about is taken.',
    request: PublicationRequestSchema,
    answer: PublicationAnswerSchema,
    refusals: [404],
  },
  'DELETE /api/desk/case-files/:id/publication': {
    summary: 'Take it back; its page is gone.',
    answer: PublicationAnswerSchema,
    refusals: [404],
  },
  'GET /api/desk/case-files/:id/household': {
    summary: 'The persons behind a case file; ID numbers masked unless asked for. Written down.',
    query: HouseholdQuerySchema,
    answer: HouseholdAnswerSchema,
    refusals: [404],
  },
  'PUT /api/desk/case-files/:id/household': {
    summary: 'Write what is known about the persons.',
    request: HouseholdChangeSchema,
    answer: HouseholdChangedSchema,
    refusals: [404, 409],
  },
  'GET /api/desk/person-reads': {
    summary: 'Who was shown whom and why, newest first.',
    query: PersonReadQuerySchema,
    answer: PersonReadPageSchema,
  },
  'GET /api/desk/data-requests': {
    summary: 'What persons asked about their own data, and what was done.',
    answer: DataRequestListSchema,
  },
  'POST /api/desk/data-requests': {
    summary: 'Write down that a person asks; due after two working days.',
    request: DataRequestAddSchema,
    answer: DataRequestAnswerSchema,
    status: 201,
  },
  'GET /api/desk/data-requests/:id': {
    summary: 'One request, with who asks while it is open.',
    answer: DataRequestAnswerSchema,
    refusals: [404],
  },
  'POST /api/desk/data-requests/:id/search': {
    summary: 'Find a person by number, exactly, or by name.',
    request: PersonSearchSchema,
    answer: PersonHitsSchema,
    refusals: [404],
  },
  'POST /api/desk/data-requests/:id/case-files/:caseFileId/show': {
    summary: 'All that is held about the persons of a case file, to look at.',
    answer: PersonExtractSchema,
    refusals: [404],
  },
  'POST /api/desk/data-requests/:id/case-files/:caseFileId/hand-out': {
    summary: 'The same, to hand over.',
    answer: PersonExtractSchema,
    refusals: [404],
  },
  'POST /api/desk/data-requests/:id/case-files/:caseFileId/correct': {
    summary: 'Correct what is known about the persons.',
    request: PersonCorrectionSchema,
    answer: PersonExtractSchema,
    refusals: [404, 409],
  },
  'POST /api/desk/data-requests/:id/case-files/:caseFileId/correct-contact': {
    summary: 'Correct who asked, and whether they are told of each step.',
    request: ContactCorrectionSchema,
    answer: PersonExtractSchema,
    refusals: [404],
  },
  'POST /api/desk/data-requests/:id/case-files/:caseFileId/erase': {
    summary: 'Erase the persons of a case file for good; ledger and totals stay.',
    answer: DataRequestAnswerSchema,
    refusals: [404],
  },
  'POST /api/desk/data-requests/:id/close': {
    summary: 'Say how it ended; who asked is forgotten.',
    request: DataRequestCloseSchema,
    answer: DataRequestAnswerSchema,
    refusals: [404],
  },

  'GET /api/desk/trips': {
    summary: 'Trips, newest day first; those that have not ended unless asked otherwise.',
    query: TripQuerySchema,
    answer: TripPageSchema,
  },
  'GET /api/desk/trips/waiting': {
    summary: 'Consignments of a warehouse that are in transit and on no trip.',
    query: WaitingQuerySchema,
    answer: WaitingListSchema,
  },
  'GET /api/desk/trips/:id': {
    summary: 'One trip: its stops, what is to be loaded, and the driver for those who may know.',
    answer: TripAnswerSchema,
    refusals: [404],
  },
  'GET /api/desk/trips/:id/waybill': {
    summary: 'The households of a trip, for paper; each is noted as read.',
    answer: WaybillSchema,
    refusals: [404],
  },
  'POST /api/desk/trips': {
    summary: 'Make a trip for a courier of a warehouse.',
    request: TripAddSchema,
    answer: TripAnswerSchema,
    status: 201,
  },
  'PATCH /api/desk/trips/:id': {
    summary:
      'Change a trip or the order of its stops; 409 when somebody else has changed it since that version.',
    request: TripChangeSchema,
    answer: TripAnswerSchema,
    refusals: [404, 409],
  },
  'POST /api/desk/trips/:id/state': {
    summary: 'Let a trip leave, end it, or take back such a step.',
    request: TripStateRequestSchema,
    answer: TripAnswerSchema,
    refusals: [404, 409],
  },
  'POST /api/desk/trips/:id/move': {
    summary: 'Put consignments on another trip of the warehouse.',
    request: TripMoveSchema,
    answer: TripAnswerSchema,
    refusals: [404],
  },

  'GET /api/desk/requests': {
    summary: 'The queue: one row a case file, the longest waiting first; no persons.',
    query: RequestQuerySchema,
    answer: RequestPageSchema,
  },
  'POST /api/desk/requests': {
    summary: 'Type in a request, as told at the desk or (with `by=phone`) on the phone.',
    query: v.object({ by: v.optional(v.literal('phone')) }),
    request: HelpRequestSchema,
    answer: RequestReceiptSchema,
    status: 201,
  },
  'GET /api/desk/requests/:id': { summary: 'One case file with all that came in about it.', ...CASE_ANSWER },
  'POST /api/desk/requests/:id/pre-check': { summary: 'Look it over anew.', ...CASE_ANSWER },
  'POST /api/desk/requests/:id/assign': {
    summary: 'Somebody is to visit; from then on tablets know the case file.',
    request: AssignSchema,
    ...CASE_ANSWER,
  },
  'POST /api/desk/requests/:id/merge': {
    summary: 'Two requests are one case file.',
    request: MergeSchema,
    ...CASE_ANSWER,
  },
  'POST /api/desk/requests/:id/unmerge': {
    summary: 'Take a merge back.',
    request: UnmergeSchema,
    ...CASE_ANSWER,
  },
  'POST /api/desk/requests/:id/refuse': {
    summary: 'It ends without help; the reason is told to the requester.',
    request: RefuseSchema,
    ...CASE_ANSWER,
  },
  'POST /api/desk/requests/:id/survey': {
    summary: 'A visit as it is typed in at the desk; the look at it that follows is in the answer.',
    request: SurveyAddSchema,
    answer: SurveyTakenSchema,
    status: 201,
    refusals: [404, 409],
  },
  'GET /api/desk/rules/ticks': { summary: 'How long a green tick holds.', answer: TickDaysSchema },
  'PUT /api/desk/rules/ticks': {
    summary: 'Set how long a green tick holds.',
    request: TickDaysSchema,
    answer: TickDaysSchema,
  },
  'GET /api/desk/findings': {
    summary: 'What a person must look at; open ones that nobody handled come first.',
    query: FindingQuerySchema,
    answer: FindingPageSchema,
  },
  'POST /api/desk/findings/handle': {
    summary: 'Say what was done about a finding. Only facts close it.',
    request: FindingHandleSchema,
    answer: FindingRowSchema,
    refusals: [404],
  },

  'GET /api/desk/imports/:kind/template': {
    summary: 'A CSV file to fill in; `kind` is items or case-files.',
    contentType: 'text/csv',
    refusals: [404],
  },
  'POST /api/desk/imports/:kind': {
    summary:
      'Look at a CSV file, or take it in whole; `kind` is items or case-files. 400 may be WrongColumns, 409 is BadLines.',
    request: ImportRequestSchema,
    answer: ImportAnswerSchema,
    refusals: [404, 409],
  },
}

import * as v from 'valibot'
import {
  CaseFileAnswerSchema,
  CaseFilePageSchema,
  TickListSchema,
  type CaseFileAdd,
  type CaseFileChange,
  type TickRequest,
} from '#shared/desk/desk-case-file-wire'
import {
  DataRequestAnswerSchema,
  DataRequestListSchema,
  PersonExtractSchema,
  PersonHitsSchema,
  type ContactCorrection,
  type DataRequestAdd,
  type DataRequestClose,
  type PersonSearch,
} from '#shared/desk/desk-data-request-wire'
import {
  HouseholdAnswerSchema,
  HouseholdChangedSchema,
  PersonReadPageSchema,
  type HouseholdChange,
} from '#shared/desk/desk-household-wire'
import { DeviceListSchema, DeviceRowSchema, EnrolCodeSchema } from '#shared/desk/desk-device-wire'
import { FindingPageSchema, FindingRowSchema } from '#shared/desk/desk-finding-wire'
import { HandoverListSchema } from '#shared/desk/desk-handover-wire'
import { RecipientPartSchema, SignaturePartSchema } from '#shared/handover/handover-parts'
import { ImportAnswerSchema, type ImportKind, type ImportRequest } from '#shared/desk/desk-import-wire'
import { ItemPageSchema, ItemRowSchema, type ItemAdd, type ItemChange } from '#shared/desk/desk-item-wire'
import { PublicationAnswerSchema, type PublicationRequest } from '#shared/desk/desk-publication-wire'
import {
  BlurredAnswerSchema,
  PictureListSchema,
  PictureRowSchema,
  RefusedPartListSchema,
} from '#shared/desk/desk-part-wire'
import type { RefusalReason } from '#shared/case-file/life'
import {
  ExpiringListSchema,
  RequestAnswerSchema,
  RequestPageSchema,
  RequestReceiptSchema,
} from '#shared/desk/desk-request-wire'
import { SurveyTakenSchema, type SurveyAdd } from '#shared/desk/desk-survey-wire'
import { TickDaysSchema, type TickDays } from '#shared/desk/desk-setting-wire'
import type { HelpRequestInput } from '#shared/request/request'
import { RefusedPageSchema } from '#shared/desk/desk-refused-wire'
import {
  SessionAnswerSchema,
  SetupStateSchema,
  type SetupRequest,
  type SignInRequest,
} from '#shared/desk/desk-session-wire'
import {
  StaffListSchema,
  StaffRowSchema,
  type StaffAdd,
  type StaffChange,
} from '#shared/desk/desk-staff-wire'
import {
  TripAnswerSchema,
  TripPageSchema,
  WaitingListSchema,
  WaybillSchema,
  type TripAdd,
  type TripChange,
  type TripMove,
  type TripStateRequest,
} from '#shared/desk/desk-trip-wire'
import {
  ShelfListSchema,
  ShelfRowSchema,
  WarehouseListSchema,
  WarehouseRowSchema,
  type ShelfAdd,
  type WarehouseAdd,
} from '#shared/desk/desk-warehouse-wire'
import { OldPlaceListSchema, PlacesSchema } from '#shared/place/place-wire'
import { SupervisionSchema } from '#shared/desk/desk-supervision-wire'
import { RepeatRuleSchema, type RepeatRule } from '#shared/repeat/repeat-rule'
import type { DeskClient } from './desk-client.ts'

/** Query texts by name; what is empty or left out is not asked. */
export type Query = Readonly<Record<string, string | number | undefined>>

export function withQuery(path: string, query: Query): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}

const id = encodeURIComponent

function ofRequest(requestId: string, caseFileId: string): string {
  return `/api/desk/data-requests/${id(requestId)}/case-files/${id(caseFileId)}`
}

/** Everything the desk asks of the server, in one place: the path, what goes up and the shape of what comes back. */
export function deskRequests(client: DeskClient) {
  const { get, send } = client
  const act = (caseFileId: string, what: string, body: object) =>
    send('POST', `/api/desk/requests/${id(caseFileId)}/${what}`, body, RequestAnswerSchema)
  return {
    setupState: () => get('/api/desk/setup', SetupStateSchema),
    setUp: (body: SetupRequest) => send('POST', '/api/desk/setup', body, SessionAnswerSchema),
    signIn: (body: SignInRequest) => send('POST', '/api/desk/session', body, SessionAnswerSchema),
    signOut: () => send('DELETE', '/api/desk/session', undefined, v.unknown()),

    warehouses: (signal?: AbortSignal) => get('/api/desk/warehouses', WarehouseListSchema, signal),
    addWarehouse: (body: WarehouseAdd) => send('POST', '/api/desk/warehouses', body, WarehouseRowSchema),
    shelves: (warehouse: string, signal?: AbortSignal) =>
      get(withQuery('/api/desk/shelves', { warehouse }), ShelfListSchema, signal),
    addShelf: (body: ShelfAdd) => send('POST', '/api/desk/shelves', body, ShelfRowSchema),

    staff: (signal?: AbortSignal) => get('/api/desk/staff', StaffListSchema, signal),
    addStaff: (body: StaffAdd) => send('POST', '/api/desk/staff', body, StaffRowSchema),
    changeStaff: (staffId: string, body: StaffChange) =>
      send('PATCH', `/api/desk/staff/${id(staffId)}`, body, StaffRowSchema),

    devices: (signal?: AbortSignal) => get('/api/desk/devices', DeviceListSchema, signal),
    makeEnrolCode: (warehouseId: string) =>
      send('POST', '/api/desk/devices/enrol-codes', { warehouseId }, EnrolCodeSchema),
    revokeDevice: (deviceId: string) =>
      send('POST', `/api/desk/devices/${id(deviceId)}/revoke`, {}, DeviceRowSchema),
    refused: (query: Query, signal?: AbortSignal) =>
      get(withQuery('/api/desk/refused', query), RefusedPageSchema, signal),

    items: (query: Query, signal?: AbortSignal) =>
      get(withQuery('/api/desk/items', query), ItemPageSchema, signal),
    item: (itemId: string, signal?: AbortSignal) =>
      get(`/api/desk/items/${id(itemId)}`, ItemRowSchema, signal),
    addItem: (body: ItemAdd) => send('POST', '/api/desk/items', body, ItemRowSchema),
    changeItem: (itemId: string, body: ItemChange) =>
      send('PATCH', `/api/desk/items/${id(itemId)}`, body, ItemRowSchema),

    caseFiles: (query: Query, signal?: AbortSignal) =>
      get(withQuery('/api/desk/case-files', query), CaseFilePageSchema, signal),
    caseFile: (caseFileId: string, signal?: AbortSignal) =>
      get(`/api/desk/case-files/${id(caseFileId)}?person=no`, CaseFileAnswerSchema, signal),
    addCaseFile: (body: CaseFileAdd) => send('POST', '/api/desk/case-files', body, CaseFileAnswerSchema),
    changeCaseFile: (caseFileId: string, body: CaseFileChange) =>
      send('PATCH', `/api/desk/case-files/${id(caseFileId)}?person=no`, body, CaseFileAnswerSchema),
    setTick: (caseFileId: string, body: TickRequest) =>
      send('POST', `/api/desk/case-files/${id(caseFileId)}/tick?person=no`, body, CaseFileAnswerSchema),
    ticks: (caseFileId: string, signal?: AbortSignal) =>
      get(`/api/desk/case-files/${id(caseFileId)}/ticks`, TickListSchema, signal),

    household: (caseFileId: string, numbers: 'masked' | 'shown', signal?: AbortSignal) =>
      get(
        withQuery(`/api/desk/case-files/${id(caseFileId)}/household`, { numbers }),
        HouseholdAnswerSchema,
        signal,
      ),
    changeHousehold: (caseFileId: string, body: HouseholdChange) =>
      send('PUT', `/api/desk/case-files/${id(caseFileId)}/household`, body, HouseholdChangedSchema),
    personReads: (query: Query, signal?: AbortSignal) =>
      get(withQuery('/api/desk/person-reads', query), PersonReadPageSchema, signal),
    dataRequests: (signal?: AbortSignal) => get('/api/desk/data-requests', DataRequestListSchema, signal),
    addDataRequest: (body: DataRequestAdd) =>
      send('POST', '/api/desk/data-requests', body, DataRequestAnswerSchema),
    dataRequest: (requestId: string, signal?: AbortSignal) =>
      get(`/api/desk/data-requests/${id(requestId)}`, DataRequestAnswerSchema, signal),
    findPersons: (requestId: string, body: PersonSearch) =>
      send('POST', `/api/desk/data-requests/${id(requestId)}/search`, body, PersonHitsSchema),
    closeDataRequest: (requestId: string, body: DataRequestClose) =>
      send('POST', `/api/desk/data-requests/${id(requestId)}/close`, body, DataRequestAnswerSchema),
    showPerson: (requestId: string, caseFileId: string) =>
      send('POST', `${ofRequest(requestId, caseFileId)}/show`, {}, PersonExtractSchema),
    handOutPerson: (requestId: string, caseFileId: string) =>
      send('POST', `${ofRequest(requestId, caseFileId)}/hand-out`, {}, PersonExtractSchema),
    correctPerson: (requestId: string, caseFileId: string, body: HouseholdChange) =>
      send('POST', `${ofRequest(requestId, caseFileId)}/correct`, body, PersonExtractSchema),
    correctContact: (requestId: string, caseFileId: string, body: ContactCorrection) =>
      send('POST', `${ofRequest(requestId, caseFileId)}/correct-contact`, body, PersonExtractSchema),
    erasePerson: (requestId: string, caseFileId: string) =>
      send('POST', `${ofRequest(requestId, caseFileId)}/erase`, {}, DataRequestAnswerSchema),

    publication: (caseFileId: string, signal?: AbortSignal) =>
      get(`/api/desk/case-files/${id(caseFileId)}/publication`, PublicationAnswerSchema, signal),
    publish: (caseFileId: string, body: PublicationRequest) =>
      send('PUT', `/api/desk/case-files/${id(caseFileId)}/publication`, body, PublicationAnswerSchema),
    withdrawPublication: (caseFileId: string) =>
      send(
        'DELETE',
        `/api/desk/case-files/${id(caseFileId)}/publication`,
        undefined,
        PublicationAnswerSchema,
      ),
    casePictures: (caseFileId: string, signal?: AbortSignal) =>
      get(`/api/desk/case-files/${id(caseFileId)}/pictures`, PictureListSchema, signal),
    addPicture: (caseFileId: string, base64: string) =>
      send('POST', `/api/desk/case-files/${id(caseFileId)}/pictures`, { base64 }, PictureRowSchema),
    caseHandovers: (caseFileId: string, signal?: AbortSignal) =>
      get(`/api/desk/case-files/${id(caseFileId)}/handovers`, HandoverListSchema, signal),
    recipientPart: (hash: string, signal?: AbortSignal) =>
      get(`/api/desk/parts/${id(hash)}`, RecipientPartSchema, signal),
    signaturePart: (hash: string, signal?: AbortSignal) =>
      get(`/api/desk/parts/${id(hash)}`, SignaturePartSchema, signal),
    releasePicture: (hash: string, base64: string) =>
      send('POST', `/api/desk/parts/${id(hash)}/public`, { base64 }, BlurredAnswerSchema),
    withdrawPicture: (hash: string) =>
      send('DELETE', `/api/desk/parts/${id(hash)}/public`, undefined, BlurredAnswerSchema),
    refusedParts: (signal?: AbortSignal) => get('/api/desk/refused-parts', RefusedPartListSchema, signal),
    trips: (query: Query, signal?: AbortSignal) =>
      get(withQuery('/api/desk/trips', query), TripPageSchema, signal),
    trip: (tripId: string, signal?: AbortSignal) =>
      get(`/api/desk/trips/${id(tripId)}`, TripAnswerSchema, signal),
    waiting: (query: Query, signal?: AbortSignal) =>
      get(withQuery('/api/desk/trips/waiting', query), WaitingListSchema, signal),
    waybill: (tripId: string, signal?: AbortSignal) =>
      get(`/api/desk/trips/${id(tripId)}/waybill`, WaybillSchema, signal),
    addTrip: (body: TripAdd) => send('POST', '/api/desk/trips', body, TripAnswerSchema),
    changeTrip: (tripId: string, body: TripChange) =>
      send('PATCH', `/api/desk/trips/${id(tripId)}`, body, TripAnswerSchema),
    setTripState: (tripId: string, body: TripStateRequest) =>
      send('POST', `/api/desk/trips/${id(tripId)}/state`, body, TripAnswerSchema),
    moveToTrip: (tripId: string, body: TripMove) =>
      send('POST', `/api/desk/trips/${id(tripId)}/move`, body, TripAnswerSchema),
    requests: (query: Query, signal?: AbortSignal) =>
      get(withQuery('/api/desk/requests', query), RequestPageSchema, signal),
    request: (caseFileId: string, signal?: AbortSignal) =>
      get(`/api/desk/requests/${id(caseFileId)}`, RequestAnswerSchema, signal),
    addRequest: (body: HelpRequestInput) =>
      send('POST', '/api/desk/requests?by=phone', body, RequestReceiptSchema),
    preCheckRequest: (caseFileId: string) => act(caseFileId, 'pre-check', {}),
    assignRequest: (caseFileId: string, staffId: string) => act(caseFileId, 'assign', { staffId }),
    mergeRequests: (caseFileId: string, intoId: string) => act(caseFileId, 'merge', { intoId }),
    unmergeRequests: (caseFileId: string, mergeId: string) => act(caseFileId, 'unmerge', { mergeId }),
    refuseRequest: (caseFileId: string, body: { reason: RefusalReason; words: string }) =>
      act(caseFileId, 'refuse', body),
    addSurvey: (caseFileId: string, body: SurveyAdd) =>
      send('POST', `/api/desk/requests/${id(caseFileId)}/survey`, body, SurveyTakenSchema),
    tickDays: (signal?: AbortSignal) => get('/api/desk/rules/ticks', TickDaysSchema, signal),
    setTickDays: (body: TickDays) => send('PUT', '/api/desk/rules/ticks', body, TickDaysSchema),
    expiring: (signal?: AbortSignal) => get('/api/desk/case-files/expiring', ExpiringListSchema, signal),

    findings: (query: Query, signal?: AbortSignal) =>
      get(withQuery('/api/desk/findings', query), FindingPageSchema, signal),
    handleFinding: (key: string, note: string) =>
      send('POST', '/api/desk/findings/handle', { key, note }, FindingRowSchema),

    supervision: (query: Query, signal?: AbortSignal) =>
      get(withQuery('/api/desk/supervision', query), SupervisionSchema, signal),
    repeatRule: (signal?: AbortSignal) => get('/api/desk/rules/repeat', RepeatRuleSchema, signal),
    setRepeatRule: (body: RepeatRule) => send('PUT', '/api/desk/rules/repeat', body, RepeatRuleSchema),

    importFile: (kind: ImportKind, body: ImportRequest) =>
      send('POST', `/api/desk/imports/${kind}`, body, ImportAnswerSchema),
    oldPlaces: (q: string, signal?: AbortSignal) =>
      get(withQuery('/api/places/old', { q }), OldPlaceListSchema, signal),
    places: (signal?: AbortSignal) => get('/api/places/all', PlacesSchema, signal),
  }
}
export type DeskRequests = ReturnType<typeof deskRequests>

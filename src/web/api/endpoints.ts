import type { Context } from "../../context.ts";
import { ChangeStreams } from "../change-streams.ts";
import {
	absencesEndpoint,
	recordAbsenceEndpoint,
	removeAbsenceEndpoint,
} from "./absences.ts";
import {
	changeOwnAccountEndpoint,
	changePasswordEndpoint,
	endOtherSessionsEndpoint,
	endSessionEndpoint,
	ownAccountEndpoint,
	ownSessionsEndpoint,
} from "./account.ts";
import {
	beginEnrolmentEndpoint,
	confirmEnrolmentEndpoint,
	recoveryCodesEndpoint,
	removeSecondFactorEndpoint,
} from "./account-second-factor.ts";
import {
	accountsEndpoint,
	changeAccountEndpoint,
	disableAccountEndpoint,
	enableAccountEndpoint,
	invitationEndpoint,
	inviteEndpoint,
	resetLinkEndpoint,
	resetSecondFactorEndpoint,
} from "./accounts.ts";
import { assigneesEndpoint } from "./assignees.ts";
import {
	auditActorsEndpoint,
	auditEndpoint,
	auditExportEndpoint,
	verificationEndpoint,
	verifyEndpoint,
} from "./audit.ts";
import {
	calendarFeedsEndpoint,
	createCalendarFeedEndpoint,
	revokeCalendarFeedEndpoint,
} from "./calendar-feeds.ts";
import { calendarsEndpoint, fetchCalendarsEndpoint } from "./calendars.ts";
import { callTenantEndpoint } from "./call-tenant.ts";
import { callsEndpoint } from "./calls.ts";
import {
	dataRequestEndpoint,
	eraseNumberEndpoint,
	exportDataRequestEndpoint,
} from "./data-requests.ts";
import { docsEndpoint, docsFileEndpoint } from "./docs.ts";
import {
	acknowledgeDutyEndpoint,
	changeDutyNoticesEndpoint,
	changeOwnNoticesEndpoint,
	dutyNoticesEndpoint,
	ownNoticesEndpoint,
} from "./duty-notices.ts";
import type { Endpoint } from "./endpoint.ts";
import { eventsEndpoint } from "./events.ts";
import { fairnessEndpoint, myHoursEndpoint } from "./fairness.ts";
import {
	changeLogViewEndpoint,
	chooseLogViewEndpoint,
	keepLogViewEndpoint,
	logViewsEndpoint,
	removeLogViewEndpoint,
} from "./log-views.ts";
import {
	changeMessageTextEndpoint,
	messageTextsEndpoint,
	resetMessageTextEndpoint,
} from "./message-texts.ts";
import { myShiftsEndpoint } from "./my-shifts.ts";
import {
	myTicketEndpoint,
	myTicketsEndpoint,
	ticketLinkEndpoint,
} from "./my-tickets.ts";
import { exportNumbersEndpoint, numbersEndpoint } from "./numbers.ts";
import { onDutyEndpoint } from "./on-duty.ts";
import { openApiEndpoint } from "./openapi-endpoint.ts";
import { placeImportEndpoints } from "./place-imports.ts";
import { findPlacesEndpoint } from "./places.ts";
import {
	addPropertyEndpoint,
	changePropertyEndpoint,
	propertiesEndpoint,
	propertyEndpoint,
	removePropertyEndpoint,
} from "./properties.ts";
import { readShiftsEndpoint } from "./read-shifts.ts";
import {
	reconcileEndpoint,
	reconciliationsEndpoint,
} from "./reconciliations.ts";
import { recordingEndpoint } from "./recordings.ts";
import { placesEndpoint, replacePersonEndpoint } from "./replace-person.ts";
import {
	discardDraftEndpoint,
	draftEndpoint,
	saveDraftEndpoint,
} from "./rota-drafts.ts";
import {
	addOverrideEndpoint,
	overridesEndpoint,
	removeOverrideEndpoint,
} from "./rota-overrides.ts";
import {
	importRotaEndpoint,
	publishEndpoint,
	readRotaEndpoint,
	reviewEndpoint,
} from "./rota-publish.ts";
import {
	rotaDifferenceEndpoint,
	rotaEndpoint,
	rotaExportEndpoint,
	rotasEndpoint,
	rotaVersionsEndpoint,
} from "./rotas.ts";
import { sessionEndpoint } from "./session.ts";
import { standbyPayEndpoint } from "./standby-pay.ts";
import { swapAnswerEndpoints } from "./swap-answers.ts";
import {
	setSwapSettingsEndpoint,
	swapSettingsEndpoint,
} from "./swap-settings.ts";
import { offerSwapEndpoint, swapEndpoint, swapsEndpoint } from "./swaps.ts";
import {
	addTenantEndpoint,
	changeTenantEndpoint,
	removeTenantEndpoint,
	tenantEndpoint,
	tenantsEndpoint,
} from "./tenants.ts";
import { changeTicketEndpoint } from "./ticket-details.ts";
import {
	addTicketFileEndpoint,
	removeTicketFileEndpoint,
} from "./ticket-files.ts";
import { ticketHistoryEndpoint } from "./ticket-history.ts";
import { ticketLifeEndpoints } from "./ticket-life.ts";
import { endTicketLinkEndpoint, ticketLinksEndpoint } from "./ticket-links.ts";
import { ticketLogEndpoint, ticketLogSummaryEndpoint } from "./ticket-log.ts";
import { ticketLogExportEndpoint } from "./ticket-log-export.ts";
import {
	addServiceClassEndpoint,
	addSubjectEndpoint,
	changeServiceClassEndpoint,
	changeSubjectEndpoint,
	removeServiceClassEndpoint,
	ticketSettingsEndpoint,
} from "./ticket-settings.ts";
import { ticketWouldHaveEndpoint } from "./ticket-would-have.ts";
import { ticketEndpoint, ticketsEndpoint } from "./tickets.ts";
import {
	callFactsEndpoint,
	whatIfEndpoint,
	whatIfOfDraftEndpoint,
} from "./what-if.ts";
import {
	changeWhatIfEndpoint,
	keepWhatIfEndpoint,
	removeWhatIfEndpoint,
	whatIfsEndpoint,
} from "./what-ifs.ts";

/** Everything that `/api` answers. */
export function endpointsOf(ctx: Context): Endpoint[] {
	const endpoints: Endpoint[] = [
		onDutyEndpoint,
		ticketsEndpoint,
		ticketLogEndpoint,
		ticketLogSummaryEndpoint,
		ticketLogExportEndpoint,
		logViewsEndpoint,
		keepLogViewEndpoint,
		chooseLogViewEndpoint,
		changeLogViewEndpoint,
		removeLogViewEndpoint,
		ticketEndpoint,
		changeTicketEndpoint,
		...ticketLifeEndpoints,
		ticketHistoryEndpoint,
		assigneesEndpoint,
		addTicketFileEndpoint,
		removeTicketFileEndpoint,
		ticketSettingsEndpoint,
		addSubjectEndpoint,
		changeSubjectEndpoint,
		messageTextsEndpoint,
		changeMessageTextEndpoint,
		resetMessageTextEndpoint,
		addServiceClassEndpoint,
		changeServiceClassEndpoint,
		removeServiceClassEndpoint,
		myTicketsEndpoint,
		myTicketEndpoint,
		ticketLinkEndpoint,
		ticketLinksEndpoint,
		endTicketLinkEndpoint,
		callTenantEndpoint,
		callsEndpoint,
		recordingEndpoint,
		eventsEndpoint(new ChangeStreams(ctx)),
		sessionEndpoint,
		ownAccountEndpoint,
		changeOwnAccountEndpoint,
		changePasswordEndpoint,
		ownSessionsEndpoint,
		endOtherSessionsEndpoint,
		endSessionEndpoint,
		beginEnrolmentEndpoint,
		confirmEnrolmentEndpoint,
		removeSecondFactorEndpoint,
		recoveryCodesEndpoint,
		accountsEndpoint,
		inviteEndpoint,
		changeAccountEndpoint,
		disableAccountEndpoint,
		enableAccountEndpoint,
		invitationEndpoint,
		resetLinkEndpoint,
		resetSecondFactorEndpoint,
		rotasEndpoint,
		rotaEndpoint,
		rotaVersionsEndpoint,
		rotaDifferenceEndpoint,
		rotaExportEndpoint,
		draftEndpoint,
		saveDraftEndpoint,
		discardDraftEndpoint,
		reviewEndpoint,
		publishEndpoint,
		readRotaEndpoint,
		importRotaEndpoint,
		calendarFeedsEndpoint,
		createCalendarFeedEndpoint,
		revokeCalendarFeedEndpoint,
		calendarsEndpoint,
		fetchCalendarsEndpoint,
		readShiftsEndpoint,
		overridesEndpoint,
		addOverrideEndpoint,
		removeOverrideEndpoint,
		placesEndpoint,
		replacePersonEndpoint,
		myShiftsEndpoint,
		swapsEndpoint,
		swapEndpoint,
		offerSwapEndpoint,
		...swapAnswerEndpoints,
		swapSettingsEndpoint,
		setSwapSettingsEndpoint,
		absencesEndpoint,
		recordAbsenceEndpoint,
		removeAbsenceEndpoint,
		callFactsEndpoint,
		whatIfEndpoint,
		whatIfOfDraftEndpoint,
		ticketWouldHaveEndpoint,
		whatIfsEndpoint,
		keepWhatIfEndpoint,
		changeWhatIfEndpoint,
		removeWhatIfEndpoint,
		fairnessEndpoint,
		myHoursEndpoint,
		standbyPayEndpoint,
		numbersEndpoint,
		exportNumbersEndpoint,
		auditEndpoint,
		auditActorsEndpoint,
		auditExportEndpoint,
		verificationEndpoint,
		verifyEndpoint,
		reconciliationsEndpoint,
		reconcileEndpoint,
		dutyNoticesEndpoint,
		changeDutyNoticesEndpoint,
		acknowledgeDutyEndpoint,
		ownNoticesEndpoint,
		changeOwnNoticesEndpoint,
		dataRequestEndpoint,
		exportDataRequestEndpoint,
		eraseNumberEndpoint,
		...placeImportEndpoints,
		findPlacesEndpoint,
		propertiesEndpoint,
		propertyEndpoint,
		addPropertyEndpoint,
		changePropertyEndpoint,
		removePropertyEndpoint,
		tenantsEndpoint,
		tenantEndpoint,
		addTenantEndpoint,
		changeTenantEndpoint,
		removeTenantEndpoint,
		docsEndpoint,
		docsFileEndpoint,
	];
	return [...endpoints, openApiEndpoint(endpoints)];
}

import type { Context } from "../../context.ts";
import { ChangeStreams } from "../change-streams.ts";
import { callsEndpoint } from "./calls.ts";
import { docsEndpoint, docsFileEndpoint } from "./docs.ts";
import type { Endpoint } from "./endpoint.ts";
import { eventsEndpoint } from "./events.ts";
import { onDutyEndpoint } from "./on-duty.ts";
import { openApiEndpoint } from "./openapi-endpoint.ts";
import { recordingEndpoint } from "./recordings.ts";
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
import {
	acknowledgeEndpoint,
	ticketEndpoint,
	ticketsEndpoint,
} from "./tickets.ts";

/** Everything that `/api` answers. */
export function endpointsOf(ctx: Context): Endpoint[] {
	const endpoints: Endpoint[] = [
		onDutyEndpoint,
		ticketsEndpoint,
		ticketEndpoint,
		acknowledgeEndpoint,
		callsEndpoint,
		recordingEndpoint,
		eventsEndpoint(new ChangeStreams(ctx)),
		sessionEndpoint,
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
		overridesEndpoint,
		addOverrideEndpoint,
		removeOverrideEndpoint,
		docsEndpoint,
		docsFileEndpoint,
	];
	return [...endpoints, openApiEndpoint(endpoints)];
}

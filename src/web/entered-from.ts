import type { RequestHandler } from "express";
import { enteredFrom } from "../database/audit.ts";
import { senderOf } from "./sender.ts";

/** What comes by a webhook is entered as the carrier's. */
export function enteredFromCarrier(work: () => void): void {
	enteredFrom({ origin: "carrier", account: null }, work);
}

/** What comes by any other request is entered with the address it comes from; whose it is, nobody knows yet. */
export const enteredFromSender: RequestHandler = (request, _response, next) => {
	enteredFrom({ origin: senderOf(request).address, account: null }, next);
};

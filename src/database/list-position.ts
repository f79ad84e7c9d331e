import { RequestError } from "../errors.ts";

/** Where a page of tickets ended. */
export interface ListPosition {
	/** To the microsecond, as text: what the next page compares with. */
	readonly openedAt: string;
	readonly id: string;
}

/** The position as `next` of a page and `cursor` of the one after it. */
export function cursorOf({ openedAt, id }: ListPosition): string {
	return Buffer.from(`${openedAt} ${id}`).toString("base64url");
}

/** @throws RequestError 400 for a cursor that no page gave. */
export function positionIn(cursor: string): ListPosition {
	const text = Buffer.from(cursor, "base64url").toString();
	const [, openedAt, id] = cursorText.exec(text) ?? [];
	if (!openedAt || !id || Number.isNaN(Date.parse(openedAt)))
		throw new RequestError(
			400,
			"The cursor is not one that a page gave: take `next` of the page before, or leave it out.",
		);
	return { openedAt, id };
}

const cursorText =
	/^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

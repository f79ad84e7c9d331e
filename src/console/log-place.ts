interface Place {
	/** With its filters. */
	readonly address: string;
	/** The number of the ticket that was opened from there. */
	readonly ticket: string | null;
}

let last: Place = { address: "/tickets", ticket: null };

/** Where somebody last stood in the log, so that the way back leads there; forgotten with the tab. */
export function lastPlace(): Place {
	return last;
}

export function standAt(place: Place): void {
	last = place;
}

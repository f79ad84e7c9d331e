/** A table for people's spreadsheets: a text stays a text, a number can be added up. */
export interface Sheet {
	readonly name: string;
	readonly head: readonly string[];
	readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number | null;

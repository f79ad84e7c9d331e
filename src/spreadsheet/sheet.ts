/** A table for people's spreadsheets: a text stays a text, a number can be added up. */
export interface Sheet {
	readonly name: string;
	readonly head: readonly string[];
	readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number | null;

/** A sheet whose rows are still being read: how wide its columns are cannot be seen from them. */
export interface StreamedSheet {
	readonly name: string;
	readonly columns: readonly {
		readonly head: string;
		/** About as many letters as its cells have. */
		readonly letters: number;
		/** Nothing: its cells are texts. */
		readonly holds?: "times" | "numbers" | undefined;
	}[];
}

/** A `Date` stands for a time on a wall clock: what it says in UTC, wherever it is read. */
export type StreamedCell = Cell | Date;

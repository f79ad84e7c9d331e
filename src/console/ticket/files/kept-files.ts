/** A file that was chosen for a ticket and has not arrived yet. */
interface KeptFile {
	readonly id: string;
	/** Of the ticket. */
	readonly number: string;
	readonly file: File;
	readonly at: number;
}

/** Keeps it on this device, where a reload finds it again; where the browser keeps nothing, it lasts as long as the page. */
export async function keepFile(kept: Omit<KeptFile, "at">): Promise<void> {
	await inStore("readwrite", (store) => store.put({ ...kept, at: Date.now() }));
}

export async function forgetFile(id: string): Promise<void> {
	await inStore("readwrite", (store) => store.delete(id));
}

/** Those of a ticket. What nobody came back to for long is forgotten. */
export async function keptFiles(number: string): Promise<KeptFile[]> {
	const all =
		(await inStore<KeptFile[]>("readonly", (store) => store.getAll())) ?? [];
	const isOld = ({ at }: KeptFile) => at < Date.now() - longestKept;
	await Promise.all(all.filter(isOld).map(({ id }) => forgetFile(id)));
	return all.filter((kept) => kept.number === number && !isOld(kept));
}

const longestKept = 7 * 24 * 3_600_000;

let opening: Promise<IDBDatabase> | null = null;

async function inStore<T>(
	mode: IDBTransactionMode,
	act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
	try {
		opening ??= opened();
		const database = await opening;
		return await answerOf(
			act(database.transaction("files", mode).objectStore("files")),
		);
	} catch {
		return null;
	}
}

function opened(): Promise<IDBDatabase> {
	const asking = indexedDB.open("faultline-unsent", 1);
	asking.onupgradeneeded = () =>
		asking.result.createObjectStore("files", { keyPath: "id" });
	return answerOf(asking);
}

function answerOf<T>(asking: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		asking.onsuccess = () => resolve(asking.result);
		asking.onerror = () => reject(asking.error);
	});
}

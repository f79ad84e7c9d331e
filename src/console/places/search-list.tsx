import { Button, CloseButton, Text, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { useTitle } from "../title.ts";
import styles from "./places.module.css";
import { usePlacesWords } from "./places-words.ts";

const pageLength = 100;
const longestList = 500;

/** What somebody looks for in a list, and how much of it is shown. */
export function useSearch() {
	const [typed, type] = useState("");
	const [asked] = useDebouncedValue(typed.trim(), 150);
	const [limit, setLimit] = useState(pageLength);
	return {
		...{ typed, asked, limit },
		type: (text: string) => {
			type(text);
			setLimit(pageLength);
		},
		more: () => setLimit(longestList),
	};
}

/** The top of a page with a list: the answer in a line, the way to add, and the search. */
export function SearchTop({
	noun,
	search,
	total,
	children,
}: {
	noun: "properties" | "tenants";
	search: ReturnType<typeof useSearch>;
	/** How many fit; nothing while that is not known. */
	total: number | undefined;
	/** What can be done. */
	children: ReactNode;
}) {
	const say = usePlacesWords();
	useTitle(say(`${noun}.title`));
	const isSearching = search.asked !== "";
	const isEmpty = total === 0 && !isSearching;
	return (
		<>
			<div className={styles.top}>
				<div>
					<Title order={1}>{say(`${noun}.title`)}</Title>
					<Text maw="38rem" aria-live="polite">
						{total === undefined
							? null
							: isEmpty
								? say(`${noun}.empty`)
								: isSearching && total === 0
									? say("none")
									: say(`${noun}.${isSearching ? "found" : "count"}`, {
											count: total,
										})}
					</Text>
				</div>
				{children}
			</div>
			{isEmpty ? null : (
				<TextInput
					className={styles.search ?? ""}
					label={say("search")}
					placeholder={say(`${noun}.hint`)}
					value={search.typed}
					onChange={(event) => search.type(event.currentTarget.value)}
					rightSection={
						search.typed === "" ? null : (
							<CloseButton
								aria-label={say("clear")}
								onClick={() => search.type("")}
							/>
						)
					}
				/>
			)}
		</>
	);
}

/** Where there is more than is shown. */
export function More({
	shown,
	total,
	more,
}: {
	shown: number;
	total: number;
	more(): void;
}) {
	const say = usePlacesWords();
	if (shown >= total || shown >= longestList) return null;
	return (
		<Button variant="default" onClick={more}>
			{say("more")}
		</Button>
	);
}

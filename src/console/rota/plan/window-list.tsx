import { Button, Group } from "@mantine/core";
import { withItemAt } from "../../../domain/rota/edits/lists.ts";
import type { Window } from "../../../domain/rota/rota.ts";
import { windowInWords } from "../../../domain/rota/rule-words/window-in-words.ts";
import { Entry, Nothing } from "./entry.tsx";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";
import { WindowEditor } from "./window-editor.tsx";

/** The windows within which a layer shows, or the office is open: each a sentence. */
export function WindowList({
	windows,
	place,
	title,
	none,
	add,
	onTake,
}: {
	windows: readonly Window[];
	place: string;
	title?: string;
	none: string;
	add: string;
	onTake: (windows: readonly Window[]) => void;
}) {
	const { desk, reader, setOpen } = usePlan();
	return (
		<div>
			{title ? <p className={styles.label}>{title}</p> : null}
			{windows.length === 0 ? <Nothing>{none}</Nothing> : null}
			<ul className={styles.things}>
				{windows.map((window, index) => (
					// Windows have no names; each is its place in the list.
					<li key={String(index)}>
						<Entry
							place={`${place}[${index}]`}
							name={windowInWords(window, reader.language)}
							editor={() => (
								<WindowEditor
									window={window}
									place={`${place}[${index}]`}
									onTake={(next) => onTake(withItemAt(windows, index, next))}
									onRemove={() => {
										setOpen(`${place}[${index}]`, false);
										onTake(withItemAt(windows, index, null));
									}}
								/>
							)}
						>
							<span className={styles.first}>
								{windowInWords(window, reader.language)}
							</span>
						</Entry>
					</li>
				))}
			</ul>
			{desk.canEdit ? (
				<Group>
					<Button
						variant="default"
						onClick={() => {
							onTake([
								...windows,
								{
									rrule: "FREQ=WEEKLY;BYDAY=SA,SU",
									start: "08:00",
									end: "16:00",
								},
							]);
							setOpen(`${place}[${windows.length}]`, true);
						}}
					>
						{add}
					</Button>
				</Group>
			) : null}
		</div>
	);
}

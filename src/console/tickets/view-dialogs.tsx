import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import type { LogView } from "../../web/api/ticket-log-shapes.ts";
import { AskOnce } from "../ask-once.tsx";
import { Dialog } from "../dialog.tsx";
import { FormDialog } from "../form-dialog.tsx";
import { Refused } from "../refused.tsx";
import { useSignedIn } from "../session.tsx";
import { useKeepView, useRemoveView } from "./log-queries.ts";
import { useLogWords } from "./log-words.ts";

/** What is asked about a view before it is done; or why it was not done. */
export type Asked =
	| { readonly kind: "keep"; readonly filter: string }
	| { readonly kind: "rename" | "remove"; readonly view: LogView }
	| { readonly kind: "refused"; readonly error: Error };

export function ViewDialog({
	asked,
	onDone,
}: {
	asked: Asked;
	onDone: () => void;
}) {
	const say = useLogWords();
	const title = say(`views.title.${asked.kind}`);
	switch (asked.kind) {
		case "keep":
			return (
				<Named title={title} old={null} filter={asked.filter} onDone={onDone} />
			);
		case "rename":
			return (
				<Named
					title={title}
					old={asked.view}
					filter={asked.view.filter}
					onDone={onDone}
				/>
			);
		case "remove":
			return <Remove title={title} view={asked.view} onDone={onDone} />;
		case "refused":
			return (
				<Dialog title={title} close={onDone}>
					<Refused error={asked.error} />
				</Dialog>
			);
	}
}

/** What a view is called, and whose it is; a new one without an old one. */
function Named({
	title,
	old,
	filter,
	onDone,
}: {
	title: string;
	old: LogView | null;
	filter: string;
	onDone: () => void;
}) {
	const say = useLogWords();
	const { account, may } = useSignedIn();
	const [name, setName] = useState(old?.name ?? "");
	const [isShared, setShared] = useState(old?.isShared ?? account === null);
	const keep = useKeepView();
	return (
		<FormDialog
			title={title}
			yes={say("views.save")}
			saving={keep}
			save={() =>
				keep.mutate(
					{ old, name: name.trim(), filter, isShared },
					{ onSuccess: onDone },
				)
			}
			close={onDone}
		>
			<TextInput
				data-autofocus
				label={say("views.name")}
				maxLength={60}
				required
				autoComplete="off"
				value={name}
				onChange={(event) => setName(event.currentTarget.value)}
			/>
			{may.includes("edit tickets") ? (
				<Checkbox
					label={say("views.isShared")}
					checked={isShared}
					disabled={account === null}
					onChange={(event) => setShared(event.currentTarget.checked)}
				/>
			) : null}
		</FormDialog>
	);
}

function Remove({
	title,
	view,
	onDone,
}: {
	title: string;
	view: LogView;
	onDone: () => void;
}) {
	const say = useLogWords();
	const remove = useRemoveView();
	return (
		<AskOnce
			title={title}
			yes={say("views.removeYes")}
			doing={remove}
			act={() => remove.mutate(view, { onSuccess: onDone })}
			close={onDone}
		>
			{say(view.isShared ? "views.removeSharedSure" : "views.removeSure", {
				name: view.name,
			})}
		</AskOnce>
	);
}

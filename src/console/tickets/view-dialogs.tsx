import {
	Button,
	Checkbox,
	Group,
	Modal,
	Stack,
	Text,
	TextInput,
} from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { LogView } from "../../web/api/ticket-log-shapes.ts";
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
	asked: Asked | null;
	onDone: () => void;
}) {
	const say = useLogWords();
	return (
		<Modal
			opened={asked !== null}
			onClose={onDone}
			title={asked ? say(`views.title.${asked.kind}`) : null}
			closeButtonProps={{ "aria-label": say("views.close") }}
			lockScroll={false}
		>
			{asked?.kind === "keep" ? (
				<Named old={null} filter={asked.filter} onDone={onDone} />
			) : null}
			{asked?.kind === "rename" ? (
				<Named old={asked.view} filter={asked.view.filter} onDone={onDone} />
			) : null}
			{asked?.kind === "remove" ? (
				<Remove view={asked.view} onDone={onDone} />
			) : null}
			{asked?.kind === "refused" ? <Refused error={asked.error} /> : null}
		</Modal>
	);
}

/** What a view is called, and whose it is; a new one without an old one. */
function Named({
	old,
	filter,
	onDone,
}: {
	old: LogView | null;
	filter: string;
	onDone: () => void;
}) {
	const say = useLogWords();
	const { account, may } = useSignedIn();
	const [name, setName] = useState(old?.name ?? "");
	const [isShared, setShared] = useState(old?.isShared ?? account === null);
	const keep = useKeepView();
	const submit = (event: FormEvent) => {
		event.preventDefault();
		keep.mutate(
			{ old, name: name.trim(), filter, isShared },
			{ onSuccess: onDone },
		);
	};
	return (
		<form onSubmit={submit}>
			<Stack gap="md">
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
				<Refused error={keep.error} />
				<Group justify="flex-end">
					<Button variant="default" onClick={onDone}>
						{say("views.cancel")}
					</Button>
					<Button type="submit" loading={keep.isPending}>
						{say("views.save")}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}

function Remove({ view, onDone }: { view: LogView; onDone: () => void }) {
	const say = useLogWords();
	const remove = useRemoveView();
	return (
		<Stack gap="md">
			<Text>
				{say(view.isShared ? "views.removeSharedSure" : "views.removeSure", {
					name: view.name,
				})}
			</Text>
			<Refused error={remove.error} />
			<Group justify="flex-end">
				<Button variant="default" data-autofocus onClick={onDone}>
					{say("views.cancel")}
				</Button>
				<Button
					color="red"
					loading={remove.isPending}
					onClick={() => remove.mutate(view, { onSuccess: onDone })}
				>
					{say("views.removeYes")}
				</Button>
			</Group>
		</Stack>
	);
}

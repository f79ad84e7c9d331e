import {
	Button,
	Checkbox,
	Group,
	Menu,
	Modal,
	Stack,
	Text,
	TextInput,
} from "@mantine/core";
import { IconCheck, IconChevronDown, IconStar } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import {
	type LogFilter,
	readLogFilter,
} from "../../domain/ticket/log-filter.ts";
import type { LogView } from "../../web/api/ticket-log-shapes.ts";
import { Refused } from "../refused.tsx";
import { useSignedIn } from "../session.tsx";
import {
	useChooseView,
	useKeepView,
	useLogViews,
	useRemoveView,
} from "./log-queries.ts";
import { useLogWords } from "./log-words.ts";

interface Viewing {
	/** The log's own address as it is now. */
	readonly address: string;
	readonly onChange: (filter: LogFilter) => void;
}

/** Filters under a name: going to one, keeping this one, and what is shown at first. */
export function ViewsMenu({ address, onChange }: Viewing) {
	const say = useLogWords();
	const { account, may } = useSignedIn();
	const found = useLogViews().data;
	const choose = useChooseView();
	const [asks, ask] = useState<"keep" | LogView | null>(null);
	const views = found?.views ?? [];
	const current = views.find(({ filter }) => filter === address) ?? null;
	const first = found?.first ?? null;
	const isKeeper =
		current && (!current.isShared || may.includes("edit tickets"));
	const group = (label: string, of: readonly LogView[]) =>
		of.length === 0
			? null
			: [
					<Menu.Label key={label}>{label}</Menu.Label>,
					...of.map((view) => (
						<Menu.Item
							key={view.id}
							aria-current={view === current ? "true" : undefined}
							leftSection={
								view === current ? <IconCheck size={16} aria-hidden /> : null
							}
							rightSection={
								view.id === first ? (
									<IconStar size={16} aria-label={say("views.firstIs")} />
								) : null
							}
							onClick={() => onChange(readLogFilter(view.filter))}
						>
							{view.name}
						</Menu.Item>
					)),
				];
	return (
		<>
			<Menu
				position="bottom-end"
				width={280}
				withInitialFocusPlaceholder={false}
			>
				<Menu.Target>
					<Button
						variant="default"
						rightSection={<IconChevronDown size={16} aria-hidden />}
					>
						{current?.name ?? say("views.menu")}
					</Button>
				</Menu.Target>
				<Menu.Dropdown>
					<Menu.Item onClick={() => onChange(readLogFilter("all"))}>
						{say("views.all")}
					</Menu.Item>
					{group(
						say("views.mine"),
						views.filter((each) => !each.isShared),
					)}
					{group(
						say("views.shared"),
						views.filter((each) => each.isShared),
					)}
					<Menu.Divider />
					{current === null ? (
						<Menu.Item disabled={address === ""} onClick={() => ask("keep")}>
							{say("views.keep")}
						</Menu.Item>
					) : null}
					{current && account ? (
						<Menu.Item
							onClick={() =>
								choose.mutate(current.id === first ? null : current.id)
							}
						>
							{say(current.id === first ? "views.notFirst" : "views.first")}
						</Menu.Item>
					) : null}
					{isKeeper ? (
						<Menu.Item onClick={() => ask(current)}>
							{say("views.remove", { name: current.name })}
						</Menu.Item>
					) : null}
				</Menu.Dropdown>
			</Menu>
			<Modal
				opened={asks === "keep"}
				onClose={() => ask(null)}
				title={say("views.keepTitle")}
				closeButtonProps={{ "aria-label": say("views.close") }}
				lockScroll={false}
			>
				<Keep address={address} onDone={() => ask(null)} />
			</Modal>
			<Modal
				opened={asks !== null && asks !== "keep"}
				onClose={() => ask(null)}
				withCloseButton={false}
				lockScroll={false}
			>
				{asks !== null && asks !== "keep" ? (
					<Remove view={asks} onDone={() => ask(null)} />
				) : null}
			</Modal>
		</>
	);
}

function Keep({ address, onDone }: { address: string; onDone: () => void }) {
	const say = useLogWords();
	const { account, may } = useSignedIn();
	const maySharedViews = may.includes("edit tickets");
	const [name, setName] = useState("");
	const [isShared, setShared] = useState(account === null);
	const keep = useKeepView();
	const submit = (event: FormEvent) => {
		event.preventDefault();
		keep.mutate(
			{ old: null, name: name.trim(), filter: address, isShared },
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
					value={name}
					onChange={(event) => setName(event.currentTarget.value)}
				/>
				{maySharedViews ? (
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
			<Text>{say("views.removeSure", { name: view.name })}</Text>
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

import { Button, Menu } from "@mantine/core";
import { IconCheck, IconChevronDown, IconStar } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import {
	type LogFilter,
	readLogFilter,
} from "../../domain/ticket/log-filter.ts";
import type { LogView } from "../../web/api/ticket-log-shapes.ts";
import { useSignedIn } from "../session.tsx";
import { useChooseView, useKeepView, useLogViews } from "./log-queries.ts";
import { useLogWords } from "./log-words.ts";
import { type Asked, ViewDialog } from "./view-dialogs.tsx";
import styles from "./views-menu.module.css";

interface Viewing {
	/** The log's own address as it is now. */
	readonly address: string;
	readonly onChange: (filter: LogFilter) => void;
}

/** Filters under a name: going to one, keeping this one, and what is done with the one that is looked at. */
export function ViewsMenu({ address, onChange }: Viewing) {
	const say = useLogWords();
	const found = useLogViews().data;
	const [asked, ask] = useState<Asked | null>(null);
	const views = found?.views ?? [];
	const { view, isChanged } = useLookedAt(address, views);
	const go = ({ filter }: LogView) => onChange(readLogFilter(filter));
	const lists = {
		mine: views.filter(({ isShared }) => !isShared),
		shared: views.filter(({ isShared }) => isShared),
	};
	return (
		<>
			<Menu
				position="bottom-end"
				width={300}
				withInitialFocusPlaceholder={false}
			>
				<Menu.Target>
					<Button
						variant="default"
						maw="100%"
						rightSection={<IconChevronDown size={16} aria-hidden />}
					>
						{isChanged && view
							? say("views.changed", { name: view.name })
							: (view?.name ?? say("views.menu"))}
					</Button>
				</Menu.Target>
				<Menu.Dropdown className={styles.menu ?? ""}>
					<Menu.Item onClick={() => onChange(readLogFilter(""))}>
						{say("views.all")}
					</Menu.Item>
					{(["mine", "shared"] as const).flatMap((whose) =>
						lists[whose].length === 0
							? []
							: [
									<Menu.Label key={whose}>{say(`views.${whose}`)}</Menu.Label>,
									...lists[whose].map((each) => (
										<ViewItem
											key={each.id}
											view={each}
											isCurrent={each === view && !isChanged}
											isFirst={each.id === found?.first}
											onClick={() => go(each)}
										/>
									)),
								],
					)}
					<Menu.Divider />
					{view ? (
						<OfView
							view={view}
							isFirst={view.id === found?.first}
							changed={isChanged ? address : null}
							ask={ask}
						/>
					) : null}
					{view === null || isChanged ? (
						<Menu.Item
							disabled={address === ""}
							onClick={() => ask({ kind: "keep", filter: address })}
						>
							{say(isChanged ? "views.keepOther" : "views.keep")}
						</Menu.Item>
					) : null}
				</Menu.Dropdown>
			</Menu>
			{asked ? <ViewDialog asked={asked} onDone={() => ask(null)} /> : null}
		</>
	);
}

/** The view whose filter the address is, or, once the filter was changed, was: until all of it is taken away. */
function useLookedAt(
	address: string,
	views: readonly LogView[],
): { readonly view: LogView | null; readonly isChanged: boolean } {
	const [last, setLast] = useState<string | null>(null);
	const now = views.find(({ filter }) => filter === address) ?? null;
	const id = now?.id ?? (address === "" ? null : last);
	useEffect(() => setLast(id), [id]);
	const view = now ?? views.find((each) => each.id === id) ?? null;
	return { view, isChanged: view !== null && now === null };
}

function ViewItem({
	view,
	isCurrent,
	isFirst,
	onClick,
}: {
	view: LogView;
	isCurrent: boolean;
	isFirst: boolean;
	onClick: () => void;
}) {
	const say = useLogWords();
	return (
		<Menu.Item
			aria-current={isCurrent ? "true" : undefined}
			leftSection={isCurrent ? <IconCheck size={16} aria-hidden /> : null}
			rightSection={
				isFirst ? (
					<IconStar size={16} aria-label={say("views.firstIs")} />
				) : null
			}
			onClick={onClick}
		>
			{view.name}
		</Menu.Item>
	);
}

/** What can be done with the view that is looked at. */
function OfView({
	view,
	isFirst,
	changed,
	ask,
}: {
	view: LogView;
	isFirst: boolean;
	/** The address that it is to have; null while it is as it was kept. */
	changed: string | null;
	ask: (asked: Asked) => void;
}) {
	const say = useLogWords();
	const { account, may } = useSignedIn();
	const choose = useChooseView();
	const keep = useKeepView();
	const { name, isShared } = view;
	const onError = (error: Error) => ask({ kind: "refused", error });
	const isKeeper = !isShared || may.includes("edit tickets");
	return (
		<>
			<Menu.Label>{name}</Menu.Label>
			{isKeeper && changed !== null ? (
				<Menu.Item
					onClick={() =>
						keep.mutate(
							{ old: view, name, filter: changed, isShared },
							{ onError },
						)
					}
				>
					{say("views.again")}
				</Menu.Item>
			) : null}
			{account ? (
				<Menu.Item
					onClick={() => choose.mutate(isFirst ? null : view.id, { onError })}
				>
					{say(isFirst ? "views.notFirst" : "views.first")}
				</Menu.Item>
			) : null}
			{isKeeper ? (
				<>
					<Menu.Item onClick={() => ask({ kind: "rename", view })}>
						{say("views.rename")}
					</Menu.Item>
					<Menu.Item onClick={() => ask({ kind: "remove", view })}>
						{say("views.remove")}
					</Menu.Item>
				</>
			) : null}
		</>
	);
}

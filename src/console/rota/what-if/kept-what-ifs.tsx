import { Button, Group, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { RotaTime } from "../../../domain/rota/rota.ts";
import type { Expectation } from "../../../domain/what-if/saved-what-if.ts";
import type { SavedWhatIfView } from "../../../web/api/what-if-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { readableNumber } from "../../phone-number.ts";
import { Refused } from "../../refused.tsx";
import { useSignedIn } from "../../session.tsx";
import styles from "./what-if.module.css";
import {
	useKeepWhatIf,
	useKeptWhatIfs,
	useRemoveWhatIf,
} from "./what-if-queries.ts";
import { useWhatIfWords } from "./what-if-words.ts";

/** What each publish asks, whether it holds now, and how to change that. */
export function KeptWhatIfs({
	line,
	onShow,
	expectedNow,
}: {
	line: string;
	onShow(at: RotaTime, caller: string): void;
	/** What the same what-if says by the published rota; null when that cannot be told here. */
	expectedNow(kept: SavedWhatIfView): Expectation | null;
}) {
	const say = useWhatIfWords();
	const kept = useKeptWhatIfs(line);
	const removing = useRemoveWhatIf(line);
	const keeping = useKeepWhatIf(line);
	const [removed, setRemoved] = useState<SavedWhatIfView | null>(null);
	const list = kept.data?.whatIfs ?? [];
	return (
		<section>
			<Title order={2} mb="xs">
				{say("keep.title")}
			</Title>
			<Text c="dimmed" mb="sm">
				{say("keep.how")}
			</Text>
			{kept.data && list.length === 0 ? <Text>{say("keep.none")}</Text> : null}
			<Refused error={kept.error ?? removing.error ?? keeping.error} />
			<ul className={styles.kept}>
				{list.map((one) => (
					<Kept
						key={one.id}
						kept={one}
						onShow={() => onShow(one.at, one.caller ?? "")}
						onRemove={() =>
							removing.mutate(one, { onSuccess: () => setRemoved(one) })
						}
						onAnew={() => {
							const expects = expectedNow(one);
							if (expects) keeping.mutate({ ...asKept(one), expects });
						}}
					/>
				))}
			</ul>
			<div role="status">
				{removed ? (
					<Group mt="sm">
						<Text>{say("keep.undo", { name: removed.name })}</Text>
						<Button
							variant="default"
							onClick={() => {
								const { id: _, ...again } = asKept(removed);
								keeping.mutate(again, { onSuccess: () => setRemoved(null) });
							}}
						>
							{say("keep.undoButton")}
						</Button>
					</Group>
				) : null}
			</div>
		</section>
	);
}

function asKept({ id, name, at, yearly, caller, expects }: SavedWhatIfView) {
	return { id, name, at, yearly, caller, expects };
}

function Kept({
	kept,
	onShow,
	onRemove,
	onAnew,
}: {
	kept: SavedWhatIfView;
	onShow(): void;
	onRemove(): void;
	onAnew(): void;
}) {
	const say = useWhatIfWords();
	const { language } = useLanguage();
	const mayKeep = useSignedIn().may.includes("keep what-ifs");
	const { name, check, caller, yearly } = kept;
	const fails = check?.holds === false;
	const told = { name };
	return (
		<li data-fails={fails ? "" : undefined}>
			<Text fw={550}>{name}</Text>
			<span className={styles.standing} data-fails={fails ? "" : undefined}>
				{fails ? (
					<IconAlertTriangle size={16} aria-hidden />
				) : check ? (
					<IconCheck size={16} aria-hidden />
				) : null}
				{say(check ? (fails ? "keep.fails" : "keep.holds") : "keep.past")}
				{yearly ? ` · ${say("keep.every")}` : ""}
				{caller
					? ` · ${say("keep.from", { caller: readableNumber(caller) })}`
					: ""}
			</span>
			{check ? (
				<Text size="sm">
					{fails ? (
						<>
							{say("keep.should", { expected: check.expected[language] })}
							<br />
							{say("keep.is", { found: check.found[language] })}
						</>
					) : (
						check.found[language]
					)}
				</Text>
			) : null}
			<Group gap="xs" mt="xs">
				<Button
					size="compact-md"
					variant="default"
					aria-label={say("keep.show", told)}
					onClick={onShow}
				>
					{say("keep.showShort")}
				</Button>
				{mayKeep && fails && kept.expects.kind !== "covered" ? (
					<Button
						size="compact-md"
						variant="default"
						aria-label={say("keep.anew", told)}
						onClick={onAnew}
					>
						{say("keep.anewShort")}
					</Button>
				) : null}
				{mayKeep ? (
					<Button
						size="compact-md"
						variant="subtle"
						color="gray"
						aria-label={say("keep.remove", told)}
						onClick={onRemove}
					>
						{say("keep.removeShort")}
					</Button>
				) : null}
			</Group>
		</li>
	);
}

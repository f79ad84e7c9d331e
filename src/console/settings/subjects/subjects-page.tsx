import { Button, Group, Switch, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Subject } from "../../../web/api/ticket-setting-shapes.ts";
import { Refused } from "../../refused.tsx";
import { useTicketSettings } from "../../ticket-settings.ts";
import { useTitle } from "../../title.ts";
import { useSettingsWords } from "../settings-words.ts";
import { SubjectForm } from "./subject-form.tsx";
import { SubjectTree } from "./subject-tree.tsx";

/** What is open over the tree. */
type Opened =
	| { readonly kind: "add"; readonly parent: string | null }
	| { readonly kind: "edit"; readonly subject: Subject };

/** Under which subjects are tickets sorted? */
export default function SubjectsPage() {
	const say = useSettingsWords();
	const { data, error } = useTicketSettings();
	useTitle(say("subjects"));
	if (data) return <Page subjects={data.subjects} />;
	if (!error) return null;
	return (
		<>
			<Title order={1}>{say("trouble")}</Title>
			<Refused error={error} />
		</>
	);
}

function Page({ subjects }: { subjects: readonly Subject[] }) {
	const say = useSettingsWords();
	const [opened, setOpened] = useState<Opened | null>(null);
	const [showsRetired, setShowsRetired] = useState(false);
	const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
	const used = subjects.filter(({ retired }) => !retired);
	const tops = subjects.filter(({ parent }) => parent === null);
	const close = () => setOpened(null);
	return (
		<>
			<Title order={1}>{say("tree.headline", { count: used.length })}</Title>
			<Text maw="38rem" mt="xs" mb="lg">
				{say("tree.intro")}
			</Text>
			<Group gap="sm" mb="lg">
				<Button
					leftSection={<IconPlus size={18} aria-hidden />}
					onClick={() => setOpened({ kind: "add", parent: null })}
				>
					{say("tree.add")}
				</Button>
				<Button
					variant="default"
					onClick={() =>
						setOpen(
							open.size > 0 ? new Set() : new Set(tops.map(({ id }) => id)),
						)
					}
				>
					{say(open.size > 0 ? "tree.closeAll" : "tree.openAll")}
				</Button>
				{used.length < subjects.length ? (
					<Switch
						label={say("tree.showRetired")}
						checked={showsRetired}
						onChange={(event) => setShowsRetired(event.currentTarget.checked)}
					/>
				) : null}
			</Group>
			<SubjectTree
				subjects={subjects}
				showsRetired={showsRetired}
				open={open}
				setOpen={setOpen}
				add={(parent) => setOpened({ kind: "add", parent })}
				edit={(subject) => setOpened({ kind: "edit", subject })}
			/>
			{opened ? (
				<SubjectForm
					subjects={subjects}
					{...(opened.kind === "edit"
						? { subject: opened.subject }
						: { parent: opened.parent })}
					close={close}
				/>
			) : null}
		</>
	);
}

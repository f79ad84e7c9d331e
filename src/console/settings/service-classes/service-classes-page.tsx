import { ActionIcon, Button, Text, Title } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { writtenMinutes } from "../../../domain/ticket/due.ts";
import { urgencies } from "../../../domain/ticket/ticket.ts";
import type { ServiceClass } from "../../../web/api/ticket-setting-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { OrderedList } from "../../ordered-list.tsx";
import { Refused } from "../../refused.tsx";
import { useTicketSettings } from "../../ticket-settings.ts";
import { useTitle } from "../../title.ts";
import { useSettingsWords } from "../settings-words.ts";
import { UrgencySign } from "../urgency-sign.tsx";
import { moveWords, useOrder } from "../use-order.ts";
import { RemoveServiceClass } from "./remove-service-class.tsx";
import { ServiceClassForm } from "./service-class-form.tsx";
import styles from "./service-classes.module.css";

/** What is open over the list. */
type Opened =
	| { readonly kind: "add" }
	| { readonly kind: "edit"; readonly one: ServiceClass }
	| { readonly kind: "remove"; readonly one: ServiceClass };

/** How soon are faults to be seen to? */
export default function ServiceClassesPage() {
	const say = useSettingsWords();
	const { data, error } = useTicketSettings();
	useTitle(say("serviceClasses"));
	if (data) return <Page classes={data.serviceClasses} />;
	if (!error) return null;
	return (
		<>
			<Title order={1}>{say("trouble")}</Title>
			<Refused error={error} />
		</>
	);
}

function Page({ classes }: { classes: readonly ServiceClass[] }) {
	const say = useSettingsWords();
	const { language } = useLanguage();
	const [opened, setOpened] = useState<Opened | null>(null);
	const close = () => setOpened(null);
	return (
		<>
			<Title order={1}>
				{say("classes.headline", { count: classes.length })}
			</Title>
			<Text maw="38rem" mt="xs" mb="lg">
				{say("classes.intro", { name: classes[0]?.names[language] ?? "" })}
			</Text>
			<Button
				mb="lg"
				leftSection={<IconPlus size={18} aria-hidden />}
				onClick={() => setOpened({ kind: "add" })}
			>
				{say("classes.add")}
			</Button>
			<Classes classes={classes} open={setOpened} />
			{opened?.kind === "add" ? <ServiceClassForm close={close} /> : null}
			{opened?.kind === "edit" ? (
				<ServiceClassForm one={opened.one} close={close} />
			) : null}
			{opened?.kind === "remove" ? (
				<RemoveServiceClass one={opened.one} close={close} />
			) : null}
		</>
	);
}

function Classes({
	classes,
	open,
}: {
	classes: readonly ServiceClass[];
	open(opened: Opened): void;
}) {
	const say = useSettingsWords();
	const { language } = useLanguage();
	const { all, move, error } = useOrder("serviceClasses", classes);
	return (
		<div className={styles.list}>
			<OrderedList
				label={say("classes.list")}
				words={moveWords(say)}
				onMove={(from, to) => move(all[from]?.id ?? "", to)}
				items={all.map((one, index) => ({
					key: one.id,
					name: one.names[language],
					content: (
						<OneClass
							one={one}
							isFirst={index === 0}
							canGo={one.properties === 0 && all.length > 1}
							edit={() => open({ kind: "edit", one })}
							remove={() => open({ kind: "remove", one })}
						/>
					),
				}))}
			/>
			<Refused error={error} />
		</div>
	);
}

function OneClass({
	one: { names, minutes, properties },
	isFirst,
	canGo,
	edit,
	remove,
}: {
	one: ServiceClass;
	isFirst: boolean;
	canGo: boolean;
	edit(): void;
	remove(): void;
}) {
	const say = useSettingsWords();
	const { language } = useLanguage();
	const name = names[language];
	return (
		<>
			<div className={styles.head}>
				<Title order={2} className={styles.name ?? ""}>
					{name}
				</Title>
				<span className={styles.tools}>
					<ActionIcon
						variant="subtle"
						color="gray"
						size={32}
						aria-label={say("classes.edit", { name })}
						title={say("classes.edit", { name })}
						onClick={edit}
					>
						<IconPencil size={18} aria-hidden />
					</ActionIcon>
					{canGo ? (
						<ActionIcon
							variant="subtle"
							color="gray"
							size={32}
							aria-label={say("classes.remove", { name })}
							title={say("classes.remove", { name })}
							onClick={remove}
						>
							<IconTrash size={18} aria-hidden />
						</ActionIcon>
					) : null}
				</span>
			</div>
			<Text size="sm" c="dimmed">
				{say("classes.uses", { count: properties })}
				{isFirst ? `. ${say("classes.holds")}.` : "."}
			</Text>
			<dl className={styles.times}>
				{urgencies.map((urgency) => (
					<div key={urgency} className={styles.time}>
						<dt>
							<UrgencySign urgency={urgency} />
						</dt>
						<dd>{writtenMinutes(minutes[urgency], language)}</dd>
					</div>
				))}
			</dl>
		</>
	);
}

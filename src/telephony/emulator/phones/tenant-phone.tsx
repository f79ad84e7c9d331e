import { Button, NativeSelect, Switch } from "@mantine/core";
import { IconPhone } from "@tabler/icons-react";
import { useState } from "react";
import type { PhoneShown, Snapshot } from "../control/shown.ts";
import { HeardWords } from "./heard-words.tsx";
import { Inbox } from "./inbox.tsx";
import { Keypad } from "./keypad.tsx";
import { useLanguage } from "./language.tsx";
import { askPhone } from "./network.ts";
import card from "./phone-card.module.css";
import {
	HangUpButton,
	nameOf,
	RingingButtons,
	RoleSign,
	SaySomething,
} from "./phone-parts.tsx";
import { PhoneStatus } from "./phone-status.tsx";
import { readableNumber } from "./readable-number.ts";
import { silence } from "./sound.ts";
import styles from "./tenant-phone.module.css";
import { WriteMessage } from "./write-message.tsx";

/** The phone that calls the line: large, with its keys always in sight. */
export function TenantPhone({
	tenants,
	phone,
	onChoose,
	snapshot,
	now,
}: {
	tenants: readonly PhoneShown[];
	phone: PhoneShown;
	onChoose: (number: string) => void;
	snapshot: Snapshot;
	now: number;
}) {
	const { words } = useLanguage();
	const partner = phone.talkingTo ? nameOf(phone.talkingTo, snapshot) : null;
	const isChoosing = tenants.length > 1 && phone.state === "idle";
	const isOnCall = phone.state === "in-call" || phone.state === "dialling";
	return (
		<article
			className={`${card.card} ${styles.phone}`}
			data-state={phone.state}
			aria-label={words.tenantPhone}
		>
			<header className={card.head}>
				<RoleSign role={phone.role} />
				<div className={card.who}>
					<h2 className={card.name}>
						{isChoosing ? words.tenantPhone : phone.name}
					</h2>
					<p className={card.number}>
						{readableNumber(phone.number)} · {words.languages[phone.language]}
					</p>
				</div>
			</header>
			{isChoosing ? (
				<NativeSelect
					size="md"
					aria-label={words.whichPhone}
					value={phone.number}
					onChange={(event) => onChoose(event.currentTarget.value)}
					data={tenants.map(({ number, name, language }) => ({
						value: number,
						label: `${name} (${words.languages[language]})`,
					}))}
				/>
			) : null}
			<PhoneStatus phone={phone} snapshot={snapshot} now={now} />
			<HeardWords phone={phone} partner={partner} />
			{phone.state === "ringing" ? <RingingButtons phone={phone} /> : null}
			{isOnCall ? <HangUpButton phone={phone} /> : null}
			{phone.state === "idle" ? (
				<PlaceCall phone={phone} lines={snapshot.lines} />
			) : null}
			<Keypad
				isUsable={phone.state === "in-call"}
				onKey={(key) => {
					silence();
					void askPhone(phone.number, "press", { keys: key });
				}}
			/>
			{phone.state === "in-call" ? <SaySomething phone={phone} /> : null}
			<Inbox phone={phone} zone={snapshot.zone} />
			{phone.state === "idle" ? (
				<WriteMessage phone={phone} lines={snapshot.lines} />
			) : null}
		</article>
	);
}

function PlaceCall({
	phone,
	lines,
}: {
	phone: PhoneShown;
	lines: Snapshot["lines"];
}) {
	const { words } = useLanguage();
	const [chosen, setChosen] = useState<string | null>(null);
	const [isWithheld, setWithheld] = useState(false);
	const line = lines.find(({ number }) => number === chosen) ?? lines[0];
	if (!line) return null;
	return (
		<div className={styles.place}>
			{lines.length > 1 ? (
				<NativeSelect
					size="md"
					label={words.whichLine}
					value={line.number}
					onChange={(event) => setChosen(event.currentTarget.value)}
					data={lines.map(({ number, name }) => ({
						value: number,
						label: `${name} ${readableNumber(number)}`,
					}))}
				/>
			) : null}
			<Button
				size="lg"
				h={60}
				fullWidth
				leftSection={<IconPhone size={22} aria-hidden />}
				onClick={() =>
					void askPhone(phone.number, "dial", {
						to: line.number,
						...(isWithheld ? { as: "anonymous" } : {}),
					})
				}
			>
				{words.callLine(readableNumber(line.number))}
			</Button>
			<Switch
				size="md"
				label={words.withheld}
				checked={isWithheld}
				onChange={(event) => setWithheld(event.currentTarget.checked)}
				classNames={{ body: styles.withheld ?? "" }}
			/>
		</div>
	);
}

import type { PhoneShown, Snapshot } from "../control/shown.ts";
import { HabitsOf } from "./habits-of.tsx";
import { HeardWords } from "./heard-words.tsx";
import { Inbox } from "./inbox.tsx";
import { Keypad } from "./keypad.tsx";
import { useLanguage } from "./language.tsx";
import { askPhone } from "./network.ts";
import styles from "./phone-card.module.css";
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

/** One of the other phones: quiet while it is free, with its buttons and words when something happens. */
export function PhoneCard({
	phone,
	snapshot,
	now,
}: {
	phone: PhoneShown;
	snapshot: Snapshot;
	now: number;
}) {
	const { words } = useLanguage();
	const partner = phone.talkingTo ? nameOf(phone.talkingTo, snapshot) : null;
	return (
		<article
			className={styles.card}
			id={`phone-${phone.number.replace("+", "")}`}
			data-state={phone.state}
			aria-label={phone.name}
		>
			<header className={styles.head}>
				<RoleSign role={phone.role} />
				<div className={styles.who}>
					<h3 className={styles.name}>{phone.name}</h3>
					<p className={styles.number}>
						{words.roles[phone.role]} · {readableNumber(phone.number)}
					</p>
				</div>
			</header>
			<PhoneStatus phone={phone} snapshot={snapshot} now={now} />
			{phone.state === "ringing" ? <RingingButtons phone={phone} /> : null}
			{phone.state === "in-call" ? (
				<>
					<HeardWords phone={phone} partner={partner} />
					<HangUpButton phone={phone} />
					<Keypad
						isUsable
						isSmall
						onKey={(key) => {
							silence();
							void askPhone(phone.number, "press", { keys: key });
						}}
					/>
					<SaySomething phone={phone} />
				</>
			) : null}
			{phone.state === "idle" ? <HabitsOf phone={phone} /> : null}
			<Inbox phone={phone} zone={snapshot.zone} />
		</article>
	);
}

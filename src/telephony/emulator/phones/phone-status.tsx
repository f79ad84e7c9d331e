import {
	IconBellRinging,
	IconPhoneCall,
	IconPhoneCheck,
	IconPhoneX,
} from "@tabler/icons-react";
import type { PhoneShown, Snapshot } from "../control/shown.ts";
import { useLanguage } from "./language.tsx";
import styles from "./phone-card.module.css";
import { nameOf } from "./phone-parts.tsx";
import { minutesAndSeconds } from "./times.ts";

const signs = {
	idle: IconPhoneX,
	dialling: IconPhoneCall,
	ringing: IconBellRinging,
	"in-call": IconPhoneCheck,
} as const;

/** What a phone is doing, in words, with how long a call has lasted; that a call is over, while its words still stand. */
export function PhoneStatus({
	phone,
	snapshot,
	now,
}: {
	phone: PhoneShown;
	snapshot: Snapshot;
	now: number;
}) {
	const Sign = signs[phone.state];
	const words = useStatusWords(phone, snapshot);
	const isEmpty = phone.state === "idle" && phone.heard.length === 0;
	return (
		<div
			className={styles.status}
			data-empty={isEmpty || undefined}
			aria-live="polite"
		>
			{isEmpty ? null : (
				<>
					<Sign size={20} aria-hidden className={styles.statusSign} />
					<span>{words}</span>
					{phone.answeredAt === null ? null : (
						<span className={styles.lasted} aria-hidden>
							{minutesAndSeconds(now - phone.answeredAt)}
						</span>
					)}
				</>
			)}
		</div>
	);
}

function useStatusWords(phone: PhoneShown, snapshot: Snapshot): string {
	const { words } = useLanguage();
	if (phone.state === "ringing") {
		const caller = phone.callerShown ?? "";
		return words.calledBy(
			/^\+/.test(caller) ? nameOf(caller, snapshot) : words.withheldCaller,
		);
	}
	if (phone.state === "dialling") {
		return words.calling(nameOf(phone.dialled ?? "", snapshot));
	}
	if (phone.state === "in-call") {
		if (phone.talkingTo) {
			return words.talkingTo(nameOf(phone.talkingTo, snapshot));
		}
		if (phone.awaits === "message") return words.awaitsMessage;
		if (phone.awaits === "answer") return words.awaitsAnswer;
		return phone.awaits === "keys" ? words.awaitsKeys : words.hearing;
	}
	return words.ended;
}

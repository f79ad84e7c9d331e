import { Button, TextInput } from "@mantine/core";
import {
	IconBuilding,
	IconHome,
	IconPhone,
	IconPhoneOff,
	IconSend2,
	IconTool,
} from "@tabler/icons-react";
import { useState } from "react";
import type { PhoneShown, Snapshot } from "../control/shown.ts";
import type { PhoneRole } from "../habits.ts";
import { useLanguage } from "./language.tsx";
import { askPhone } from "./network.ts";
import styles from "./phone-card.module.css";
import { readableNumber } from "./readable-number.ts";
import { silence } from "./sound.ts";

const signs: Readonly<Record<PhoneRole, typeof IconHome>> = {
	tenant: IconHome,
	office: IconBuilding,
	technician: IconTool,
};

/** A sign for whose phone it is; the word stands beside it. */
export function RoleSign({ role }: { role: PhoneRole }) {
	const Sign = signs[role];
	return (
		<span className={styles.sign} aria-hidden>
			<Sign size={20} />
		</span>
	);
}

/** Who is at the other end, by name where we know it. */
export function nameOf(number: string, snapshot: Snapshot): string {
	const phone = snapshot.phones.find((each) => each.number === number);
	const line = snapshot.lines.find((each) => each.number === number);
	return phone?.name ?? line?.name ?? readableNumber(number);
}

/** Answer and decline, while it rings. */
export function RingingButtons({ phone }: { phone: PhoneShown }) {
	const { words } = useLanguage();
	return (
		<div className={styles.pair}>
			<Button
				size="md"
				h={52}
				leftSection={<IconPhone size={20} aria-hidden />}
				aria-label={`${words.answer}: ${phone.name}`}
				onClick={() => void askPhone(phone.number, "answer")}
			>
				{words.answer}
			</Button>
			<Button
				size="md"
				h={52}
				variant="default"
				leftSection={<IconPhoneOff size={20} aria-hidden />}
				aria-label={`${words.decline}: ${phone.name}`}
				onClick={() => void askPhone(phone.number, "decline")}
			>
				{words.decline}
			</Button>
		</div>
	);
}

export function HangUpButton({ phone }: { phone: PhoneShown }) {
	const { words } = useLanguage();
	return (
		<Button
			size="md"
			h={52}
			fullWidth
			variant="default"
			leftSection={<IconPhoneOff size={20} aria-hidden />}
			aria-label={`${words.hangUp}: ${phone.name}`}
			onClick={() => {
				silence();
				void askPhone(phone.number, "hang-up");
			}}
		>
			{words.hangUp}
		</Button>
	);
}

/** Lets the person at the phone say something. */
export function SaySomething({ phone }: { phone: PhoneShown }) {
	const { words } = useLanguage();
	const [text, setText] = useState("");
	const send = async () => {
		if (text.trim() === "") return;
		await askPhone(phone.number, "speak", { words: text.trim() });
		setText("");
	};
	return (
		<form
			className={styles.say}
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			<TextInput
				size="md"
				className={styles.sayField ?? ""}
				aria-label={`${words.say}: ${phone.name}`}
				placeholder={words.say}
				value={text}
				onChange={(event) => setText(event.currentTarget.value)}
			/>
			<Button
				type="submit"
				variant="default"
				h={48}
				px="sm"
				aria-label={`${words.saySend}: ${phone.name}`}
			>
				<IconSend2 size={20} aria-hidden />
			</Button>
		</form>
	);
}

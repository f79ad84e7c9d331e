import { Button, Popover, TextInput } from "@mantine/core";
import { useState } from "react";
import styles from "./clock-bar.module.css";
import { useLanguage } from "./language.tsx";
import { ask, type Picture, useNetworkTime } from "./network.ts";
import { dayInWords, fieldTime, timeOfDay } from "./times.ts";

/** What time it is in the network, and the buttons that make it another time. */
export function ClockBar({ picture }: { picture: Picture }) {
	const { language, words } = useLanguage();
	const now = useNetworkTime(picture);
	const { zone, isRealTime } = picture.snapshot;
	const moments = [
		["office-hours", words.clock.officeHours],
		["tonight", words.clock.tonight],
		["weekend", words.clock.weekend],
	] as const;
	return (
		<section className={styles.bar} aria-label={words.clock.title}>
			<p className={styles.now}>
				<span className={styles.time}>{timeOfDay(now, language, zone)}</span>
				<span className={styles.day}>
					<span className={styles.date}>{dayInWords(now, language, zone)}</span>
					<span className={styles.kind}>
						{isRealTime ? words.clock.real : words.clock.moved}
					</span>
				</span>
			</p>
			<div className={styles.buttons}>
				{moments.map(([moment, label]) => (
					<Button
						key={moment}
						variant="default"
						size="md"
						h={48}
						onClick={() => void ask("/clock", { moment })}
					>
						{label}
					</Button>
				))}
				<ChooseTime now={now} zone={zone} />
				{isRealTime ? null : (
					<Button
						variant="subtle"
						size="md"
						h={48}
						onClick={() => void ask("/clock", { moment: "real-time" })}
					>
						{words.clock.realTime}
					</Button>
				)}
			</div>
		</section>
	);
}

function ChooseTime({ now, zone }: { now: number; zone: string }) {
	const { words } = useLanguage();
	const [isOpen, setOpen] = useState(false);
	const [chosen, setChosen] = useState("");
	const open = () => {
		setChosen(fieldTime(now, zone));
		setOpen(true);
	};
	const set = async () => {
		await ask("/clock", { setLocal: chosen });
		setOpen(false);
	};
	return (
		<Popover opened={isOpen} onChange={setOpen} trapFocus withArrow>
			<Popover.Target>
				<Button
					variant="default"
					size="md"
					h={48}
					onClick={() => (isOpen ? setOpen(false) : open())}
				>
					{words.clock.choose}
				</Button>
			</Popover.Target>
			<Popover.Dropdown>
				<form
					className={styles.choose}
					onSubmit={(event) => {
						event.preventDefault();
						void set();
					}}
				>
					<TextInput
						type="datetime-local"
						label={words.clock.chosen}
						size="md"
						value={chosen}
						onChange={(event) => setChosen(event.currentTarget.value)}
						required
					/>
					<Button type="submit" size="md" h={48}>
						{words.clock.set}
					</Button>
				</form>
			</Popover.Dropdown>
		</Popover>
	);
}

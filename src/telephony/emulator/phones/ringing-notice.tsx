import { Button } from "@mantine/core";
import { IconBellRinging } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { PhoneShown } from "../control/shown.ts";
import { useLanguage } from "./language.tsx";
import styles from "./ringing-notice.module.css";

/** At the lower edge, while a phone rings that is out of sight: whose it is, and the way to it. */
export function RingingNotice({ phones }: { phones: readonly PhoneShown[] }) {
	const { words } = useLanguage();
	const ringing = phones.find((phone) => phone.state === "ringing");
	const id = ringing ? `phone-${ringing.number.replace("+", "")}` : null;
	const isInSight = useInSight(id);
	return (
		<div className={styles.place} role="status">
			{ringing && id && !isInSight ? (
				<div className={styles.notice}>
					<IconBellRinging size={22} aria-hidden />
					<span>{words.ringsNow(ringing.name)}</span>
					<Button
						h={48}
						onClick={() => document.getElementById(id)?.scrollIntoView()}
					>
						{words.show}
					</Button>
				</div>
			) : null}
		</div>
	);
}

function useInSight(id: string | null): boolean {
	const [isInSight, setInSight] = useState(true);
	useEffect(() => {
		const element = id ? document.getElementById(id) : null;
		if (!element) return;
		const observer = new IntersectionObserver(
			([entry]) => setInSight(entry?.isIntersecting ?? true),
			{ threshold: 0.6 },
		);
		observer.observe(element);
		return () => observer.disconnect();
	}, [id]);
	return isInSight;
}

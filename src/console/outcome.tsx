import {
	IconAlertTriangle,
	IconBan,
	IconMessage,
	IconPhoneCall,
	IconPhoneCheck,
	IconPhoneOff,
	IconPlugConnectedX,
	type TablerIcon,
} from "@tabler/icons-react";
import type { Ticket } from "../web/api/shapes.ts";
import { useLanguage } from "./language.tsx";
import styles from "./outcome.module.css";

type Outcome = NonNullable<Ticket["outcome"]> | "none";

/** `nobody`: nobody has it; `look`: needs a look; `plain`: as it should be; `live`: going on. */
const signs: Record<Outcome, { icon: TablerIcon; tone: string }> = {
	answered: { icon: IconPhoneCheck, tone: "plain" },
	abandoned: { icon: IconPhoneOff, tone: "look" },
	voicemail: { icon: IconMessage, tone: "nobody" },
	unanswered: { icon: IconAlertTriangle, tone: "nobody" },
	blocked: { icon: IconBan, tone: "plain" },
	failed: { icon: IconPlugConnectedX, tone: "nobody" },
	none: { icon: IconPhoneCall, tone: "live" },
};

/** How a call ended, as a sign and a word. What somebody has acknowledged is no alarm any more. */
export function OutcomeSign({ ticket }: { ticket: Ticket }) {
	const { t } = useLanguage();
	const outcome = ticket.outcome ?? "none";
	const { icon: Icon, tone } = signs[outcome];
	const shown = tone !== "live" && ticket.acknowledgedAt ? "plain" : tone;
	return (
		<span className={styles.sign} data-tone={shown}>
			<Icon size={17} aria-hidden />
			{t(`outcome.${outcome}`)}
		</span>
	);
}

/** Whether somebody must still be found for it. */
export function isAlarm({ status, outcome }: Ticket): boolean {
	return (
		status === "new" && outcome !== null && signs[outcome].tone === "nobody"
	);
}

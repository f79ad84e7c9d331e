import { Button } from "@mantine/core";
import {
	IconCar,
	IconCheck,
	IconHandStop,
	IconMapPin,
	IconPhone,
} from "@tabler/icons-react";
import type { MyTicket } from "../../../web/api/my-ticket-shapes.ts";
import { isCalling } from "../my-ticket-queries.ts";
import { useMyTicketWords } from "../my-ticket-words.ts";
import type { FormKind } from "./open-form.tsx";
import styles from "./ticket-at-work.module.css";
import type { Doing } from "./use-deed.ts";

const steps = ["acknowledge", "start", "arrive", "finish"] as const;

const icons = {
	acknowledge: IconHandStop,
	start: IconCar,
	arrive: IconMapPin,
	finish: IconCheck,
};

/** What a thumb reaches: the next step of the work, and the phone. */
export function StepBar({
	ticket,
	doing: { pending, act },
	open,
}: {
	ticket: MyTicket;
	doing: Doing;
	open(form: FormKind): void;
}) {
	const say = useMyTicketWords();
	const next = steps.find((step) => ticket.can.includes(step));
	const Icon = next && icons[next];
	const canCall = ticket.tenantCall.isPossible;
	if (!next && !canCall) return null;
	return (
		<section className={styles.bar} aria-label={say("steps")}>
			{canCall ? (
				<Button
					variant="default"
					className={styles.thumb ?? ""}
					leftSection={<IconPhone size={22} aria-hidden />}
					loading={pending === "call"}
					disabled={isCalling(ticket)}
					onClick={() => void act({ kind: "call" })}
				>
					{say("do.call")}
				</Button>
			) : null}
			{next && Icon ? (
				<Button
					className={styles.thumb ?? ""}
					leftSection={<Icon size={22} aria-hidden />}
					loading={pending === next}
					onClick={() =>
						next === "finish" ? open("finish") : void act({ kind: next })
					}
				>
					{say(`do.${next}`)}
				</Button>
			) : null}
		</section>
	);
}

import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { Rota } from "../../../domain/rota/rota.ts";
import { ask } from "../../server.ts";
import { rotaPath } from "../rota-queries.ts";
import { type Plan, usePlan } from "./plan.tsx";

/** A number that can be rung, or why it cannot; in words. */
type CheckedPhone =
	| { readonly kind: "phone"; readonly phone: string }
	| { readonly kind: "refused"; readonly why: string };

interface RotaRead {
	readonly rota: Rota | null;
	readonly problems: readonly { readonly where: string }[];
}

/**
 * Asks the service about a number as people write it. It knows the numbers of every country, and a draft with one that
 * cannot be rung could not be kept.
 */
export async function checkedPhone(
	{ desk, rota, reader, say }: Plan,
	text: string,
): Promise<CheckedPhone> {
	if (text.trim() === "")
		return { kind: "refused", why: say("people.noPhone") };
	const asked: Rota = {
		...desk.published.rota,
		zone: rota.zone,
		people: {
			...desk.published.rota.people,
			asked: { name: text, phone: text },
		},
	};
	try {
		const read = await ask<RotaRead>(
			rotaPath(desk.line, "/read"),
			reader.language,
			{ method: "POST", body: JSON.stringify(asked) },
		);
		const fault = read.problems.find(
			({ where }) => where === "people.asked.phone",
		);
		const phone = read.rota?.people.asked?.phone;
		if (phone && !fault) return { kind: "phone", phone };
		const why = fault ? say("people.badPhone", { phone: text }) : "";
		return { kind: "refused", why: why || say("people.phoneUnchecked") };
	} catch {
		return { kind: "refused", why: say("people.phoneUnchecked") };
	}
}

/** A phone number, taken over when the service says that it can be rung. What it refuses stays in the field. */
export function PhoneField({
	value,
	onTake,
}: {
	value: string;
	onTake: (phone: string) => void;
}) {
	const plan = usePlan();
	const [typed, setTyped] = useState<string | null>(null);
	const [refused, setRefused] = useState<string | null>(null);
	const leave = async () => {
		if (typed === null || typed.trim() === value) return setTyped(null);
		const checked = await checkedPhone(plan, typed);
		if (checked.kind === "refused") return setRefused(checked.why);
		setTyped(null);
		onTake(checked.phone);
	};
	return (
		<TextInput
			type="tel"
			label={plan.say("people.phone")}
			description={plan.say("people.phoneHint")}
			maxLength={40}
			value={typed ?? value}
			error={refused}
			onChange={(event) => {
				setTyped(event.currentTarget.value);
				setRefused(null);
			}}
			onBlur={() => void leave()}
			onKeyDown={(event) => {
				if (event.key === "Enter") void leave();
			}}
		/>
	);
}

import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { freeIdFor, withPerson } from "../../../domain/rota/edits/people.ts";
import type { Person } from "../../../domain/rota/rota.ts";
import { HowTheyAnswer } from "./person-fields.tsx";
import { checkedPhone } from "./phone-field.tsx";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";

/** A new person: nothing is added before there is a name, and a number that can be rung. */
export function AddPerson({ onClose }: { onClose: () => void }) {
	const plan = usePlan();
	const { desk, say } = plan;
	const [name, setName] = useState("");
	const [phone, setPhone] = useState("");
	const [email, setEmail] = useState("");
	const [how, setHow] = useState<Pick<Person, "language" | "answers">>({});
	const [wrong, setWrong] = useState<{ name?: string; phone?: string }>({});
	const add = async (event: FormEvent) => {
		event.preventDefault();
		if (name.trim() === "") return setWrong({ name: say("people.noName") });
		const checked = await checkedPhone(plan, phone);
		if (checked.kind === "refused") return setWrong({ phone: checked.why });
		desk.change(say("said.personAdded", { name: name.trim() }), (rota) =>
			withPerson(rota, freeIdFor(rota, name), {
				name: name.trim(),
				phone: checked.phone,
				...(email.trim() && { email: email.trim() }),
				...how,
			}),
		);
		onClose();
	};
	return (
		<form
			className={styles.editor}
			aria-label={say("people.add")}
			onSubmit={(event) => void add(event)}
		>
			<div className={styles.fields}>
				<TextInput
					label={say("people.name")}
					data-autofocus
					autoFocus
					value={name}
					maxLength={200}
					error={wrong.name}
					onChange={(event) => {
						setName(event.currentTarget.value);
						setWrong({});
					}}
				/>
				<TextInput
					type="tel"
					label={say("people.phone")}
					description={say("people.phoneHint")}
					value={phone}
					maxLength={40}
					error={wrong.phone}
					onChange={(event) => {
						setPhone(event.currentTarget.value);
						setWrong({});
					}}
				/>
				<TextInput
					type="email"
					label={say("people.email")}
					value={email}
					maxLength={254}
					onChange={(event) => setEmail(event.currentTarget.value)}
				/>
				<HowTheyAnswer person={how} onTake={setHow} />
			</div>
			<Group>
				<Button type="submit">{say("people.addNow")}</Button>
				<Button variant="default" onClick={onClose}>
					{say("cancel")}
				</Button>
			</Group>
		</form>
	);
}

import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { withPerson } from "../../../domain/rota/edits/people.ts";
import type { Person, PersonId } from "../../../domain/rota/rota.ts";
import { ReplacePerson } from "../swaps/replace-person.tsx";
import { HowTheyAnswer } from "./person-fields.tsx";
import { PhoneField } from "./phone-field.tsx";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";
import { TypedText } from "./typed-text.tsx";

export function PersonEditor({ id, person }: { id: PersonId; person: Person }) {
	const { desk, say } = usePlan();
	const [isLeaving, setLeaving] = useState(false);
	const take = (changed: Person) =>
		desk.change(say("said.person", { name: changed.name || id }), (rota) =>
			withPerson(rota, id, changed),
		);
	/** The service is asked about a number, and meanwhile the person may have been changed otherwise. */
	const takePhone = (phone: string) =>
		desk.change(say("said.person", { name: person.name || id }), (rota) =>
			withPerson(rota, id, { ...(rota.people[id] ?? person), phone }),
		);
	const { email, language, answers, ...rest } = person;
	return (
		<>
			<div className={styles.fields}>
				<TypedText
					label={say("people.name")}
					value={person.name}
					accepts={(text) => text.trim() !== ""}
					onTake={(name) => take({ ...person, name: name.trim() })}
				/>
				<PhoneField value={person.phone} onTake={takePhone} />
				<TypedText
					type="email"
					label={say("people.email")}
					value={email ?? ""}
					onTake={(text) =>
						take({
							...rest,
							...(text.trim() && { email: text.trim() }),
							...(language && { language }),
							...(answers && { answers }),
						})
					}
				/>
				<HowTheyAnswer
					person={person}
					onTake={(how) => take({ ...rest, ...(email && { email }), ...how })}
				/>
			</div>
			<Group>
				<Button variant="default" onClick={() => setLeaving(true)}>
					{say("people.replace")}
				</Button>
			</Group>
			{isLeaving ? (
				<ReplacePerson person={id} onClose={() => setLeaving(false)} />
			) : null}
		</>
	);
}

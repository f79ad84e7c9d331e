import { Button, Group } from "@mantine/core";
import { useState } from "react";
import type { Person, PersonId } from "../../../domain/rota/rota.ts";
import { Initials } from "../../person.tsx";
import { readableNumber } from "../../phone-number.ts";
import { AddPerson } from "./add-person.tsx";
import { Entry, Nothing, Section } from "./entry.tsx";
import { PersonEditor } from "./person-editor.tsx";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";

export function PeopleSection() {
	const { rota, say, desk } = usePlan();
	const [isAdding, setAdding] = useState(false);
	const people = Object.entries(rota.people);
	return (
		<Section id="people" title={say("sections.people")}>
			{people.length === 0 ? <Nothing>{say("people.none")}</Nothing> : null}
			<ul className={styles.things}>
				{people.map(([id, person]) => (
					<li key={id}>
						<Entry
							place={`people.${id}`}
							name={person.name || id}
							editor={() => <PersonEditor id={id} person={person} />}
						>
							<PersonWords id={id} person={person} />
						</Entry>
					</li>
				))}
			</ul>
			{desk.canEdit && !isAdding ? (
				<Group>
					<Button variant="default" onClick={() => setAdding(true)}>
						{say("people.add")}
					</Button>
				</Group>
			) : null}
			{isAdding ? <AddPerson onClose={() => setAdding(false)} /> : null}
		</Section>
	);
}

function PersonWords({ id, person }: { id: PersonId; person: Person }) {
	const { say } = usePlan();
	const { name, phone, email, language, answers = "confirm" } = person;
	const facts = [
		readableNumber(phone),
		email,
		language && say(`people.languages.${language}`),
		say(`people.${answers}`),
	];
	return (
		<div className={styles.person}>
			<Initials id={id} name={name || id} />
			<div>
				<b>{name || id}</b>
				<div className={styles.facts}>{facts.filter(Boolean).join(" · ")}</div>
			</div>
		</div>
	);
}

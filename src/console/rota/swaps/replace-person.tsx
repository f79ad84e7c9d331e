import {
	Button,
	Group,
	List,
	Modal,
	NativeSelect,
	Stack,
	Text,
} from "@mantine/core";
import { DateTime } from "luxon";
import { useState } from "react";
import { placesNaming } from "../../../domain/rota/edits/places-naming.ts";
import { withPersonReplaced } from "../../../domain/rota/edits/replace-person.ts";
import type { PersonId } from "../../../domain/rota/rota.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { useDesk } from "../desk.tsx";
import { useSwapWords } from "./swap-words.ts";
import styles from "./swaps.module.css";

/** Lists every place that names a person, and takes them out of all of them in one step. */
export function ReplacePerson({
	person,
	onClose,
}: {
	person: PersonId;
	onClose(): void;
}) {
	const say = useSwapWords();
	const { language } = useLanguage();
	const now = useNow();
	const { rota, change } = useDesk();
	const [by, setBy] = useState("");
	const nameOf = (id: PersonId) => rota.people[id]?.name ?? id;
	const name = nameOf(person);
	const places = placesNaming(rota, person);
	const others = Object.keys(rota.people).filter((each) => each !== person);
	const replace = () => {
		const said =
			by === ""
				? say("replace.saidNobody", { name })
				: say("replace.said", { name, by: nameOf(by) });
		const at = DateTime.fromJSDate(now);
		change(said, (rota) => withPersonReplaced(rota, person, by || null, at));
		onClose();
	};
	return (
		<Modal
			opened
			onClose={onClose}
			title={say("replace.title", { name })}
			closeButtonProps={{ "aria-label": say("replace.cancel") }}
			lockScroll={false}
			transitionProps={{ duration: 0 }}
		>
			<Stack gap="md">
				{places.length === 0 ? (
					<Text>{say("replace.nowhere", { name })}</Text>
				) : (
					<div>
						<Text>{say("replace.places", { name, count: places.length })}</Text>
						<List className={styles.places ?? ""}>
							{places.map(({ where, says }) => (
								<List.Item key={where}>{says[language]}</List.Item>
							))}
						</List>
					</div>
				)}
				<NativeSelect
					label={say("replace.by")}
					description={say(by === "" ? "replace.nobodyHow" : "replace.byHow")}
					value={by}
					onChange={(event) => setBy(event.currentTarget.value)}
					data={[
						{ value: "", label: say("replace.nobody") },
						...others.map((id) => ({ value: id, label: nameOf(id) })),
					]}
				/>
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{say("replace.cancel")}
					</Button>
					<Button onClick={replace}>
						{say(by === "" ? "replace.yesNobody" : "replace.yes")}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}

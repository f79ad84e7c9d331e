import { Badge } from "@mantine/core";
import type { PersonId, Rotation } from "../../../domain/rota/rota.ts";
import { Initials } from "../../person.tsx";
import { ChoosePerson } from "./choose.tsx";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";
import { PlanOrder } from "./plan-order.tsx";

/** The people of a rotation in their order; the same person may stand in it twice. */
export function TurnOrder({
	rotation: { people },
	holder,
	onMove,
	onRemove,
	onAdd,
}: {
	rotation: Rotation;
	holder: PersonId | null;
	onMove: (from: number, to: number) => void;
	onRemove: (index: number) => void;
	onAdd: (person: PersonId) => void;
}) {
	const { say, nameOf } = usePlan();
	return (
		<div>
			<div className={styles.arranged}>
				<PlanOrder
					label={say("turn.order")}
					items={people.map((id, index) => ({
						key: `${id} ${people.slice(0, index).filter((each) => each === id).length}`,
						name: nameOf(id),
						content: (
							<span className={styles.turn}>
								<Initials id={id} name={nameOf(id)} />
								{nameOf(id)}
								{id === holder ? (
									<Badge variant="light" tt="none" fw={500}>
										{say("turn.hasIt")}
									</Badge>
								) : null}
							</span>
						),
					}))}
					onMove={onMove}
					onRemove={onRemove}
				/>
			</div>
			<ChoosePerson
				label={say("turn.add")}
				value={null}
				placeholder={say("turn.addWho")}
				onTake={onAdd}
			/>
		</div>
	);
}

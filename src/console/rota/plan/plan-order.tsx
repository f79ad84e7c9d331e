import type { ComponentProps } from "react";
import { OrderedList } from "../../ordered-list.tsx";
import { usePlan } from "./plan.tsx";

/** An ordered list of the plan: only whoever may edit it moves anything. */
export function PlanOrder({
	onRemove,
	...list
}: Omit<ComponentProps<typeof OrderedList>, "words" | "canMove">) {
	const { desk, say } = usePlan();
	return (
		<OrderedList
			{...list}
			canMove={desk.canEdit}
			words={{
				up: (name) => say("order.up", { name }),
				down: (name) => say("order.down", { name }),
				remove: (name) => say("order.remove", { name }),
				movedTo: (item) => say("order.movedTo", item),
			}}
			{...(desk.canEdit && onRemove && { onRemove })}
		/>
	);
}

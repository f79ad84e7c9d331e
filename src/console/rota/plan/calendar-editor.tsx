import type { DutyName } from "../../../domain/rota/rota.ts";
import { usePlan } from "./plan.tsx";
import { TypedText } from "./typed-text.tsx";

export function CalendarEditor({
	duty,
	url,
	onTake,
}: {
	duty: DutyName;
	url: string;
	onTake: (said: string, url: string) => void;
}) {
	const { say, nameOf } = usePlan();
	return (
		<TypedText
			type="url"
			label={say("layer.url")}
			description={say("layer.urlHint")}
			value={url}
			onTake={(text) =>
				onTake(say("said.calendar", { duty: nameOf(duty) }), text.trim())
			}
		/>
	);
}

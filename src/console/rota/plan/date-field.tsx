import type { LocalDate } from "../../../domain/rota/rota.ts";
import { readLocalDate } from "../../../domain/rota/wall-clock.ts";
import { TypedText } from "./typed-text.tsx";

/** A date; one that may be left out is taken away by clearing the field. */
export function DateField({
	label,
	description,
	value,
	onTake,
	optional = false,
}: {
	label: string;
	description?: string;
	value: LocalDate;
	onTake: (date: LocalDate) => void;
	optional?: boolean;
}) {
	return (
		<TypedText
			type="date"
			label={label}
			description={description}
			value={value}
			accepts={(text) =>
				readLocalDate(text) !== null || (optional && text === "")
			}
			onTake={onTake}
		/>
	);
}

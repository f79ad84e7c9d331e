import { MultiSelect, Select } from "@mantine/core";
import { usePlan } from "./plan.tsx";

/** One person of the rota, by name. */
export function ChoosePerson({
	label,
	value,
	onTake,
	placeholder,
}: {
	label: string;
	value: string | null;
	onTake: (id: string) => void;
	placeholder?: string;
}) {
	const { rota } = usePlan();
	return (
		<Select
			label={label}
			value={value}
			placeholder={placeholder ?? ""}
			searchable
			allowDeselect={false}
			data={Object.entries(rota.people).map(([id, { name }]) => ({
				value: id,
				label: name || id,
			}))}
			onChange={(id) => id !== null && onTake(id)}
		/>
	);
}

/** People and duties that ring, by name; who stands first is shown first. */
export function ChooseNames({
	label,
	value,
	onTake,
	error,
}: {
	label: string;
	value: readonly string[];
	onTake: (names: string[]) => void;
	error?: string | undefined;
}) {
	const { rota, say, nameOf } = usePlan();
	const named = (id: string) => ({ value: id, label: nameOf(id) });
	const known = [...Object.keys(rota.duties), ...Object.keys(rota.people)];
	const strangers = value.filter((name) => !known.includes(name));
	return (
		<MultiSelect
			label={label}
			value={[...value]}
			searchable
			hidePickedOptions
			error={error}
			clearable={false}
			data={[
				{
					group: say("routing.duties"),
					items: Object.keys(rota.duties).map(named),
				},
				{
					group: say("routing.people"),
					items: Object.keys(rota.people).map(named),
				},
				...(strangers.length > 0
					? [{ group: say("routing.unknown"), items: strangers.map(named) }]
					: []),
			]}
			onChange={onTake}
		/>
	);
}

import {
	CloseButton,
	Combobox,
	NativeSelect,
	Text,
	TextInput,
	useCombobox,
} from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { placeInWords } from "../../domain/ticket/place.ts";
import type { FoundPlace, Property } from "../../web/api/place-shapes.ts";
import { readableNumber } from "../phone-number.ts";
import { usePickerWords } from "./picker-words.ts";
import styles from "./place-picker.module.css";
import { useFoundPlaces, useProperty } from "./place-queries.ts";

/** A place, as far as it is known, and who lives there. */
export interface PickedPlace {
	readonly property: { readonly id: string; readonly address: string } | null;
	/** Empty when there is none, or it is not known. */
	readonly stairwell: string;
	readonly flat: string;
	readonly tenant: { readonly id: string; readonly name: string } | null;
}

export const noPlace: PickedPlace = {
	property: null,
	stairwell: "",
	flat: "",
	tenant: null,
};

interface Picking {
	readonly value: PickedPlace;
	readonly onChange: (value: PickedPlace) => void;
	/** What is asked for last. */
	readonly downTo?: "stairwell" | "flat" | "tenant";
}

/** Picks a place by any part of its address, a tenant's name or a number; then the stairwell, the flat and the tenant. */
export function PlacePicker(picking: Picking) {
	const { value } = picking;
	const property = useProperty(value.property?.id ?? null);
	return (
		<div className={styles.picker}>
			<Search {...picking} />
			{value.property && property.data ? (
				<Within {...picking} property={property.data} />
			) : null}
		</div>
	);
}

function Search({ value, onChange, downTo = "tenant" }: Picking) {
	const say = usePickerWords();
	const combobox = useCombobox({
		onDropdownClose: () => combobox.resetSelectedOption(),
	});
	// What is being typed; null while nothing is.
	const [typed, type] = useState<string | null>(null);
	const [asked] = useDebouncedValue(typed ?? "", 150);
	const found = useFoundPlaces(asked);
	const places = (found.data?.places ?? []).filter(
		({ property, tenant }) =>
			property !== null && (tenant === null || downTo === "tenant"),
	);
	const shown = typed ?? pickedWords(value);
	const isAsking = typed !== null && typed.trim().length > 1;
	const pick = (key: string) => {
		const place = places[Number(key)];
		if (place) onChange(pickedOf(place));
		type(null);
		combobox.closeDropdown();
	};
	return (
		<Combobox store={combobox} onOptionSubmit={pick} withinPortal={false}>
			<Combobox.Target>
				<TextInput
					label={say("place")}
					placeholder={say(downTo === "tenant" ? "placeholder" : "address")}
					autoComplete="off"
					value={shown}
					onChange={(event) => {
						type(event.currentTarget.value);
						combobox.openDropdown();
						combobox.updateSelectedOptionIndex();
					}}
					onBlur={() => {
						type(null);
						combobox.closeDropdown();
					}}
					rightSection={
						value.property ? (
							<CloseButton
								aria-label={say("clear")}
								onMouseDown={(event) => event.preventDefault()}
								onClick={() => {
									type(null);
									onChange(noPlace);
								}}
							/>
						) : null
					}
				/>
			</Combobox.Target>
			<Combobox.Dropdown hidden={!isAsking || found.data === undefined}>
				<Combobox.Options aria-label={say("place")}>
					{places.map((place, index) => (
						<Combobox.Option
							key={keyOf(place)}
							value={String(index)}
							className={styles.option ?? ""}
						>
							<Found place={place} />
						</Combobox.Option>
					))}
					{places.length === 0 ? (
						<Combobox.Empty>{say("nothing")}</Combobox.Empty>
					) : null}
				</Combobox.Options>
			</Combobox.Dropdown>
		</Combobox>
	);
}

function Found({ place: { words, property, tenant } }: { place: FoundPlace }) {
	const more: ReactNode[] = tenant
		? [words, ...tenant.numbers.map(readableNumber)]
		: [property?.area, property?.city, property?.key];
	return (
		<>
			<Text span fw={600}>
				{tenant?.name ?? words}
			</Text>
			<Text span size="sm" c="dimmed">
				{more.filter(Boolean).join(" · ")}
			</Text>
		</>
	);
}

/** Stairwell, flat and tenant, as the property has them. */
function Within({
	value,
	onChange,
	downTo = "tenant",
	property,
}: Picking & { property: Property }) {
	const say = usePickerWords();
	const { stairwell, flat, tenant } = value;
	const flats = property.flats.filter((each) => each.stairwell === stairwell);
	const neighbours = property.tenants.filter(
		(each) =>
			(stairwell === "" || each.stairwell === stairwell) &&
			(flat === "" || each.flat === flat),
	);
	const live = (id: string) => {
		const chosen = property.tenants.find((each) => each.id === id);
		onChange({
			...value,
			...(chosen?.flat && { stairwell: chosen.stairwell, flat: chosen.flat }),
			tenant: chosen ? { id: chosen.id, name: chosen.name } : null,
		});
	};
	return (
		<div className={styles.within}>
			{property.stairwells.length > 0 ? (
				<Choice
					label={say("stairwell")}
					none={say(downTo === "stairwell" ? "any" : "unknown")}
					value={stairwell}
					choices={property.stairwells.map((each) => [each, each])}
					choose={(chosen) =>
						onChange({ ...value, stairwell: chosen, flat: "", tenant: null })
					}
				/>
			) : null}
			{downTo !== "stairwell" && (flats.length > 0 || flat !== "") ? (
				<Choice
					label={say("flat")}
					value={flat}
					choices={flats.map(({ number }) => [number, number])}
					choose={(chosen) =>
						onChange({ ...value, flat: chosen, tenant: null })
					}
				/>
			) : null}
			{downTo === "tenant" && (neighbours.length > 0 || tenant) ? (
				<Choice
					label={say("tenant")}
					value={tenant?.id ?? ""}
					missing={tenant?.name}
					choices={neighbours.map(({ id, name }) => [id, name])}
					choose={live}
				/>
			) : null}
		</div>
	);
}

/** A choice among few, of which none need be made; what is chosen stays even when the register has it no more. */
function Choice({
	label,
	value,
	missing = value,
	none,
	choices,
	choose,
}: {
	label: string;
	value: string;
	missing?: string | undefined;
	/** Default: it is not known. */
	none?: string;
	choices: readonly (readonly [value: string, label: string])[];
	choose(value: string): void;
}) {
	const say = usePickerWords();
	const isThere = value === "" || choices.some(([each]) => each === value);
	return (
		<NativeSelect
			label={label}
			value={value}
			onChange={(event) => choose(event.currentTarget.value)}
			data={[
				{ value: "", label: none ?? say("unknown") },
				...(isThere ? [] : [{ value, label: missing }]),
				...choices.map(([value, label]) => ({ value, label })),
			]}
		/>
	);
}

function pickedOf({
	property,
	stairwell,
	flat,
	tenant,
}: FoundPlace): PickedPlace {
	return {
		property: property && { id: property.id, address: property.address },
		stairwell,
		flat,
		tenant: tenant && { id: tenant.id, name: tenant.name },
	};
}

function pickedWords({ property, stairwell, flat }: PickedPlace): string {
	const address = property?.address ?? null;
	return placeInWords({ address, stairwell, flat }) ?? "";
}

function keyOf({ property, stairwell, flat, tenant }: FoundPlace): string {
	return [property?.id, stairwell, flat, tenant?.id].join(" ");
}

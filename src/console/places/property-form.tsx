import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ComponentProps, useState } from "react";
import { flatsInWords, flatsWritten } from "../../domain/place/flats.ts";
import type { Property } from "../../web/api/place-shapes.ts";
import { FormDialog } from "../form-dialog.tsx";
import { useLanguage } from "../language.tsx";
import { ask } from "../server.ts";
import { useTicketSettings } from "../ticket-settings.ts";
import styles from "./places.module.css";
import { usePlacesWords } from "./places-words.ts";

/** As it is typed. */
interface Filled {
	readonly key: string;
	readonly address: string;
	readonly postalCode: string;
	readonly city: string;
	readonly area: string;
	readonly stairwells: string;
	readonly flats: string;
	readonly serviceClass: string;
	readonly latitude: string;
	readonly longitude: string;
}

/** A property that is added, or changed when there is one. */
export function PropertyForm({
	property,
	close,
	saved,
}: {
	property?: Property;
	close(): void;
	saved?: (property: Property) => void;
}) {
	const say = usePlacesWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const [filled, setFilled] = useState(() => filledWith(property));
	const strange = flatsWritten(filled.flats).strange[0];
	const saving = useMutation({
		mutationFn: () =>
			ask<Property>(
				property ? `/api/properties/${property.id}` : "/api/properties",
				language,
				{
					method: property ? "PUT" : "POST",
					body: {
						...fieldsOf(filled),
						...(property && { revision: property.revision }),
					},
				},
			),
		onSuccess: (made) => {
			close();
			saved?.(made);
		},
		onSettled: () => client.invalidateQueries({ queryKey: ["places"] }),
	});
	const input = (field: keyof Filled, longest: number) =>
		({
			label: say(`form.${field}`),
			value: filled[field],
			maxLength: longest,
			autoComplete: "off",
			onChange: (event) =>
				setFilled({ ...filled, [field]: event.currentTarget.value }),
		}) satisfies ComponentProps<typeof TextInput>;
	return (
		<FormDialog
			title={
				property
					? say("form.editProperty", { name: property.address })
					: say("form.addProperty")
			}
			{...(!property && { yes: say("add") })}
			saving={saving}
			save={() => {
				if (!strange) saving.mutate();
			}}
			close={close}
		>
			<TextInput
				{...input("address", 200)}
				required
				withAsterisk={false}
				data-autofocus
			/>
			<div className={styles.two}>
				<TextInput {...input("postalCode", 20)} />
				<TextInput {...input("city", 100)} />
			</div>
			<TextInput {...input("area", 100)} />
			<TextInput
				{...input("key", 60)}
				description={say("form.keyHint")}
				required
				withAsterisk={false}
			/>
			<Textarea
				label={say("form.flats")}
				description={say("form.flatsHint")}
				autosize
				minRows={2}
				value={filled.flats}
				onChange={(event) =>
					setFilled({ ...filled, flats: event.currentTarget.value })
				}
				error={strange ? say("form.strangeFlat", { text: strange }) : null}
			/>
			<TextInput
				{...input("stairwells", 400)}
				description={say("form.stairwellsHint")}
			/>
			<ServiceClass
				value={filled.serviceClass}
				choose={(serviceClass) => setFilled({ ...filled, serviceClass })}
			/>
			<div className={styles.two}>
				<TextInput {...input("latitude", 20)} inputMode="decimal" />
				<TextInput {...input("longitude", 20)} inputMode="decimal" />
			</div>
		</FormDialog>
	);
}

function ServiceClass({
	value,
	choose,
}: {
	value: string;
	choose(id: string): void;
}) {
	const say = usePlacesWords();
	const { language } = useLanguage();
	const classes = useTicketSettings().data?.serviceClasses ?? [];
	return (
		<NativeSelect
			label={say("form.serviceClass")}
			value={value}
			onChange={(event) => choose(event.currentTarget.value)}
			data={[
				{ value: "", label: say("form.noClass") },
				...classes.map(({ id, names }) => ({
					value: id,
					label: names[language],
				})),
			]}
		/>
	);
}

function filledWith(property: Property | undefined): Filled {
	return {
		key: property?.key ?? "",
		address: property?.address ?? "",
		postalCode: property?.postalCode ?? "",
		city: property?.city ?? "",
		area: property?.area ?? "",
		stairwells: property?.stairwells.join(", ") ?? "",
		flats: flatsInWords(property?.flats ?? []),
		serviceClass: property?.serviceClass ?? "",
		latitude: String(property?.latitude ?? ""),
		longitude: String(property?.longitude ?? ""),
	};
}

function fieldsOf(filled: Filled) {
	const orNull = (text: string) => text.trim() || null;
	// What is no number is sent as it is, and refused with a sentence.
	const degrees = (text: string) =>
		text.trim() === ""
			? null
			: Number(text.replace(",", ".")) || text.replace(",", ".");
	return {
		key: filled.key,
		address: filled.address,
		postalCode: orNull(filled.postalCode),
		city: orNull(filled.city),
		area: orNull(filled.area),
		stairwells: filled.stairwells
			.split(/[,;\s]+/)
			.filter((each) => each !== ""),
		flats: flatsWritten(filled.flats).flats,
		serviceClass: orNull(filled.serviceClass),
		latitude: degrees(filled.latitude),
		longitude: degrees(filled.longitude),
	};
}

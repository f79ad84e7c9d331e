import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Language, languages } from "../../domain/language.ts";
import type { Tenant } from "../../web/api/place-shapes.ts";
import { FormDialog } from "../form-dialog.tsx";
import { ownName, useLanguage } from "../language.tsx";
import { readableNumber } from "../phone-number.ts";
import { ask } from "../server.ts";
import { noPlace, type PickedPlace, PlacePicker } from "./place-picker.tsx";
import { useProperty } from "./place-queries.ts";
import { usePlacesWords } from "./places-words.ts";

/** A tenant who is added, at `home` if it is given, or changed when there is one. */
export function TenantForm({
	tenant,
	home,
	close,
}: {
	tenant?: Tenant;
	home?: NonNullable<PickedPlace["property"]>;
	close(): void;
}) {
	const say = usePlacesWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const [name, setName] = useState(tenant?.name ?? "");
	const [key, setKey] = useState(tenant?.key ?? "");
	const [numbers, setNumbers] = useState(
		tenant?.numbers.map(readableNumber).join("\n") ?? "",
	);
	const [spoken, setSpoken] = useState<Language | "">(tenant?.language ?? "");
	const [place, setPlace] = useHome(tenant, home);
	const saving = useMutation({
		mutationFn: () =>
			ask<Tenant>(
				tenant ? `/api/tenants/${tenant.id}` : "/api/tenants",
				language,
				{
					method: tenant ? "PUT" : "POST",
					body: {
						...{ name, key: key.trim() || null },
						numbers: numbers.split(/[\n,;]+/).map((each) => each.trim()),
						language: spoken === "" ? null : spoken,
						property: place.property?.id ?? null,
						...{ stairwell: place.stairwell, flat: place.flat },
						...(tenant && { revision: tenant.revision }),
					},
				},
			),
		onSuccess: close,
		onSettled: () => client.invalidateQueries({ queryKey: ["places"] }),
	});
	return (
		<FormDialog
			title={
				tenant
					? say("form.editTenant", { name: tenant.name })
					: say("form.addTenant")
			}
			{...(!tenant && { yes: say("add") })}
			saving={saving}
			save={() => saving.mutate()}
			close={close}
		>
			<TextInput
				label={say("form.name")}
				autoComplete="off"
				required
				withAsterisk={false}
				data-autofocus
				maxLength={200}
				value={name}
				onChange={(event) => setName(event.currentTarget.value)}
			/>
			<Textarea
				label={say("form.numbers")}
				description={say("form.numbersHint")}
				autosize
				minRows={2}
				value={numbers}
				onChange={(event) => setNumbers(event.currentTarget.value)}
			/>
			<PlacePicker value={place} onChange={setPlace} downTo="flat" />
			<NativeSelect
				label={say("form.language")}
				value={spoken}
				onChange={(event) =>
					setSpoken(event.currentTarget.value as Language | "")
				}
				data={[
					{ value: "", label: say("form.noLanguage") },
					...languages.map((each) => ({
						value: each,
						label: ownName(each),
					})),
				]}
			/>
			<TextInput
				label={say("form.key")}
				description={say("form.tenantKeyHint")}
				autoComplete="off"
				maxLength={60}
				value={key}
				onChange={(event) => setKey(event.currentTarget.value)}
			/>
		</FormDialog>
	);
}

/** Where they live: what was picked, else as it is on record once that is known. */
function useHome(
	tenant: Tenant | undefined,
	home: PickedPlace["property"] | undefined,
) {
	const [picked, pick] = useState<PickedPlace | null>(null);
	const known = useProperty(tenant?.property ?? null).data;
	const there = tenant?.property
		? { id: tenant.property, address: known?.address ?? tenant.place ?? "" }
		: (home ?? null);
	const onRecord: PickedPlace = {
		...{ ...noPlace, property: there },
		...{ stairwell: tenant?.stairwell ?? "", flat: tenant?.flat ?? "" },
	};
	return [picked ?? onRecord, pick] as const;
}
